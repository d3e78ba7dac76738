import { count, type Figure, type FigureDefinition, share, type Words } from '../figure.ts';

/** 案卷评查: the check list of one file, as the officer's desk or a reviewer filled it in. */
export interface ReviewedFile {
  readonly case: string;
  readonly checks: readonly {
    readonly id: string;
    readonly label: Words;
    /** `open`: not due yet. `unseen`: nobody saw what the check needs; no fault. */
    readonly state: 'ok' | 'fault' | 'open' | 'unseen';
  }[];
}

export const FILE_FIGURES = {
  clean: {
    id: 'files.clean',
    label: { zh: '未发现问题的案卷', en: 'Files without a fault' },
    formula: {
      zh: '没有一项检查有问题的案卷÷评查的全部案卷；没有看到的材料不算问题',
      en: 'files in which no check found a fault ÷ all files reviewed; what was not seen is no fault',
    },
    counts: 'case',
  },
  faults: {
    id: 'files.faults',
    label: { zh: '该项有问题的案卷', en: 'Files with a fault in a check' },
    formula: {
      zh: '该项检查有问题的案卷÷该项检查有结果的案卷（合格或有问题）',
      en: 'files with a fault in this check ÷ files in which it had a result, good or bad',
    },
    counts: 'case',
  },
  unseen: {
    id: 'files.unseen',
    label: { zh: '该项没有看到材料的案卷', en: 'Files in which a check saw nothing' },
    formula: {
      zh: '该项检查没有看到所需材料的案卷数',
      en: 'files in which nobody saw what the check needs',
    },
    counts: 'case',
  },
} as const satisfies Record<string, FigureDefinition>;

export interface FileReview {
  readonly figures: readonly Figure[];
  /** Checks in the order of the files, with their words. */
  readonly checks: readonly { readonly id: string; readonly label: Words }[];
}

/** Results of reviewed files, file by file and check by check. A file that was reviewed again counts once, as it was seen last. */
export function fileReview(reviewed: readonly ReviewedFile[], scope = {}): FileReview {
  const files = [...new Map(reviewed.map((file) => [file.case, file])).values()];
  const labels = new Map(files.flatMap(({ checks }) => checks.map(({ id, label }) => [id, label])));
  const withState = (check: string, ...states: string[]): string[] =>
    files
      .filter(({ checks }) =>
        checks.some(({ id, state }) => id === check && states.includes(state)),
      )
      .map((file) => file.case);
  const clean = files.filter(({ checks }) => checks.every(({ state }) => state !== 'fault'));
  return {
    figures: [
      share(FILE_FIGURES.clean, {
        part: clean.map((file) => file.case),
        of: files.map((file) => file.case),
        scope,
      }),
      ...[...labels.keys()].flatMap((check) => [
        share(FILE_FIGURES.faults, {
          part: withState(check, 'fault'),
          of: withState(check, 'ok', 'fault'),
          scope: { ...scope, check },
        }),
        count(FILE_FIGURES.unseen, withState(check, 'unseen'), { ...scope, check }),
      ]),
    ],
    checks: [...labels].map(([id, label]) => ({ id, label })),
  };
}
