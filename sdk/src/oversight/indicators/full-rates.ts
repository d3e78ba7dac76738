import { within } from '../../text/index.ts';
import type { CaseHistory } from '../events/case-history.ts';
import { type Figure, type FigureDefinition, share } from '../figure.ts';
import type { Organisation } from '../organisation.ts';
import { STAGES } from '../stages.ts';
import { exercisesOf } from '../use/index.ts';

/** 执法人员: somebody of a unit, by a number of the register; no name. `kid` is the own key, null before there is one. */
export interface Person {
  readonly id: string;
  readonly unit: string;
  readonly kid: string | null;
}

export const FULL_RATES = {
  units: {
    id: 'rates.units',
    label: { zh: '机构应用率', en: 'Units that use it' },
    formula: {
      zh: '期内本单位有人在日志中办理过事项的机构÷全部机构',
      en: 'units somebody of whom made an entry in the period ÷ all units',
    },
    counts: 'unit',
  },
  people: {
    id: 'rates.people',
    label: { zh: '人员操作率', en: 'People who use it' },
    formula: {
      zh: '期内以本人密钥办理过事项的人员÷在编执法人员；未登记的在编人员计入分母',
      en: 'people who made an entry under their own key in the period ÷ people in post, registered or not',
    },
    counts: 'person',
  },
  online: {
    id: 'rates.online',
    label: { zh: '全流程网办率', en: 'Cases on line from end to end' },
    formula: {
      zh: '八个环节均有记录的结案案件÷期内结案案件；没有看到的环节不等于没有办理',
      en: 'cases closed in the period with an entry for all eight stages ÷ cases closed; a stage not seen may have been done',
    },
    counts: 'case',
  },
  published: {
    id: 'rates.published',
    label: { zh: '处罚公示率', en: 'Decisions published' },
    formula: {
      zh: '已公示的处罚决定÷期内应当公示的处罚决定；依法不予公示的不计',
      en: 'decisions published ÷ penalty decisions of the period that are to be published; lawfully exempt ones do not count',
    },
    counts: 'case',
  },
} as const satisfies Record<string, FigureDefinition>;

export interface FullRates {
  /** In the order of `FULL_RATES`. */
  readonly figures: readonly Figure[];
  /** Ids of figures for which nothing was handed in: not known, which is not 0 %. */
  readonly unknown: readonly string[];
}

/**
 * 四个 100%, each with what is missing (`missing(figure)`). People in post whom the register does not name are in the base as
 * `<unit>/?1`, `<unit>/?2`: a rate never gets better by leaving somebody out of the register.
 * A unit without people of its own uses it when an entry in its authority's name was made by a key that is nobody else's.
 */
export function fullRates({
  organisation,
  people,
  cases,
  from,
  to,
  publicity,
}: {
  readonly organisation: Organisation;
  /** Null where there is no register: then who acted is not known, and neither is which unit. */
  readonly people: readonly Person[] | null;
  readonly cases: readonly CaseHistory[];
  /** Days, [from, to). */
  readonly from: string;
  readonly to: string;
  /** By case id: published, or lawfully exempt (行政处罚信息公示 rules). Null where no publicity system answers. */
  readonly publicity: ReadonlyMap<string, 'published' | 'exempt'> | null;
}): FullRates {
  const closed = cases.filter(({ stages }) =>
    stages.some(({ stage, on }) => stage === 'closed' && within(on, from, to)),
  );
  const figures: Figure[] = [
    ...(people === null ? [] : useRates(organisation, people, actors(cases, from, to))),
    share(FULL_RATES.online, { part: idsOf(closed.filter(isWhole)), of: idsOf(closed) }),
  ];
  const unknown: string[] = people === null ? [FULL_RATES.units.id, FULL_RATES.people.id] : [];
  if (publicity === null) return { figures, unknown: [...unknown, FULL_RATES.published.id] };
  const due = exercisesOf(cases)
    .exercises.filter(({ state, day }) => state === 'decided' && within(day, from, to))
    .filter(({ tier, kinds }) => tier !== 'waive' || kinds.length > 0)
    .map((one) => one.case)
    .filter((id) => publicity.get(id) !== 'exempt');
  const part = due.filter((id) => publicity.get(id) === 'published');
  return { figures: [...figures, share(FULL_RATES.published, { part, of: due })], unknown };
}

function useRates(
  { units }: Organisation,
  people: readonly Person[],
  { keys, authorities }: ReturnType<typeof actors>,
): Figure[] {
  const registered = Map.groupBy(people, ({ unit }) => unit);
  const ownKeys = new Set(people.flatMap(({ kid }) => kid ?? []));
  const active = units.filter(({ id, authority }) => {
    const own = registered.get(id) ?? [];
    if (own.some(({ kid }) => kid !== null && keys.has(kid))) return true;
    const used = authority === null ? undefined : authorities.get(authority);
    return used !== undefined && [...used].some((kid) => kid === null || !ownKeys.has(kid));
  });
  const posts = units.flatMap(({ id, people: inPost }) => {
    const named = idsOf(registered.get(id) ?? []);
    const nameless = Math.max(0, inPost - named.length);
    return [...named, ...Array.from({ length: nameless }, (_, i) => `${id}/?${i + 1}`)];
  });
  const acted = new Set(idsOf(people.filter(({ kid }) => kid !== null && keys.has(kid))));
  return [
    share(FULL_RATES.units, { part: idsOf(active), of: idsOf(units) }),
    share(FULL_RATES.people, { part: posts.filter((id) => acted.has(id)), of: posts }),
  ];
}

/**
 * Keys that made an entry in the period, and by authority who acted in its name. Not what parties do, nor what the service does by
 * itself: looking at a code, an objection, its escalation.
 */
function actors(cases: readonly CaseHistory[], from: string, to: string) {
  const keys = new Set<string>();
  const authorities = new Map<string, Set<string | null>>();
  for (const { codes, stages, changes, remedies, objections } of cases)
    for (const { day, kid, place } of [
      ...codes,
      ...codes.flatMap(({ ended, decided }) => [ended ?? [], decided ?? []].flat()),
      ...stages,
      ...changes,
      ...remedies,
      ...objections.flatMap(({ steps }) => steps),
    ]) {
      if (!within(day, from, to)) continue;
      if (kid !== null) keys.add(kid);
      const used = authorities.get(place.authority) ?? new Set();
      authorities.set(place.authority, used.add(kid));
    }
  return { keys, authorities };
}

const isWhole = ({ stages }: CaseHistory): boolean =>
  STAGES.every((name) => stages.some(({ stage }) => stage === name));

const idsOf = (of: readonly { readonly id: string }[]): string[] => of.map(({ id }) => id);
