import type { CodePayload } from '@chidu/sdk/codes';
import {
  type Checkpoint,
  decideWitness,
  decodeLeaf,
  encodeBundle,
  formatNote,
  formatNoteKey,
  formatReceipt,
  formatWitnessRequest,
  type GetFromLog,
  hostedTiles,
  logPolicy,
  type Note,
  noteKey,
  openCheckpoint,
  parseNote,
  parseNoteLines,
  parseTilePath,
  proveConsistency,
  proveGrowth,
  proveInclusion,
} from '@chidu/sdk/log';
import { logReader } from '@chidu/sdk/verdict';
import { AUTHORITY, originOf } from '../../../sdk/src/service/store/fixtures/authority.ts';
import { type Database, logTables } from '../../../sdk/src/service/store/index.ts';
import { ed25519Signer } from '../../conformance/signers.ts';

export const YEAR = 2026;
export const LOG = { authority: AUTHORITY, year: YEAR };
export const ORIGIN = originOf(YEAR);
/** The service's own key: the insider has it too. */
export const SERVICE_KEY = ed25519Signer('tampered log');

const WITNESSES = [
  { name: 'justice.example.gov.cn', chain: 'government' },
  { name: 'bar.example.org', chain: 'bar association' },
];
const witnessSigner = (name: string) => ed25519Signer(`witness ${name}`);

/** What everybody has from the trust list. */
export const TRUSTED = {
  logs: [{ origin: ORIGIN, key: formatNoteKey(noteKey(ORIGIN, 'ed25519', SERVICE_KEY.spki)) }],
  witnesses: WITNESSES.map(({ name, chain }) => ({
    name,
    chain,
    key: formatNoteKey(noteKey(name, 'cosignature', witnessSigner(name).spki)),
  })),
  witnessQuorum: 2,
};
export const policyOf = (origin: string) => logPolicy(TRUSTED, origin);

/** The witnesses, each with its memory. */
export class Witnesses {
  readonly #kept = WITNESSES.map(() => new Map<string, Checkpoint>());

  /** Asks each to cosign what a host shows; the note with the lines that it got, and the first refusal. */
  async ask(host: Host): Promise<{ note: string; refused: number | null }> {
    const note = parseNote(await host.note()) as Note;
    const size = Number(note.text.split('\n')[1]);
    const lines = [...note.lines];
    let refused: number | null = null;
    for (const [at, { name }] of WITNESSES.entries()) {
      const kept = this.#kept[at] as Map<string, Checkpoint>;
      const oldSize = kept.get(ORIGIN)?.size ?? 0;
      const proof =
        oldSize <= size ? await proveConsistency(oldSize, size, hostedTiles(host.get)) : [];
      const answer = await decideWitness(
        formatWitnessRequest({ oldSize, proof, note: formatNote(note) }),
        {
          name,
          signer: witnessSigner(name),
          logs: [{ origin: ORIGIN, keys: policyOf(ORIGIN)?.keys ?? [] }],
        },
        (origin) => kept.get(origin) ?? null,
        1_795_305_660,
      );
      if (answer.keep !== null) kept.set(ORIGIN, answer.keep);
      else refused ??= answer.status;
      lines.push(...(answer.status === 200 ? (parseNoteLines(answer.body) ?? []) : []));
    }
    return { note: formatNote({ ...note, lines }), refused };
  }
}

/**
 * Serves a database as it stands, without the checks that the service makes before it answers: an insider would not make
 * them either.
 */
export class Host {
  readonly #database: Database;
  /** Checkpoints with the cosignatures that they got, by size. */
  readonly cosigned: Map<number, string>;

  constructor(database: Database, cosigned: ReadonlyMap<number, string> = new Map()) {
    this.#database = database;
    this.cosigned = new Map(cosigned);
  }

  async note(): Promise<string> {
    const head = await logTables.latestCheckpoint(this.#database.reader, LOG);
    if (head === null) throw new Error('no checkpoint');
    const cosigned = this.cosigned.get(head.size);
    // A cosignature of another tree of this size would only spoil the note.
    return cosigned?.startsWith(head.note.slice(0, head.note.indexOf('\n\n')))
      ? cosigned
      : head.note;
  }

  readonly get: GetFromLog = async (path) => {
    const { reader } = this.#database;
    if (path === 'checkpoint') return new TextEncoder().encode(await this.note());
    const tile = parseTilePath(path);
    if (tile === null) return null;
    const from = tile.index * 256;
    if (tile.level === 'entries' || tile.level === 0) {
      const full = tile.level === 0 && (await logTables.tile(reader, LOG, 0, tile.index));
      if (full) return full.subarray(0, tile.width * 32);
      const rows = await logTables.entries(reader, LOG, from, from + tile.width);
      return tile.level === 0
        ? Buffer.concat(rows.map(({ leaf }) => leaf))
        : encodeBundle(rows.map(({ data }) => data));
    }
    const full = await logTables.tile(reader, LOG, tile.level, tile.index);
    if (full !== null) return full.subarray(0, tile.width * 32);
    return logTables.tileRoots(reader, LOG, tile.level - 1, from, from + tile.width);
  };

  /** The receipt that the host makes for a code, or null where its log has none. */
  async receipt(codeId: string): Promise<string | null> {
    const note = await this.note();
    const size = Number(note.split('\n')[1]);
    const rows = await logTables.entries(this.#database.reader, LOG, 0, size);
    const index = rows.findIndex(({ data }) => {
      const decoded = decodeLeaf(data);
      return decoded.ok && decoded.leaf.type === 'issued' && decoded.leaf.codeId === codeId;
    });
    if (index < 0) return null;
    const proof = await proveInclusion(index, size, hostedTiles(this.get));
    return formatReceipt({ entry: rows[index]?.data as Uint8Array, index, proof, note });
  }
}

export interface ReaderHolds {
  /** The head printed in the code. */
  readonly logHead?: CodePayload['logHead'];
  /** The checkpoint that this reader saw on an earlier visit. */
  readonly seen?: Checkpoint | null;
  /** Asks for no witnesses, as a reader would who has no trust list. */
  readonly unwitnessed?: boolean;
}

/** What the log step of the widget says of a code that this host shows: `pass`, or the code of the finding. */
export async function readerFinds(
  host: Host,
  codeId: string,
  { logHead, seen = null, unwitnessed = false }: ReaderHolds,
): Promise<string> {
  const reader = logReader({
    policyOf: (origin) =>
      logPolicy(unwitnessed ? { ...TRUSTED, witnessQuorum: 0 } : TRUSTED, origin),
    loadReceipt: async (id) => {
      const receipt = await host.receipt(id);
      return receipt === null ? null : { bytes: new TextEncoder().encode(receipt), from: 'host' };
    },
    loadGrowth: (_, from, to) => proveGrowth(from, to, hostedTiles(host.get)),
    memory: { read: async () => seen, write: async () => undefined },
  });
  const { finding } = await reader.log(codeId, { logHead } as CodePayload, AUTHORITY);
  return finding.state === 'pass' ? 'pass' : finding.code;
}

/** A checkpoint as a reader keeps it. */
export async function seenOf(note: string): Promise<Checkpoint> {
  const policy = policyOf(ORIGIN);
  const opened = policy && (await openCheckpoint(parseNote(note) as Note, policy));
  if (!opened?.ok) throw new Error('a checkpoint of the honest log is refused');
  return opened.checkpoint;
}
