import { parseArgs } from 'node:util';

/** Options of `chidu cases import`, `build` and `search`. */
export interface Options {
  readonly files: readonly string[];
  readonly json: boolean;
  readonly resume: boolean;
  readonly unsigned: boolean;
  readonly suits: boolean;
  readonly out?: string;
  readonly mapping?: string;
  readonly statutes?: string;
  readonly source?: string;
  readonly id?: string;
  readonly title?: string;
  readonly published?: string;
  readonly key?: string;
  readonly bundle?: string;
  readonly most?: string;
  readonly violation?: string;
  readonly value?: string;
  readonly limit?: string;
  readonly trust?: string;
  readonly roots?: string;
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
        resume: FLAG,
        unsigned: FLAG,
        suits: FLAG,
        out: TEXT,
        mapping: TEXT,
        statutes: TEXT,
        source: TEXT,
        id: TEXT,
        title: TEXT,
        published: TEXT,
        key: TEXT,
        bundle: TEXT,
        most: TEXT,
        violation: TEXT,
        value: TEXT,
        limit: TEXT,
        trust: TEXT,
        roots: TEXT,
      },
    });
    return { ...values, files: positionals };
  } catch {
    return null;
  }
}
