import type { CaseHistory, Unread } from '../events/case-history.ts';
import { placeId } from '../events/event.ts';
import { type Figure, type FigureDefinition, share } from '../figure.ts';
import type { Organisation } from '../organisation.ts';
import { exercisesOf } from '../use/index.ts';

export const COVERED = {
  authorities: {
    id: 'covered.authorities',
    label: { zh: '监督全囊括', en: 'Authorities under supervision' },
    formula: {
      zh: '日志中有记录的执法主体÷组织中的全部执法主体',
      en: 'authorities with an entry in the log ÷ all authorities of the organisation',
    },
    counts: 'unit',
  },
  data: {
    id: 'covered.data',
    label: { zh: '数据全归集', en: 'Cases with all their data' },
    formula: {
      zh: '有案件编号、监督码记录可读的案件÷全部案件',
      en: 'cases with their number and a readable code ÷ all cases',
    },
    counts: 'case',
  },
  loops: {
    id: 'covered.loops',
    label: { zh: '流程全闭环', en: 'Matters that came to an end' },
    formula: {
      zh: '已办结的异议、线索和督办÷全部异议、线索和督办；在期限内办理中的也计入分母',
      en: 'objections, clues and orders that ended ÷ all of them, those still in time included',
    },
    counts: 'entry',
  },
} as const satisfies Record<string, FigureDefinition>;

/** States in which an objection has ended. */
export const ENDED_OBJECTION: ReadonlySet<string> = new Set(['answered', 'declined', 'steered']);

/** A matter of supervision beside objections: a clue, an alert taken up, an order. */
export interface Matter {
  readonly id: string;
  readonly ended: boolean;
}

export interface CoverageFigures {
  readonly figures: readonly Figure[];
  /** Entries that could not be read, with why: a gap of their own. */
  readonly unread: readonly { readonly entry: string; readonly why: Unread['why'] }[];
}

/** 全囊括、全归集、全闭环, each with its gaps (`missing(figure)`). */
export function coverageFigures({
  organisation,
  cases,
  unread,
  matters = [],
}: {
  readonly organisation: Organisation;
  readonly cases: readonly CaseHistory[];
  readonly unread: readonly Unread[];
  readonly matters?: readonly Matter[];
}): CoverageFigures {
  const seen = new Set(cases.map(({ authority }) => authority));
  const authorities = organisation.units.filter(({ authority }) => authority !== null);
  const readable = new Set(exercisesOf(cases).exercises.map((one) => one.case));
  const objections = cases.flatMap(({ objections }) =>
    objections.map(({ place, state }) => ({
      id: placeId(place),
      ended: ENDED_OBJECTION.has(state),
    })),
  );
  const all = [...objections, ...matters];
  return {
    figures: [
      share(COVERED.authorities, {
        part: authorities.filter((one) => seen.has(one.authority ?? '')).map(({ id }) => id),
        of: authorities.map(({ id }) => id),
      }),
      share(COVERED.data, {
        part: cases
          .filter(({ id, caseNumber }) => caseNumber !== null && readable.has(id))
          .map(({ id }) => id),
        of: cases.map(({ id }) => id),
      }),
      share(COVERED.loops, {
        part: all.filter(({ ended }) => ended).map(({ id }) => id),
        of: all.map(({ id }) => id),
      }),
    ],
    unread: unread.map(({ place, why }) => ({ entry: placeId(place), why })),
  };
}
