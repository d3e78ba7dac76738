import type { Citation, Rule, Statute } from '../rules/index.ts';
import { type AssessOptions, assess } from './assess.ts';
import type { Assessment, PenaltyResult } from './assessment.ts';
import type { Case } from './case.ts';

/** One text that the act falls under, with the case as that text's Rule asks for it. */
export interface Candidate {
  readonly case: Case;
  readonly rule: Rule;
}

/** 一事不再罚 (行政处罚法 29): of several texts broken by one act, the one with the higher fine. */
export interface Competition {
  readonly format: 'chidu-competition/1';
  /** In the order handed in. */
  readonly assessments: readonly Assessment[];
  /** Texts that stand back behind a more special one, whatever their fine. */
  readonly yields: readonly {
    readonly index: number;
    readonly to: number;
    readonly cite: Citation;
  }[];
  /** `undecided`: a text that could be the highest has no range yet. `needs-person`: no one fine is the highest. */
  readonly result: 'chosen' | 'undecided' | 'needs-person';
  readonly chosen: number | null;
  /** Kinds other than fines under the texts not chosen: they may be imposed beside it. */
  readonly beside: readonly PenaltyResult[];
}

/**
 * Chooses by the maximum fine computed for these facts, not by the numbers in the articles. One act only: several acts
 * are decided apart and then put together.
 */
export function assessCompeting(
  candidates: readonly Candidate[],
  options: AssessOptions = {},
): Competition {
  const assessments = candidates.map((one) => assess(one.case, one.rule, options));
  const yields = candidates.flatMap(({ rule }, index) => yieldsOf(rule.statute, index, candidates));
  const standing = candidates
    .map((_, index) => index)
    .filter((index) => !yields.some((one) => one.index === index));
  const ended = (result: Competition['result'], chosen: number | null): Competition => ({
    format: 'chidu-competition/1',
    assessments,
    yields,
    result,
    chosen,
    beside:
      chosen === null
        ? []
        : standing
            .filter((index) => index !== chosen)
            .flatMap((index) => assessments[index]?.penalties ?? []),
  });
  const weights = standing.map((index) => ({ index, weight: weightOf(assessments[index]) }));
  if (weights.length === 0 || weights.some(({ weight }) => weight === null))
    return ended('undecided', null);
  const sorted = weights.sort((a, b) => compare(b.weight ?? [], a.weight ?? []));
  const [first, second] = sorted;
  if (!first || (second && compare(first.weight ?? [], second.weight ?? []) === 0))
    return ended('needs-person', null);
  return ended('chosen', first.index);
}

/** Maximum, then minimum; null while the law's range is not known. */
function weightOf(assessment: Assessment | undefined): readonly number[] | null {
  if (!assessment) return null;
  const { outcome, range, statuteTiers } = assessment;
  if (range) return [range.max, range.min];
  return outcome === 'undecided' && statuteTiers.length === 0 ? null : [0, 0];
}

const compare = (a: readonly number[], b: readonly number[]) =>
  (a[0] ?? 0) - (b[0] ?? 0) || (a[1] ?? 0) - (b[1] ?? 0);

/** Texts that apply only where another does not: `to` names that other, absent any law or regulation above it. */
const FALLBACKS: readonly {
  readonly law: string;
  readonly articles?: readonly number[];
  readonly paragraphs?: readonly number[];
  readonly to?: string;
  readonly cite: Citation;
}[] = [
  { law: '消费者权益保护法', articles: [56], cite: { law: '消费者权益保护法', article: 56 } },
  {
    law: '消费者权益保护法实施条例',
    articles: [50],
    paragraphs: [1],
    cite: { law: '消费者权益保护法实施条例', article: 50, paragraph: 1 },
  },
  { law: '侵害消费者权益行为处罚办法', cite: { law: '侵害消费者权益行为处罚办法', article: 15 } },
  {
    law: '无证无照经营查处办法',
    articles: [13],
    cite: { law: '无证无照经营查处办法', article: 13 },
  },
  { law: '明码标价和禁止价格欺诈规定', cite: { law: '明码标价和禁止价格欺诈规定', article: 24 } },
  { law: '互联网广告管理办法', to: '广告法', cite: { law: '互联网广告管理办法', article: 27 } },
  {
    law: '市场主体登记管理条例',
    to: '公司法',
    cite: { law: '市场主体登记管理条例', article: 52 },
  },
  {
    law: '反不正当竞争法',
    articles: [20, 25],
    to: '广告法',
    cite: { law: '反不正当竞争法', article: 25, paragraph: 2 },
  },
];

/** Texts of the same step back for laws and regulations; between two of them neither does for the other, unless it says so. */
function yieldsOf(statute: Statute, index: number, candidates: readonly Candidate[]) {
  const own = fallbackOf(statute);
  if (!own) return [];
  const to = candidates.findIndex(({ rule }, other) => {
    if (other === index || rule.statute.basis.law === statute.basis.law) return false;
    if (own.to !== undefined) return rule.statute.basis.law === own.to;
    const theirs = fallbackOf(rule.statute);
    return theirs === undefined || theirs.to !== undefined || rank(theirs.law) < rank(own.law);
  });
  return to === -1 ? [] : [{ index, to, cite: own.cite }];
}

function fallbackOf({ basis, from }: Statute) {
  const { law, article, paragraph } = basis;
  return FALLBACKS.find(
    (one) =>
      one.law === law &&
      (one.articles?.includes(article) ?? true) &&
      (one.paragraphs === undefined ||
        paragraph === undefined ||
        one.paragraphs.includes(paragraph)) &&
      // 反不正当竞争法 20 is false promotion in the text of 2019, 25 in that of 2025.
      (law !== '反不正当竞争法' || article === (from < '2025-10-15' ? 20 : 25)),
  );
}

/** Law before administrative regulation before departmental rule, as the names end. */
const rank = (law: string) => (/(?<!办)法$/.test(law) ? 0 : /条例$/.test(law) ? 1 : 2);
