/** The conversion met something that nobody has read and understood yet. It stops; nothing is left out. */
export class Refusal extends Error {
  constructor(record: string, path: string, message: string) {
    super(`${record} ${path}: ${message}`);
  }
}
