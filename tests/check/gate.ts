import { readTool } from '../tool.ts';

/** One gate of `npm run check`. */
export interface Gate {
  /** What holds when it passes. */
  readonly name: string;
  /** One entry per fault, none when all is well. */
  readonly faults: () => readonly string[];
}

/** The output of a tool as one fault when the tool fails. */
export function faultOf(...command: readonly string[]): string[] {
  const { exit, all } = readTool(command);
  return exit === 0 ? [] : [`${command.join(' ')}: exit code ${exit}\n${all.trim()}`];
}
