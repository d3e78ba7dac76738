import type { CommandIo } from './command.ts';

/** Tells a line a second, from the first second on. */
export function progress({ now, err }: CommandIo): (line: () => string) => void {
  let next = now() + 1000;
  return (line) => {
    if (now() < next) return;
    next = now() + 1000;
    err(`${line()}\n`);
  };
}
