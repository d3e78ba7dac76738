import type { LogPlace } from '../api/index.ts';
import { toHex } from '../codes/index.ts';
import { type ActorRole, bodyHash, encodeLeaf, type LeafType, SALT_BYTES } from '../log/index.ts';
import { canonicalJson } from '../text/index.ts';
import type { Service } from './service.ts';
import type { Appended } from './store/log/new-entry.ts';
import { requests } from './store/records/requests.ts';
import type { Transaction } from './store/sql/database.ts';

type Json = Readonly<Record<string, unknown>>;

/** 事项: one thing that happened, to be entered in the log together with the rows it changes. */
export interface Act {
  readonly authority: string;
  readonly type: LeafType;
  readonly codeId?: string;
  readonly refersTo?: Pick<LogPlace, 'year' | 'index'>;
  readonly actor: { readonly role: ActorRole; readonly kid: string | null };
  /** What oversight may read: names nobody. */
  readonly open: Json;
  /** What stays with those concerned; goes with a lawful erasure. */
  readonly closed?: Json;
  /** The signed request behind it: the actor's signature is covered by the hash in the leaf. */
  readonly signed?: Uint8Array;
  /** Keeps the answer, so that the same request gets it again. */
  readonly once?: {
    readonly id: string;
    readonly digest: string;
    readonly answer: (place: LogPlace, at: number) => Json;
  };
  /** Rows that change with it, in the same transaction. A throw undoes all and enters nothing. */
  readonly within?: (sql: Transaction, place: LogPlace, at: number) => Promise<void>;
}

/** Where an act was entered, and when. */
export interface Recorded {
  readonly place: LogPlace;
  /** Milliseconds since 1970, by the clock of the log. */
  readonly at: number;
  /** The entry in its checkpoint: for a receipt. */
  readonly appended: Appended;
}

/**
 * Enters an act in the log of its authority: resolves once the entry lies in a signed checkpoint. The body goes into the
 * store beside a salt of its own, its hash into the leaf.
 */
export async function record(service: Service, act: Act): Promise<Recorded> {
  const { authority, type, codeId, refersTo, actor } = act;
  const body = new TextEncoder().encode(
    canonicalJson({
      format: 'chidu-body/1',
      type,
      public: act.open,
      private: act.closed ?? {},
      request: act.signed ? new TextDecoder().decode(act.signed) : null,
    }),
  );
  const salt = service.random(SALT_BYTES);
  const hash = toHex(bodyHash(body, salt));
  const appended = await service.logs.append(authority, {
    kind: type,
    body: { salt, body },
    data: ({ year, time }) =>
      encodeLeaf({
        type,
        time: Math.floor(time / 1000),
        authority,
        bodyHash: hash,
        actor,
        ...(codeId !== undefined && { codeId }),
        ...(refersTo !== undefined && { refersTo: refersTo.index }),
        ...(refersTo !== undefined && refersTo.year !== year && { refersToYear: refersTo.year }),
      }),
    within: async (sql, { year, index, time }) => {
      const place = { authority, year, index };
      await act.within?.(sql, place, time);
      if (act.once) {
        const { id, digest, answer } = act.once;
        const text = canonicalJson(answer(place, time));
        await requests.insert(sql, { authority, id, digest, answer: text, at: time });
      }
    },
  });
  const { year, index, time } = appended.position;
  return { place: { authority, year, index }, at: time, appended };
}

/** An instant as the API writes it. */
export const instant = (at: number): string => new Date(at).toISOString();
