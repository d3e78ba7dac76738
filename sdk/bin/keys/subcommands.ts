import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  approveKey,
  fromHex,
  jsonBody,
  type KeyRing,
  keyId,
  keyRequest,
  keyRing,
  type ListedKey,
  parseSignedText,
  readKeyApproval,
  readKeyRequest,
  readTrustList,
  requestDigits,
  type Signer,
  signText,
  type TrustList,
  type TrustRoots,
  toHex,
} from '@chidu/sdk/codes';
import { formatNoteKey, noteKey, parseLogOrigin, parseNoteKey } from '@chidu/sdk/log';
import type { CommandIo } from '../command.ts';
import { ALGORITHM_NAMES, newKeyFile, readSigner } from './signer-file.ts';

/** What the user asked for: files in order, and options by name, each given once or more. */
export interface Asked {
  readonly files: readonly string[];
  readonly options: Readonly<Record<string, readonly string[]>>;
}

/** A refusal that is the user's to mend; the message is English, for a terminal. */
export class Refused extends Error {}

/** One step of key keeping: answers what goes to standard output. */
export interface Subcommand {
  readonly usage: string;
  readonly run: (asked: Asked, io: CommandIo) => Promise<string | Uint8Array>;
}

const file = async (path: string | undefined, io: CommandIo): Promise<Uint8Array> => {
  if (path === undefined) throw new Refused('a file is missing');
  return new Uint8Array(await readFile(resolve(io.cwd, path)));
};
const text = async (path: string | undefined, io: CommandIo): Promise<string> =>
  new TextDecoder().decode(await file(path, io));
const signer = async (path: string | undefined, io: CommandIo): Promise<Signer> =>
  readSigner(await text(path, io));

function option({ options }: Asked, name: string): string {
  const value = options[name]?.[0];
  if (value === undefined) throw new Refused(`--${name} is missing`);
  return value;
}
const day = (asked: Asked, name: string): number => {
  const value = option(asked, name);
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) throw new Refused(`--${name} must be a day, YYYY-MM-DD`);
  return Number(value.replaceAll('-', ''));
};
const instant = (ms: number): string => new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');

/** A draft is a trust list without signatures, as JSON; a signed list is read for its body. */
async function draftOf(path: string | undefined, io: CommandIo): Promise<TrustList> {
  const bytes = await file(path, io);
  return JSON.parse(new TextDecoder().decode(parseSignedText(bytes)?.body ?? bytes)) as TrustList;
}
const listedKeys = (list: TrustList): KeyRing =>
  keyRing(
    list.keys.map(({ spki, reason: _, ...key }) => ({
      ...key,
      spki: fromHex(spki) ?? new Uint8Array(),
    })),
  );

export const subcommands: Readonly<Record<string, Subcommand>> = {
  new: {
    usage: 'new es256|ed25519|sm2 > KEY',
    run: async ({ files: [name] }) => {
      if (name === undefined || !Object.hasOwn(ALGORITHM_NAMES, name))
        throw new Refused('name an algorithm');
      return newKeyFile(name as keyof typeof ALGORITHM_NAMES);
    },
  },
  root: {
    usage: 'root --quorum 2 --floor SEQ NAME ED25519-KEY SM2-KEY … > ROOTS',
    run: async (asked, io) => {
      const holders: TrustRoots['holders'][number][] = [];
      for (let at = 0; at < asked.files.length; at += 3) {
        const [name = '', ed25519, sm2] = asked.files.slice(at, at + 3);
        const [first, second] = [await signer(ed25519, io), await signer(sm2, io)];
        if (first.alg !== ALGORITHM_NAMES.ed25519 || second.alg !== ALGORITHM_NAMES.sm2) {
          throw new Refused(
            `the keys of ${name} are not one of Ed25519 and one of SM2, in this order`,
          );
        }
        holders.push({ name, ed25519: toHex(first.spki), sm2: toHex(second.spki) });
      }
      const quorum = Number(option(asked, 'quorum'));
      if (quorum < 2 || quorum > holders.length)
        throw new Refused('a quorum is 2 or more of the holders');
      const seqFloor = Number(option(asked, 'floor'));
      return jsonBody({ format: 'chidu-roots/1', quorum, seqFloor, holders } satisfies TrustRoots);
    },
  },
  draft: {
    usage: 'draft [LIST] --until DAY > DRAFT',
    run: async (asked, io) => {
      const before = asked.files.length > 0 ? await draftOf(asked.files[0], io) : null;
      const empty = {
        authorities: [],
        keys: [],
        packs: [],
        logs: [],
        witnesses: [],
        witnessQuorum: 0,
      };
      const until = Date.parse(`${option(asked, 'until')}T00:00:00Z`);
      return jsonBody({
        ...empty,
        ...before,
        format: 'chidu-trust-list/1',
        seq: (before?.seq ?? 0) + 1,
        issued: instant(io.now()),
        nextUpdate: instant(until),
      } satisfies TrustList);
    },
  },
  authority: {
    usage:
      'authority DRAFT --code CODE --name NAME --region CODE --host HOST … [--parent CODE] > DRAFT',
    run: async (asked, io) => {
      const list = await draftOf(asked.files[0], io);
      const code = option(asked, 'code');
      const others = list.authorities.filter((authority) => authority.code !== code);
      const known = list.authorities.find((authority) => authority.code === code);
      const authority = {
        code,
        name: option(asked, 'name'),
        region: option(asked, 'region'),
        parent: asked.options.parent?.[0] ?? null,
        hosts: asked.options.host ?? [],
        channels: known?.channels ?? [],
      };
      return jsonBody({ ...list, authorities: [...others, authority] });
    },
  },
  add: {
    usage: 'add DRAFT --key KEY --role ROLE --authority CODE … --from DAY --to DAY > DRAFT',
    run: async (asked, io) => {
      const list = await draftOf(asked.files[0], io);
      const { alg, spki } = await signer(option(asked, 'key'), io);
      const key: ListedKey = {
        alg,
        spki: toHex(spki),
        role: option(asked, 'role'),
        authorities: asked.options.authority ?? [],
        notBefore: day(asked, 'from'),
        notAfter: day(asked, 'to'),
        revokedAt: null,
        reason: null,
      };
      return jsonBody({ ...list, keys: [...list.keys, key] });
    },
  },
  log: {
    usage: 'log DRAFT --key KEY --origin ORIGIN --authority CODE > DRAFT',
    run: async (asked, io) => {
      const list = await draftOf(asked.files[0], io);
      const { alg, spki } = await signer(option(asked, 'key'), io);
      const kind = alg === ALGORITHM_NAMES.sm2 ? 'sm2' : 'ed25519';
      const origin = option(asked, 'origin');
      if (parseLogOrigin(origin) === null) throw new Refused(`${origin} is no origin of a log`);
      const log = { origin, key: formatNoteKey(noteKey(origin, kind, spki)) };
      const authority = option(asked, 'authority');
      return jsonBody({ ...list, logs: [...list.logs, { ...log, authority }] });
    },
  },
  witness: {
    usage: 'witness DRAFT --vkey VKEY --chain CHAIN [--quorum NUMBER] > DRAFT',
    run: async (asked, io) => {
      const list = await draftOf(asked.files[0], io);
      const key = option(asked, 'vkey');
      const parsed = parseNoteKey(key);
      if (parsed?.kind !== 'cosignature') throw new Refused(`${key} is no key of a witness`);
      const { name } = parsed;
      const others = list.witnesses.filter((witness) => witness.name !== name);
      const witnesses = [...others, { name, key, chain: option(asked, 'chain') }];
      const witnessQuorum = Number(asked.options.quorum?.[0] ?? list.witnessQuorum);
      if (new Set(witnesses.map(({ chain = '' }) => chain)).size < witnessQuorum)
        throw new Refused('the quorum is more than there are chains of command');
      return jsonBody({ ...list, witnesses, witnessQuorum });
    },
  },
  request: {
    usage: 'request --key KEY --authority CODE --officer NUMBER > REQUEST',
    run: async (asked, io) =>
      keyRequest(
        {
          authority: option(asked, 'authority'),
          officer: Number(option(asked, 'officer')),
          made: instant(io.now()),
        },
        await signer(option(asked, 'key'), io),
      ),
  },
  digits: {
    usage: 'digits REQUEST',
    run: async ({ files }, io) => {
      const bytes = await file(files[0], io);
      const read = await readKeyRequest(bytes);
      if (!read.ok) throw new Refused(`${read.error} at ${read.at}`);
      return `${await requestDigits(bytes)}\n`;
    },
  },
  approve: {
    usage:
      'approve REQUEST --digits dddd-dddd-dddd --key KEY --role ROLE --from DAY --to DAY > APPROVAL',
    run: async (asked, io) => {
      const request = await file(asked.files[0], io);
      if ((await requestDigits(request)) !== option(asked, 'digits')) {
        throw new Refused('the digits are not those of this request');
      }
      const fields = {
        role: option(asked, 'role'),
        notBefore: day(asked, 'from'),
        notAfter: day(asked, 'to'),
        approved: instant(io.now()),
      };
      return approveKey(request, fields, await signer(option(asked, 'key'), io));
    },
  },
  admit: {
    usage: 'admit DRAFT REQUEST APPROVAL > DRAFT',
    run: async ({ files }, io) => {
      const list = await draftOf(files[0], io);
      const read = await readKeyApproval(
        await file(files[2], io),
        await file(files[1], io),
        listedKeys(list),
      );
      if (!read.ok) throw new Refused(`${read.error} at ${read.at}`);
      return jsonBody({ ...list, keys: [...list.keys, read.key] });
    },
  },
  revoke: {
    usage: 'revoke DRAFT KID --on DAY --reason TEXT > DRAFT',
    run: async (asked, io) => {
      const list = await draftOf(asked.files[0], io);
      const revoked = { revokedAt: day(asked, 'on'), reason: option(asked, 'reason') };
      const isMeant = ({ spki }: ListedKey) =>
        toHex(keyId(fromHex(spki) ?? new Uint8Array())) === asked.files[1];
      if (!list.keys.some(isMeant)) throw new Refused(`no key ${asked.files[1]} in the list`);
      return jsonBody({
        ...list,
        keys: list.keys.map((key) => (isMeant(key) ? { ...key, ...revoked } : key)),
      });
    },
  },
  sign: {
    usage: 'sign DRAFT --key KEY … > LIST',
    run: async (asked, io) => {
      const bytes = await file(asked.files[0], io);
      const before = parseSignedText(bytes);
      const signers = await Promise.all((asked.options.key ?? []).map((path) => signer(path, io)));
      const signed = await signText(before?.body ?? bytes, signers);
      if (before === null) return signed;
      const lines = new TextDecoder().decode(signed.subarray(before.body.length + 1));
      return new TextDecoder().decode(bytes) + lines;
    },
  },
  publish: {
    usage: 'publish LIST --roots ROOTS [--previous LIST] > LIST',
    run: async (asked, io) => {
      const bytes = await file(asked.files[0], io);
      const roots = JSON.parse(await text(option(asked, 'roots'), io)) as TrustRoots;
      const previous = asked.options.previous?.[0];
      const before = previous === undefined ? null : await draftOf(previous, io);
      const seen = before === null ? null : { seq: before.seq + 1, hash: '' };
      const read = await readTrustList(bytes, { roots, now: io.now(), sm2: true });
      if (!read.ok) throw new Refused(`${read.error} ${JSON.stringify(read.fields)}`);
      if (seen !== null && read.seq < seen.seq)
        throw new Refused(`the list must have number ${seen.seq}`);
      if (read.stale) throw new Refused('the list is stale already');
      io.err(`list ${read.seq}, signed by ${read.holders.join(', ')}, ${read.keys.size} keys\n`);
      return bytes;
    },
  },
};
