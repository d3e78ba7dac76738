import type { Citation, Ground, PenaltyKind, Statute } from '../rules/index.ts';
import type { Flag, PenaltyResult } from './assessment.ts';
import { once } from './once.ts';
import type { TraceStep } from './trace.ts';

/** What the authority must do or mind beside the amount: dated data with the article for each. */

/** 行刑衔接 (行政处罚法 27): violations that are often crimes, by article of 刑法; its thresholds are checked first. */
const CRIMES: Readonly<Record<string, number>> = {
  'pq-adulterated': 140,
  'pq-unsafe': 140,
  'drug-counterfeit': 141,
  'drug-substandard': 142,
  'food-contaminants-over-limit': 143,
  'food-diseased-dead-meat': 143,
  'food-uninspected-meat': 143,
  'food-non-food-raw-material': 144,
  'food-added-medicine': 144,
  'uc-bribery-individual': 163,
  'uc-bribery-entity': 164,
  'tm-infringement': 213,
  'uc-trade-secret': 219,
  'ad-false': 222,
  'ad-false-agent-publisher': 222,
  'py-organise': 224,
};

/** Who may decide: a fine from this sum on, or any penalty, needs at least this level. */
const LEVELS: readonly {
  readonly applies: (statute: Statute) => boolean;
  readonly from: number;
  readonly level: 'prefecture' | 'province' | 'national';
  readonly cite: Citation;
}[] = [
  {
    applies: ({ basis }) => basis.law === '食品安全法',
    from: 30_000_000,
    level: 'prefecture',
    cite: { law: '食品安全法实施条例', article: 81 },
  },
  {
    applies: ({ field }) => field === 'metering',
    from: 1_000_000,
    level: 'province',
    cite: { law: '计量法实施细则', article: 55 },
  },
  {
    applies: ({ violation }) => violation === 'am-illegal-concentration',
    from: 0,
    level: 'national',
    cite: { law: '反垄断法', article: 58 },
  },
  {
    applies: ({ violation }) => violation === 'uc-large-firm-payment-abuse',
    from: 0,
    level: 'province',
    cite: { law: '反不正当竞争法', article: 31 },
  },
];

/** 复议前置: the penalty may be taken to court only after reconsideration. */
const RECONSIDERATION_FIRST: readonly {
  readonly applies: (statute: Statute) => boolean;
  readonly cite: Citation;
}[] = [
  {
    applies: ({ basis }) => basis.law === '价格违法行为行政处罚规定',
    cite: { law: '价格违法行为行政处罚规定', article: 20 },
  },
  {
    applies: ({ violation }) => violation === 'am-illegal-concentration',
    cite: { law: '反垄断法', article: 65, paragraph: 1 },
  },
];

const publicFor = (min: number, max: number, source: string): Flag => ({
  id: 'publicity',
  fields: { min, max, source },
});
const RULES_OF_2021 = '《市场监督管理行政处罚信息公示规定》第十三条';
const RULES_OF_2026 = '《信用修复管理办法》，国家发展改革委令第36号';

/** How long a decision stays public, months, for decisions on [from, to). */
const PUBLICITY: readonly {
  readonly from: string;
  readonly to: string | null;
  /** Criticism alone, or a fine the province calls low. */
  readonly light: Flag;
  readonly other: Flag;
}[] = [
  {
    from: '2021-09-01',
    to: '2026-04-01',
    light: publicFor(3, 3, RULES_OF_2021),
    other: publicFor(36, 36, RULES_OF_2021),
  },
  {
    // A general matter 3 to 12 months, a serious one 12 to 36; which it is, the authority decides.
    from: '2026-04-01',
    to: null,
    light: publicFor(0, 3, RULES_OF_2026),
    other: publicFor(3, 36, RULES_OF_2026),
  },
];

/** An innocent dealer goes free, the goods do not: kinds that the grounds of a waiver keep. */
export function stillTaken(found: readonly Ground[], frame: readonly TraceStep[]): Flag[] {
  const used = new Set(frame.flatMap((step) => (step.step === 'frame' ? step.grounds : [])));
  return found.flatMap(({ id, keeps, cite }) =>
    keeps && used.has(id) ? [{ id: 'still-confiscated', cite, fields: { kinds: keeps } }] : [],
  );
}

/** 反垄断法 63 lets the fine be multiplied by two to five, above any maximum; only a person may. */
const BEYOND: Flag = { id: 'beyond-maximum', cite: { law: '反垄断法', article: 63 } };

/** First of all flags: what must be clear before any number is looked at. */
export const criminalSuspicion = once(({ violation }: Statute): readonly Flag[] => {
  const article = Object.hasOwn(CRIMES, violation) ? CRIMES[violation] : undefined;
  if (article === undefined) return [];
  const cite = { law: '行政处罚法', article: 27, paragraph: 1 };
  return [{ id: 'criminal-suspicion', cite, fields: { crime: { law: '刑法', article } } }];
});

/** What holds of this text alone. */
const ofStatute = once((statute: Statute) => ({
  levels: LEVELS.filter(({ applies }) => applies(statute)),
  reconsidered: RECONSIDERATION_FIRST.filter(({ applies }) => applies(statute)),
}));

/** Adds the duties that follow from the penalty as proposed. `fine` null: none proposed. */
export function duties(
  flags: Flag[],
  statute: Statute,
  decisionDate: string | null,
  fine: number | null,
  penalties: readonly PenaltyResult[],
  confiscations: readonly PenaltyResult[],
): void {
  if (flags.some(({ id }) => id === 'hearing')) flags.push(LEGAL_REVIEW, COLLECTIVE_DISCUSSION);
  const { levels, reconsidered } = ofStatute(statute);
  for (const { from, level, cite } of levels)
    if ((fine ?? 0) >= from) flags.push({ id: 'level', cite, fields: { level, from } });
  for (const { cite } of reconsidered) flags.push({ id: 'reconsideration-first', cite });
  if (statute.basis.law === '反垄断法' && fine !== null) flags.push(BEYOND);
  if (decisionDate !== null)
    publicity(flags, decisionDate, fine === null && confiscations.length === 0 ? penalties : null);
}

const LEGAL_REVIEW: Flag = {
  id: 'legal-review',
  cite: { law: '行政处罚法', article: 58, paragraph: 1 },
};
const COLLECTIVE_DISCUSSION: Flag = {
  id: 'collective-discussion',
  cite: { law: '行政处罚法', article: 57, paragraph: 2 },
};
const NOT_PUBLISHED: Flag = {
  id: 'not-published',
  cite: { law: '市场监督管理行政处罚信息公示规定', article: 2 },
};

/** `light`: what is imposed where neither a fine nor a confiscation is. */
function publicity(flags: Flag[], day: string, light: readonly PenaltyResult[] | null): void {
  const row = PUBLICITY.findLast(({ from, to }) => from <= day && (to === null || day < to));
  const only = (more?: PenaltyKind) =>
    light?.every(({ kind }) => kind === 'warning' || kind === more);
  if (only()) flags.push(NOT_PUBLISHED);
  else if (row) flags.push(only('circulated-criticism') ? row.light : row.other);
}
