import type { Ground, Tier } from '../rules/index.ts';
import type { Undecided } from './assessment.ts';
import type { Case } from './case.ts';
import type { TraceStep } from './trace.ts';

export interface Framed {
  /** The tier that the grounds and the person's election fix; null where the points decide. */
  readonly tier: Tier | null;
  readonly undecided: readonly Undecided[];
  readonly steps: readonly TraceStep[];
}

type Frame = Omit<Extract<TraceStep, { step: 'frame' }>, 'step'>;

/** Capacity and time bar (行政处罚法 30, 31, 36): where there can be no penalty nothing aggravates it. */
const BARS: ReadonlySet<number> = new Set([30, 31, 36]);

const LENIENT = ['waive', 'mitigate', 'lighten'] as const;

/** No ground, no election: by far the most frequent frame. */
const OPEN: Framed = {
  tier: null,
  undecided: [],
  steps: [{ step: 'frame', tier: null, by: 'none', grounds: [], open: [] }],
};

export function frame(found: readonly Ground[], elect: Case['elect']): Framed {
  if (found.length === 0 && !elect) return OPEN;
  const result = weigh(found, elect);
  if ('at' in result) return { tier: null, undecided: [result], steps: [] };
  return { tier: result.tier, undecided: [], steps: [{ step: 'frame', ...result }] };
}

/**
 * What the grounds found do to the frame, before any points. 应当 binds; 可以 waits for a person's election;
 * 从轻或者减轻 does not choose, so without an election it is 从轻, inside the range; grounds that
 * point both ways are weighed by a person, never netted (行政处罚法 30 to 33, 49).
 */
function weigh(found: readonly Ground[], elect: Case['elect']): Frame | Undecided {
  const open = openTiers(found);
  const must = found.filter((ground) => ground.force === 'must');
  const harsher = found.filter((ground) => ground.effect.includes('aggravate'));
  const milder = found.filter((ground) => LENIENT.some((tier) => ground.effect.includes(tier)));
  const mustMilder = milder.filter((ground) => ground.force === 'must');
  const mustHarsher = harsher.some((ground) => ground.force === 'must');
  const mustWaive = mustMilder.filter((ground) => ground.effect.every((tier) => tier === 'waive'));

  const barred = mustWaive.filter(
    ({ cite }) => BARS.has(cite.article) && cite.law === '行政处罚法',
  );
  if (barred.length > 0) return { tier: 'waive', by: 'must', grounds: ids(barred), open: [] };
  if (mustWaive.length > 0 && !mustHarsher)
    return { tier: 'waive', by: 'must', grounds: ids(mustWaive), open: [] };
  const opposed = harsher.length > 0 && milder.length > 0;
  if (opposed && !elect)
    return {
      reason: 'grounds-conflict',
      at: 'grounds',
      fields: { grounds: ids([...milder, ...harsher]) },
    };
  if (elect) {
    const unfounded = refusal(elect, found, mustMilder.length > 0, mustHarsher, opposed);
    if (unfounded)
      return {
        reason: 'election-unfounded',
        at: 'elect',
        fields: { tier: elect.tier, why: unfounded },
      };
    const basis = found.filter((ground) => ground.effect.some((tier) => tier === elect.tier));
    const grounds = ids(elect.tier === 'ordinary' ? found : basis);
    return {
      tier: elect.tier,
      by: 'elected',
      grounds,
      open: open.filter((tier) => tier !== elect.tier),
      reason: elect.reason,
    };
  }
  if (must.length === 0) return { tier: null, by: 'none', grounds: [], open };
  if (mustHarsher) return { tier: 'aggravate', by: 'must', grounds: ids(must), open: [] };
  const tier = mustMilder.every((ground) => ground.effect.includes('lighten'))
    ? 'lighten'
    : 'mitigate';
  return {
    tier,
    by: 'must',
    grounds: ids(mustMilder),
    open: open.filter((other) => other !== tier),
  };
}

/** Why an election cannot stand, or undefined. One-sided 应当 grounds leave no election to the other side. */
function refusal(
  elect: NonNullable<Case['elect']>,
  found: readonly Ground[],
  mustMilder: boolean,
  mustHarsher: boolean,
  opposed: boolean,
): 'no-reason' | 'no-ground' | 'against-must' | undefined {
  if (elect.reason.trim() === '') return 'no-reason';
  const allowed =
    elect.tier === 'ordinary'
      ? opposed
      : found.some((ground) => ground.effect.some((tier) => tier === elect.tier));
  if (!allowed) return 'no-ground';
  const againstMilder = elect.tier === 'ordinary' || elect.tier === 'aggravate';
  const againstHarsher = elect.tier !== 'aggravate';
  if (againstMilder && mustMilder && !mustHarsher) return 'against-must';
  if (againstHarsher && mustHarsher && !mustMilder) return 'against-must';
  return undefined;
}

/** Tiers that a person may elect, lightest first. */
function openTiers(found: readonly Ground[]): Tier[] {
  const effects = new Set(found.flatMap((ground) => ground.effect));
  return ([...LENIENT, 'aggravate'] as const).filter((tier) => effects.has(tier));
}

const ids = (grounds: readonly Ground[]) => grounds.map((ground) => ground.id);
