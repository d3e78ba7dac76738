import type { Case } from '../../discretion/index.ts';
import type { Rule } from '../../rules/index.ts';
import type { CaseHistory, CodeHistory } from '../events/case-history.ts';
import type { Advice } from './advice.ts';
import { adviceText, pointLabel } from './advice-text.ts';
import { type Dispute, disputesOf } from './disputes.ts';
import { type HotPoint, hotPoints } from './hot-points.ts';
import { pointId } from './point.ts';
import { caseOfCode, settledOf, tryProposal } from './try-proposal.ts';

export interface AdviseOptions {
  /** `YYYY-MM-DD`: the day the advice is made. */
  readonly today: string;
  /** The Rule of a hash, where it is at hand: without it an advice proposes no figure. */
  readonly ruleOf: (hash: string) => Rule | null;
  /** Cases to try a proposal on. Default: the cases of the log under the same violation. */
  readonly library?: (violation: string) => Iterable<Case> | AsyncIterable<Case>;
}

export interface Advised {
  readonly advice: readonly Advice[];
  /** Points asked about, and points of which too few cases or objections are known to say anything. */
  readonly tested: number;
  readonly tooFew: number;
  /** Cases and objections that could not be read. */
  readonly unread: number;
}

/** Upheld share whose interval must lie above, or below, for the kind of advice to be settled. Basis points. */
const UPHELD = 3000;

/**
 * 裁量基准优化建议 from the disputes in a log. Small numbers give none; an advice names the point, the bands, the evidence and the
 * sample, and a proposed figure has been tried on a library of cases. The same cases give the same bytes.
 */
export async function advise(
  histories: readonly CaseHistory[],
  options: AdviseOptions,
): Promise<Advised> {
  const disputes = disputesOf(histories);
  const { hot, tested, tooFew } = hotPoints(disputes);
  const known = new Map(histories.map((one) => [one.id, one]));
  const advice: Advice[] = [];
  for (const one of hot) {
    const made = await adviceOn(one, tested, known, options);
    if (made) advice.push(made);
  }
  return { advice, tested, tooFew, unread: disputes.unread };
}

async function adviceOn(
  { dispute, elsewhere, q }: HotPoint,
  tested: number,
  known: ReadonlyMap<string, CaseHistory>,
  { today, ruleOf, library }: AdviseOptions,
): Promise<Advice | null> {
  const { point, objected, upheld, of } = dispute;
  const disputed = of.objected.flatMap((id) => known.get(id) ?? []);
  const codes = disputed.flatMap(
    (one) => one.codes.findLast(({ issued }) => issued?.violation === point.violation) ?? [],
  );
  const issued = codes.flatMap((code) => code.issued ?? []);
  // The version in use last is the one that can be mended.
  const latest = codes.reduce<CodeHistory | null>(
    (last, code) => (last === null || code.at > last.at ? code : last),
    null,
  )?.issued;
  if (!latest) return null;
  const rule = ruleOf(latest.rule);
  const kind = kindOf(dispute);
  const tried =
    kind === 'amend' && rule && point.kind === 'option'
      ? await tryProposal(
          rule,
          point,
          settledOf(
            of.upheld.flatMap((id) => known.get(id) ?? []),
            rule,
          ),
          library ? library(point.violation) : casesIn(known.values(), rule),
        )
      : null;
  const label = pointLabel(point, rule);
  const { pack, version } = latest.benchmark;
  return {
    format: 'chidu-advice/1',
    id: `${pointId(point)}@${pack}/${version}`,
    made: today,
    kind,
    benchmark: { pack, version, rule: latest.rule },
    point,
    label,
    band: bandOf(issued),
    sample: { objected, elsewhere, upheld, q, tested },
    evidence: [...of.objected],
    proposal: tried?.proposal ?? null,
    trial: tried?.trial ?? null,
    text: adviceText(kind, label, dispute, tried?.proposal ?? null),
  };
}

function kindOf({ upheld }: Dispute): Advice['kind'] {
  const [low, high] = upheld.interval ?? [0, 10_000];
  return low > UPHELD ? 'amend' : high < UPHELD ? 'explain' : 'review';
}

function bandOf(
  issued: readonly NonNullable<CaseHistory['codes'][number]['issued']>[],
): Advice['band'] {
  const ranges = issued.flatMap(({ range }) => range ?? []);
  const tiers = [1, 2, 3, 4, 5].flatMap((tier) => {
    const cases = issued.filter((one) => one.tier === tier).length;
    return cases === 0 ? [] : [{ tier, cases }];
  });
  const least = (a: number, b: number) => Math.min(a, b);
  const most = (a: number, b: number) => Math.max(a, b);
  const [first] = ranges;
  return {
    tiers,
    range: first
      ? {
          min: ranges.map(({ min }) => min).reduce(least),
          max: ranges.map(({ max }) => max).reduce(most),
        }
      : null,
  };
}

function* casesIn(histories: Iterable<CaseHistory>, rule: Rule): Generator<Case> {
  for (const { codes } of histories) {
    const code = codes.find(({ issued }) => issued?.violation === rule.statute.violation);
    const read = code?.issued ? caseOfCode(code.issued, code.day, rule) : null;
    if (read) yield read;
  }
}
