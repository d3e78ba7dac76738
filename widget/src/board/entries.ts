import { Histories, isOfMatters, type OversightEvent } from '@chidu/sdk/oversight';
import { isEvent } from './is-event.ts';
import { readLines } from './lines.ts';

export interface Progress {
  readonly entries: number;
  /** So much of so much: bytes of a file, else entries. Null where nobody says how much there is. */
  readonly done: number;
  readonly total: number | null;
}

/** Progress is told so often, and no oftener: every word of it makes the page draw. */
const TOLD_MS = 150;

/** Entries as they come, from a file or handed in, each put where it belongs; what is none is counted. */
export class Entries {
  readonly histories = new Histories();
  /** Of clues and supervision cases. */
  readonly ofMatters: OversightEvent[] = [];
  count = 0;
  broken = 0;
  /** Time of the newest. */
  last: string | null = null;
  #loading: AbortController | null = null;

  /** Entries of an exported log, one JSON object a line, from an address. Answers why it came to nothing, else null. */
  async loadFile(url: string, report: (progress: Progress) => void): Promise<string | null> {
    this.#loading = new AbortController();
    const { signal } = this.#loading;
    try {
      const response = await fetch(url, { signal, credentials: 'same-origin' });
      if (!response.ok || response.body === null) return `${response.status}`;
      const length = Number(response.headers.get('content-length'));
      const total = length > 0 && !response.headers.has('content-encoding') ? length : null;
      let told = 0;
      for await (const { lines, bytes } of readLines(response.body)) {
        for (const line of lines) this.#addLine(line);
        if (performance.now() - told < TOLD_MS) continue;
        told = performance.now();
        report({ entries: this.count, done: bytes, total });
      }
      return null;
    } catch {
      return signal.aborted ? 'cancelled' : 'unreachable';
    }
  }

  cancel(): void {
    this.#loading?.abort();
  }

  add(event: unknown): void {
    if (!isEvent(event)) {
      this.broken += 1;
      return;
    }
    this.histories.add(event);
    this.count += 1;
    if (isOfMatters(event)) this.ofMatters.push(event);
    if (this.last === null || event.at > this.last) this.last = event.at;
  }

  #addLine(line: string): void {
    let event: unknown;
    try {
      event = JSON.parse(line);
    } catch {
      this.broken += 1;
      return;
    }
    this.add(event);
  }
}
