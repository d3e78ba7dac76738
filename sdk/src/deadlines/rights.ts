import type { CaseKind, Cite, Label, RemedyKind } from './period.ts';

/**
 * How a penalty decision may be contested, from the kind of case; `null` when that is not known
 * (an anti-monopoly case of which nobody said whether it decides on a concentration).
 */
export function remedyKind(kind: CaseKind): RemedyKind | null {
  if (kind.procedure === 'summary') return 'on-the-spot';
  if (kind.field === 'price') return 'price';
  if (kind.field === 'metering') return 'metering';
  if (kind.field !== 'anti-monopoly') return 'ordinary';
  return kind.merger === undefined ? null : kind.merger ? 'merger' : 'ordinary';
}

export interface Rights {
  readonly remedy: RemedyKind;
  /** Reconsideration must come first (复议前置). */
  readonly reconsiderationFirst: boolean;
  /** To whom the application for reconsideration goes. */
  readonly authority: {
    readonly id: 'same-level-government' | 'samr';
    readonly label: Label;
    readonly cite: Cite;
  };
  /** Ids of the periods that carry the party's remedies, in the order to show them. */
  readonly periods: readonly string[];
  /** What a person should read, one sentence each. */
  readonly sentences: readonly Label[];
  readonly cite: readonly Cite[];
}

interface Way {
  readonly cite: readonly Cite[];
  readonly first: Label | null;
  readonly sue: Label;
}

const SUE_AFTER: Label = {
  zh: '对行政复议决定不服的，可以自收到复议决定书之日起十五日内向人民法院提起行政诉讼。',
  en: 'Against the reconsideration decision a suit may be brought within 15 days of receiving it.',
};

const WAYS: Readonly<Record<RemedyKind, Way>> = {
  ordinary: {
    cite: [
      { law: '行政复议法', article: 20, paragraph: 1 },
      { law: '行政诉讼法', article: 46, paragraph: 1 },
    ],
    first: null,
    sue: {
      zh: '也可以自收到处罚决定书之日起六个月内直接向人民法院提起行政诉讼。',
      en: 'Or a suit may be brought directly within six months of receiving the decision.',
    },
  },
  metering: {
    cite: [
      { law: '行政复议法', article: 20, paragraph: 1 },
      { law: '计量法', article: 31 },
    ],
    first: null,
    sue: {
      zh: '直接向人民法院提起行政诉讼的，应当自接到处罚通知之日起十五日内提出。',
      en: 'A suit without reconsideration must be brought within 15 days of receiving the decision.',
    },
  },
  'on-the-spot': {
    cite: [{ law: '行政复议法', article: 23, paragraph: 1, item: 1 }],
    first: {
      zh: '对当场作出的处罚决定不服的，应当先申请行政复议，可以通过作出决定的机关提交申请。',
      en: 'A decision made on the spot goes to reconsideration first; the application may be handed in at the authority that made it.',
    },
    sue: SUE_AFTER,
  },
  price: {
    cite: [
      { law: '价格违法行为行政处罚规定', article: 20 },
      { law: '行政复议法', article: 23, paragraph: 1, item: 5 },
    ],
    first: {
      zh: '对价格处罚决定不服的，应当先申请行政复议。',
      en: 'A price penalty goes to reconsideration first.',
    },
    sue: SUE_AFTER,
  },
  merger: {
    cite: [{ law: '反垄断法', article: 65, paragraph: 1 }],
    first: {
      zh: '对经营者集中的决定不服的，应当先申请行政复议。',
      en: 'A decision on a concentration goes to reconsideration first.',
    },
    sue: SUE_AFTER,
  },
};

const RECONSIDER: Label = {
  zh: '可以自收到处罚决定书之日起六十日内申请行政复议。',
  en: 'Reconsideration may be applied for within 60 days of receiving the decision.',
};

const NO_WORSE: Label = {
  zh: '行政复议不会作出对申请人更为不利的变更决定；复议、诉讼期间一般不停止执行。',
  en: 'Reconsideration may not change the decision to the applicant’s detriment; as a rule neither it nor a suit stops execution.',
};

/**
 * The party's rights against a penalty decision: never one text for every case.
 * `level` is the authority that decided: a bureau of a county, city or province, or the State administration itself.
 * @returns `null` when the kind of case leaves the way open: see `remedyKind`.
 */
export function rightsOf(kind: CaseKind, level: 'local' | 'state'): Rights | null {
  const remedy = remedyKind(kind);
  if (remedy === null) return null;
  const way = WAYS[remedy];
  const untold = kind.told ? '' : '-untold';
  const sue =
    remedy === 'ordinary'
      ? [`sue${untold}`]
      : remedy === 'metering'
        ? [`sue-metering${untold}`]
        : [];
  return {
    remedy,
    reconsiderationFirst: way.first !== null,
    authority:
      level === 'local'
        ? {
            id: 'same-level-government',
            label: {
              zh: '作出决定机关的本级人民政府',
              en: 'the people’s government at the same level',
            },
            cite: { law: '行政复议法', article: 24, paragraph: 1, item: 1 },
          }
        : {
            id: 'samr',
            label: {
              zh: '国家市场监督管理总局',
              en: 'the State Administration for Market Regulation',
            },
            cite: { law: '行政复议法', article: 25, item: 1 },
          },
    periods: [`reconsider${untold}`, ...sue, 'sue-after-reconsideration'],
    sentences: [...(way.first ? [way.first] : []), RECONSIDER, way.sue, NO_WORSE],
    cite: [...way.cite, { law: '行政复议法', article: 63, paragraph: 2 }],
  };
}
