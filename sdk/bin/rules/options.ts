import { parseArgs } from 'node:util';

/** Options that several of the sub-commands take. */
export interface Options {
  readonly json: boolean;
  readonly sample: boolean;
  readonly offer: boolean;
  readonly benchmark?: string;
  readonly statutes?: string;
  readonly grounds?: string;
  readonly reviews?: string;
  readonly violation?: string;
  readonly on?: string;
  readonly out?: string;
  readonly lang?: string;
  readonly head?: string;
  readonly key?: string;
  readonly trust?: string;
  readonly roots?: string;
  readonly files: readonly string[];
}

const TEXT = { type: 'string' } as const;
const FLAG = { type: 'boolean', default: false } as const;

/** Null when the arguments are not understood. */
export function readOptions(args: readonly string[]): Options | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: FLAG,
        sample: FLAG,
        offer: FLAG,
        benchmark: TEXT,
        statutes: TEXT,
        grounds: TEXT,
        reviews: TEXT,
        violation: TEXT,
        on: TEXT,
        out: TEXT,
        lang: TEXT,
        head: TEXT,
        key: TEXT,
        trust: TEXT,
        roots: TEXT,
      },
    });
    return { ...values, files: positionals };
  } catch {
    return null;
  }
}
