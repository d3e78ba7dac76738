import type { Issue } from '../../errors.ts';
import { type BenchmarkPack, type Loaded, loadBenchmarkPack } from '../../rules/index.ts';
import type { Advice, AdviceAnswer } from './advice.ts';
import { changePoints } from './change-points.ts';

/** What the draft is called and from when it is meant to hold. */
export interface DraftNames {
  readonly version: string;
  readonly from: string;
}

/**
 * 草案: the pack with the adopted change. It has no publication and is marked as a sample, so it loads only where samples are allowed and
 * nothing official can be computed with it: publishing is an act of the authority (行政处罚法 34). A table that serves every
 * violation stays as it is; the changed one is added for the violation of the advice.
 * Issues: `contradiction` where the answer is no adoption of this advice, or it proposes nothing; `unknown-reference` where the pack is
 * another one than the advice speaks of, or no longer says what it said; then those of `loadBenchmarkPack`.
 */
export function draftBenchmark(
  pack: BenchmarkPack,
  advice: Advice,
  answer: AdviceAnswer,
  { version, from }: DraftNames,
): Loaded<BenchmarkPack> {
  const refuse = (code: Issue['code'], at: string, message: string): Loaded<BenchmarkPack> => ({
    ok: false,
    issues: [{ code, at, message }],
  });
  if (answer.advice !== advice.id || answer.answer !== 'adopt')
    return refuse('contradiction', '/answer', 'this advice has not been adopted');
  if (advice.proposal === null)
    return refuse('contradiction', '/proposal', 'no figure is proposed');
  if (pack.id !== advice.benchmark.pack || pack.version !== advice.benchmark.version)
    return refuse('unknown-reference', '/benchmark', 'another pack or version');
  const { violation } = advice.point;
  const own = pack.benchmarks.find((one) => one.violation === violation);
  const base = own ?? pack.benchmarks.find((one) => one.violation === null);
  const changed = base && changePoints(base, advice.proposal);
  if (!changed)
    return refuse('unknown-reference', '/proposal', 'the pack does not say what is to be changed');
  const made = { ...changed, violation };
  const { title } = pack;
  return loadBenchmarkPack(
    {
      ...pack,
      version,
      from,
      to: null,
      sample: true,
      publication: null,
      title: { zh: `${title.zh}（草案）`, ...(title.en && { en: `${title.en} (draft)` }) },
      benchmarks: own
        ? pack.benchmarks.map((one) => (one === own ? made : one))
        : [...pack.benchmarks, made],
    },
    { allowSample: true },
  );
}
