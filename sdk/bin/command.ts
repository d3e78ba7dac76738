/** What a command may touch; tests hand in their own. */
export interface CommandIo {
  /** All of standard input as bytes, read when asked for. */
  readonly stdin: () => Promise<Uint8Array>;
  /** Results, and nothing else: text is written as it is, without a line end added. */
  readonly out: (text: string | Uint8Array) => void;
  /** Usage, progress and faults. */
  readonly err: (text: string) => void;
  /** The folder that relative paths start from. */
  readonly cwd: string;
  /** The clock, as milliseconds since 1970. */
  readonly now: () => number;
  /** Aborted when somebody interrupts (Ctrl+C); long work then stops where it can be taken up again. */
  readonly signal?: AbortSignal;
}

/** One command of `chidu`; each file of `commands/` exports its `summary`, `usage` and `run`. */
export interface Command {
  /** One line for the list of commands. */
  readonly summary: string;
  /** All of its arguments and options, for whoever asks or calls it wrongly. */
  readonly usage: string;
  /** Answers the exit code: 0 done, 1 the answer is no or data is at fault, 2 called wrongly. */
  readonly run: (args: readonly string[], io: CommandIo) => Promise<number>;
}

/** Commands by name; a module is loaded only when its command runs. */
export type CommandTable = Readonly<Record<string, () => Promise<Command>>>;
