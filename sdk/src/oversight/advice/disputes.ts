import type { CaseHistory, CodeHistory } from '../events/case-history.ts';
import { type Rate, rateOf } from '../statistics/index.ts';
import { type Point, pointId, pointsOf } from './point.ts';

/** How often one point is disputed, and how often the dispute is upheld. Every number can be counted again from its cases. */
export interface Dispute {
  readonly point: Point;
  /** Cases with an objection to it, of the cases in which it was in play. */
  readonly objected: Rate;
  /** Objections that were upheld in whole or in part, of those that were answered. By case. */
  readonly upheld: Rate;
  /** `CaseHistory.id`: in play, disputed, answered, upheld. */
  readonly of: {
    readonly uses: readonly string[];
    readonly objected: readonly string[];
    readonly answered: readonly string[];
    readonly upheld: readonly string[];
  };
}

export interface Disputes {
  /** By violation and point; also those that nobody disputes, as far as they were in play. */
  readonly points: readonly Dispute[];
  readonly cases: number;
  /** Cases and objections whose body is gone: they are in no rate. */
  readonly unread: number;
}

interface Counts {
  readonly point: Point;
  readonly uses: Set<string>;
  readonly objected: Set<string>;
  readonly answered: Set<string>;
  readonly upheld: Set<string>;
}

/**
 * 争议条款: objections by article, factor, option, fact, amount and procedure of each violation. A rate has all cases in which the
 * point was in play below the line, disputed or not; a case counts once, however often it was issued or disputed. An article is in
 * play in every case of the violation in which it has been disputed at all.
 */
export function disputesOf(histories: readonly CaseHistory[]): Disputes {
  const all = new Map<string, Counts>();
  const casesOf = new Map<string, Set<string>>();
  let unread = 0;
  const counts = (point: Point): Counts => {
    const id = pointId(point);
    const known = all.get(id);
    if (known) return known;
    const made = {
      point,
      uses: new Set<string>(),
      objected: new Set<string>(),
      answered: new Set<string>(),
      upheld: new Set<string>(),
    };
    all.set(id, made);
    return made;
  };
  const ordered = histories.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  for (const { id, codes, objections } of ordered) {
    if (codes.every(({ issued }) => issued === null)) unread++;
    for (const { issued } of codes) {
      if (issued === null) continue;
      const own = casesOf.get(issued.violation) ?? new Set();
      casesOf.set(issued.violation, own.add(id));
      for (const point of inPlay(issued)) counts(point).uses.add(id);
    }
    for (const objection of objections) {
      const issued = codes.find(({ codeId }) => codeId === objection.codeId)?.issued;
      if (!issued || objection.disputed === null) {
        unread++;
        continue;
      }
      for (const disputed of objection.disputed) {
        for (const point of pointsOf(disputed, issued.violation, issued.factors)) {
          const own = counts(point);
          own.objected.add(id);
          if (objection.result !== null) own.answered.add(id);
          if (objection.result === 'upheld' || objection.result === 'partly-upheld')
            own.upheld.add(id);
        }
      }
    }
  }
  const points = [...all.values()]
    .map(({ point, uses, objected, answered, upheld }): Dispute => {
      // What nobody wrote down as in play was so in every case of the violation.
      const base =
        point.kind === 'clause' || uses.size === 0 ? (casesOf.get(point.violation) ?? uses) : uses;
      const of = {
        uses: listed(new Set([...base, ...objected])),
        objected: listed(objected),
        answered: listed(answered),
        upheld: listed(upheld),
      };
      return {
        point,
        objected: rateOf(of.objected.length, of.uses.length),
        upheld: rateOf(of.upheld.length, of.answered.length),
        of,
      };
    })
    .sort((a, b) => (pointId(a.point) < pointId(b.point) ? -1 : 1));
  return { points, cases: histories.length, unread };
}

function inPlay({ violation, factors, facts }: NonNullable<CodeHistory['issued']>): Point[] {
  return [
    { kind: 'amount', violation },
    { kind: 'procedure', violation },
    ...facts.map(([fact]): Point => ({ kind: 'fact', violation, fact })),
    ...factors.flatMap(([factor, option]): Point[] => [
      { kind: 'factor', violation, factor },
      { kind: 'option', violation, factor, option },
    ]),
  ];
}

const listed = (ids: ReadonlySet<string>) => [...ids].sort();
