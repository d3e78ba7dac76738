import type { CaseRecord } from '@chidu/sdk/cases';
import { Dice } from './dice.ts';
import { type Latent, latentCase, likeAgain } from './latent.ts';
import { narrate } from './narrative.ts';
import { noisy } from './noise.ts';

export interface CorpusOptions {
  readonly seed: number;
  readonly count: number;
}

/** A record and what really lies behind it. */
export interface Made {
  readonly record: CaseRecord;
  readonly latent: Latent;
}

/** One in twenty-five cases is written from a colleague's document of some hundred cases ago. */
const COPIED = 0.04;
const MEMORY = 400;

/**
 * Invented cases, one after the other: as many as wanted are never held at once. The first `n` of a longer corpus
 * with the same seed are the corpus of `n`.
 */
export function* corpus({ seed, count }: CorpusOptions): Generator<Made> {
  const recent: Latent[] = [];
  for (let i = 0; i < count; i += 1) {
    const dice = new Dice(Math.imul(i + 1, 0x85ebca6b) ^ seed);
    const earlier = dice.chance(COPIED) ? recent[dice.below(MEMORY)] : undefined;
    const latent = earlier ? likeAgain(earlier, dice) : latentCase(i, seed);
    recent[i % MEMORY] = latent;
    yield { record: recordOf(latent, i, dice), latent };
  }
}

/** What a library would hold of it: some of it unknown, as in real data. */
function recordOf(latent: Latent, i: number, dice: Dice): CaseRecord {
  const { violation, statute, place } = latent;
  const text = narrate(latent, new Dice(latent.wording));
  const year = latent.decisionDate.slice(0, 4);
  const entry = statute ?? violation.versions[0];
  const structured = dice.chance(0.6);
  const number = `${place.sign}处罚〔${year}〕${1 + (i % 90_000)}号`;
  const name = latent.party === 'individual' ? `${text.party.slice(0, 1)}某` : text.party;
  const clean = (words: string) => words.replaceAll(text.party, name);
  return {
    format: 'chidu-case-record/1',
    id: `corpus-${i + 1}`,
    title: clean(text.title),
    facts: noisy(clean(text.facts), dice),
    basis: text.basis,
    decision: noisy(text.decision, dice),
    number,
    ...(dice.chance(0.85) ? { violation: violation.id } : {}),
    statutes: entry === undefined || dice.chance(0.08) ? [] : [citation(entry.basis)],
    ...(latent.fine === null ? {} : { fine: latent.fine }),
    ...(dice.chance(0.9) ? { confiscated: latent.confiscated } : {}),
    ...(dice.chance(0.9) ? { value: latent.value } : {}),
    kinds:
      latent.tier === 'waive'
        ? []
        : [
            ...(latent.fine === null ? (['warning'] as const) : (['fine'] as const)),
            ...(latent.confiscated > 0 ? (['confiscate-illegal-gains'] as const) : []),
          ],
    factors: structured
      ? Object.fromEntries(Object.entries(latent.factors).filter(() => dice.chance(0.88)))
      : {},
    ...(structured && latent.fine !== null ? { tier: latent.tier } : {}),
    actDate: latent.actDate,
    decisionDate: latent.decisionDate,
    ...(statute === null ? {} : { lawVersion: statute.from }),
    authority: place.authority,
    region: place.code,
    level: place.level,
    party: { kind: latent.party, name },
    ...(dice.chance(0.002) ? { guiding: true } : {}),
    source: { name: '尺度示例案例（虚构）', at: String(i + 1) },
  };
}

function citation({ law, article, paragraph, item }: CaseRecord['statutes'][number]) {
  return {
    law,
    article,
    ...(paragraph === undefined ? {} : { paragraph }),
    ...(item === undefined ? {} : { item }),
  };
}
