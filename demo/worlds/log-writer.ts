import { type OversightEvent, type Place, placeId } from '@chidu/sdk/oversight';

/** An entry that has no place yet. */
export interface Draft {
  readonly authority: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly kind: string;
  readonly role: string;
  readonly kid: string | null;
  readonly codeId?: string;
  readonly refersTo?: Draft;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Logs in the making: entries come in any order, and get their places by time when all are there. */
export class LogWriter {
  readonly #drafts: Draft[] = [];

  add(draft: Draft): Draft {
    this.#drafts.push(draft);
    return draft;
  }

  /** How many entries there are, the opening ones not counted. */
  get size(): number {
    return this.#drafts.length;
  }

  /** Every log from its opening entry on, up to the end of a day: what lies after it has not happened. */
  until(today: string): OversightEvent[] {
    const end = Date.parse(`${today}T24:00:00+08:00`);
    const logs = Map.groupBy(
      this.#drafts.filter(({ at }) => at < end),
      ({ authority, at }) => `${authority} ${yearInChina(at)}`,
    );
    const places = new Map<Draft, Place>();
    const written: { draft: Draft; place: Place }[] = [];
    for (const name of [...logs.keys()].sort()) {
      const [authority = '', year = ''] = name.split(' ');
      const entries = (logs.get(name) ?? []).sort((a, b) => a.at - b.at);
      const first = entries[0]?.at ?? 0;
      const opened = { authority, at: first, kind: 'opened', role: 'service', kid: null };
      for (const [index, draft] of [opened, ...entries].entries()) {
        const place = { authority, year: Number(year), index };
        places.set(draft, place);
        written.push({ draft, place });
      }
    }
    return written.map(({ draft, place }) => entry(draft, place, places));
  }
}

function entry(
  { at, kind, role, kid, codeId, refersTo, data }: Draft,
  place: Place,
  places: ReadonlyMap<Draft, Place>,
): OversightEvent {
  const target = refersTo && places.get(refersTo);
  if (refersTo && !target) throw new Error(`${placeId(place)} refers to what is not there yet`);
  return {
    ...place,
    at: new Date(at).toISOString(),
    kind,
    codeId: codeId ?? null,
    refersTo: target?.index ?? null,
    ...(target && target.year !== place.year && { refersToYear: target.year }),
    role,
    kid,
    data: data ?? null,
  };
}

const yearInChina = (at: number): number => new Date(at + 8 * 3_600_000).getUTCFullYear();
