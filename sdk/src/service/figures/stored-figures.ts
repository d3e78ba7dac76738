import type {
  CountedFigure,
  FigureIds,
  FigureIdsRequest,
  FiguresAnswer,
  FiguresRequest,
} from '../../api/index.ts';
import { ChiduError } from '../../errors.ts';
import { BOARD_FIGURES } from '../../oversight/board/index.ts';
import { buildHistory } from '../../oversight/events/build-history.ts';
import {
  basisPoints,
  type Figure,
  type FigureDefinition,
  figureId,
  type OversightEvent,
  REMEDY_FIGURES,
  type Scope,
} from '../../oversight/index.ts';
import { USE_FIGURES } from '../../oversight/use/index.ts';
import type { Caller } from '../caller.ts';
import type { Service } from '../service.ts';
import { type CaseFilter, type CasePlace, figureTables } from '../store/records/figures.ts';
import { membersOf } from './members.ts';
import { figuresOf, isCounted, type Profile } from './profile.ts';

/** Ids of a page, where nothing else is asked for. */
const LIMIT = 500;
/** Cases that are read again for a page of their entries. */
const CASES = 100;
/** Profiles that are remembered: what they say never changes. */
const REMEMBERED = 20_000;

/** What was done about an objection is not told to the authority before it is routed there: see `eventsFrom`. */
const NOT_FOR_HEADS: ReadonlySet<string> = new Set(['board.answered', 'board.upheld']);

/** Figures that are shown without any case, too; the others have one for each month or tier that there is. */
const NONE = figuresOf([]);
const DEFINITIONS = new Map<string, FigureDefinition>(
  [BOARD_FIGURES, USE_FIGURES, REMEDY_FIGURES]
    .flatMap((figures): FigureDefinition[] => Object.values(figures))
    .filter(isCounted)
    .map((definition) => [definition.id, definition]),
);

/** Figures from the tables that the follower keeps, and the cases behind each. */
export class StoredFigures {
  readonly #service: Pick<Service, 'database' | 'config'>;
  readonly #profiles = new Map<string, Profile>();

  constructor(service: Pick<Service, 'database' | 'config'>) {
    this.#service = service;
  }

  /**
   * Every figure over the cases of a filter.
   * @throws {ChiduError} `forbidden` for an authority that the caller is not of.
   */
  async figures(caller: Caller, request: FiguresRequest): Promise<FiguresAnswer> {
    const { reader } = this.#service.database;
    const filter = this.#filter(caller, request);
    const sums = new Map<string, [number, number | null]>(
      NONE.map(({ id, denominator }) => [id, [0, denominator]]),
    );
    for (const { profile, month, cases } of await this.#counts(filter)) {
      const began = figureId(BOARD_FIGURES.began, { month });
      sums.set(began, [(sums.get(began)?.[0] ?? 0) + cases, null]);
      for (const [id, [numerator, denominator]] of Object.entries(profile)) {
        const sum = sums.get(id) ?? [0, denominator === null ? null : 0];
        sum[0] += numerator * cases;
        if (sum[1] !== null) sum[1] += (denominator ?? 0) * cases;
        sums.set(id, sum);
      }
    }
    const all = [...sums].map(([id, [numerator, denominator]]) =>
      figureFrom(id, numerator, denominator),
    );
    return {
      figures: all.filter(({ definition }) => isShown(definition.id, caller)),
      read: await this.#read(filter.authorities),
      unread: await figureTables.unread(reader, filter.authorities),
    };
  }

  /**
   * What a figure counts, page by page, in its order.
   * @throws {ChiduError} `not-found` where there is no such figure for the caller; `forbidden` as above.
   */
  async ids(caller: Caller, request: FigureIdsRequest): Promise<FigureIds> {
    const { figure, part, limit = LIMIT, after } = request;
    const [definition, { month }] = definitionOf(figure);
    if (definition === undefined || !isShown(definition.id, caller))
      throw new ChiduError('not-found', 'no such figure', { at: '/figure' });
    const { reader } = this.#service.database;
    const asked = this.#filter(caller, request);
    const began = definition.id === BOARD_FIGURES.began.id && month !== undefined;
    const filter = began ? inMonth(asked, month) : asked;
    const counted = began ? BOARD_FIGURES.cases.id : figure;
    const holding = new Set(
      (await this.#counts(filter)).flatMap(({ profile, name }) =>
        (profile[counted]?.[part === 'in' ? 0 : 1] ?? 0) > 0 ? [name] : [],
      ),
    );
    // A page of entries holds those of so many cases; a page of cases is as long as was asked for.
    const most = definition.counts === 'case' ? limit : Math.min(limit, CASES);
    const rows = await figureTables.cases(reader, filter, holding, placeIn(after), most + 1);
    const page = rows.slice(0, most);
    const last = page.at(-1);
    return {
      ids:
        definition.counts === 'case'
          ? page.map(({ id }) => id)
          : ((await this.#again(page)).find(({ id }) => id === figure)?.[part].slice() ?? []),
      next: rows.length > most && last ? `${last.authority} ${last.thread}` : null,
    };
  }

  /** The figures of these cases, each with what it counts. */
  async #again(page: readonly CasePlace[]): Promise<Figure[]> {
    const { reader } = this.#service.database;
    const threads = new Map<string, OversightEvent[]>();
    for (const [authority, own] of Map.groupBy(page, (row) => row.authority)) {
      const asked = own.map(({ thread }) => thread);
      for (const { thread, event } of await membersOf(reader, authority, asked)) {
        const known = threads.get(`${authority} ${thread}`) ?? [];
        threads.set(`${authority} ${thread}`, known);
        known.push(event);
      }
    }
    const histories = page.flatMap(({ authority, thread }) => {
      const events = threads.get(`${authority} ${thread}`);
      return (events && buildHistory(events, new Set()).history) ?? [];
    });
    return figuresOf(histories);
  }

  #filter(
    caller: Caller,
    { authorities, from, to, violation }: Omit<FiguresRequest, 'format'>,
  ): CaseFilter {
    const kept = this.#service.config.authorities.map(({ code }) => code);
    const seen = kept.filter((code) => caller.authorities.includes(code));
    if (authorities?.some((code) => !seen.includes(code)))
      throw new ChiduError('forbidden', 'the key is not of this authority', { at: 'authority' });
    return {
      authorities: authorities ?? seen,
      from: from ?? null,
      to: to ?? null,
      violation: violation ?? null,
    };
  }

  async #counts(filter: CaseFilter): Promise<readonly ProfileCount[]> {
    const { reader } = this.#service.database;
    const counts = await figureTables.counts(reader, filter);
    const missing = counts.filter(({ profile }) => !this.#profiles.has(profile));
    const found = new Map<string, Profile>();
    for (const [authority, own] of Map.groupBy(missing, (row) => row.authority)) {
      const names = own.map(({ profile }) => profile);
      for (const row of await figureTables.profiles(reader, authority, names))
        found.set(row.profile, JSON.parse(row.figures) as Profile);
    }
    for (const [name, profile] of found)
      if (this.#profiles.size < REMEMBERED) this.#profiles.set(name, profile);
    return counts.map(({ profile: name, month, cases }) => ({
      name,
      month,
      cases,
      profile: this.#profiles.get(name) ?? found.get(name) ?? {},
    }));
  }

  /** How far the logs of these authorities are read. */
  async #read(authorities: readonly string[]): Promise<FiguresAnswer['read']> {
    const { reader } = this.#service.database;
    const followers = await figureTables.followers(reader);
    const own = new Set(authorities);
    return (await figureTables.logs(reader))
      .filter(({ authority }) => own.has(authority))
      .map((log) => ({ ...log, next: followers.get(log.authority)?.read[log.year] ?? 0 }));
  }
}

/** So many cases of one profile began in a month. */
interface ProfileCount {
  readonly name: string;
  readonly profile: Profile;
  readonly month: string;
  readonly cases: number;
}

/** Days compare as text: a month lies before its days, and they before `-99`. */
const inMonth = (filter: CaseFilter, month: string): CaseFilter => ({
  ...filter,
  from: filter.from !== null && filter.from > month ? filter.from : month,
  to: filter.to !== null && filter.to < `${month}-99` ? filter.to : `${month}-99`,
});

const isShown = (definition: string, { role }: Caller): boolean =>
  role !== 'head' || !NOT_FOR_HEADS.has(definition);

/** The case behind which a page begins, as `next` names it. */
function placeIn(after: string | undefined): CasePlace | null {
  if (after === undefined) return null;
  const [authority = '', thread = ''] = after.split(' ');
  if (!/^[0-9]{1,15}$/.test(thread))
    throw new ChiduError('request-schema', 'no place of a page', { at: '/body/after' });
  return { authority, thread: Number(thread) };
}

function figureFrom(id: string, numerator: number, denominator: number | null): CountedFigure {
  const [definition, scope] = definitionOf(id);
  if (definition === undefined) throw new RangeError(`no figure ${id}`);
  return {
    id,
    definition,
    scope,
    numerator,
    denominator,
    bp: denominator === null ? null : basisPoints(numerator, denominator),
  };
}

/** `board.stage[stage=filed]` → its definition and scope; nothing where it is not written as `figureId` writes it. */
function definitionOf(id: string): [FigureDefinition | undefined, Scope] {
  const [name = '', scoped = ''] = id.replace(/\]$/, '').split('[');
  const scope = Object.fromEntries(
    scoped === '' ? [] : scoped.split(';').map((pair) => pair.split('=', 2) as [string, string]),
  );
  const definition = DEFINITIONS.get(name);
  return [definition && figureId(definition, scope) === id ? definition : undefined, scope];
}
