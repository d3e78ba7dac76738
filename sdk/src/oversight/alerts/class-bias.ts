import type { CaseHistory } from '../events/case-history.ts';
import { type Bias, type BiasFinding, handlerBias } from './handler-bias.ts';
import type { Decided } from './like-cases.ts';

/** 当事人类别. Facts tell persons (sole traders among them) from entities; a register of the authority may tell more. */
export const PARTY_CLASSES = [
  'person',
  'sole-trader',
  'individual',
  'enterprise',
  'entity',
] as const;
export type PartyClass = (typeof PARTY_CLASSES)[number];

export interface ClassBiasOptions {
  /** The class of a case's party; null: not known, and left out. Default: the fact `partyType` of the code. */
  readonly classOf?: (decided: Decided) => PartyClass | null;
  /** `shadow`: worked out and compared, and nothing is raised. Default: `shadow`. */
  readonly state?: 'shadow' | 'on';
}

export interface ClassBias extends Bias {
  readonly state: 'shadow' | 'on';
  /** What is put before a person: nothing in the shadow. */
  readonly raised: readonly BiasFinding[];
}

/** `partyType` by its number in `facts.json`, and its values: 个人 and 单位. */
const PARTY_TYPE = 10;
const VALUES: Readonly<Record<number, PartyClass>> = { 1: 'individual', 2: 'entity' };

/** Where the facts of the code hold it: in violations whose text tells persons and entities apart. */
export function partyClassOf({ issued }: Decided): PartyClass | null {
  const [, value] = issued.facts.find(([fact]) => fact === PARTY_TYPE) ?? [];
  return VALUES[value ?? 0] ?? null;
}

/** More cases than for a handler: there are few classes, and each is large where it says anything. */
const FEWEST = 50;

/**
 * Do fines stand otherwise to the suggestion for one class of parties than for others? Compared inside the same violation, tier and
 * authority, so that neither another mix of cases nor a strict district carries it; the suggestion has already taken into
 * account what the law itself says of the class. Of two classes one is the mirror of the other: the lighter one is named. A
 * question about a class and never about a party or an officer.
 */
export function classBias(
  histories: readonly CaseHistory[],
  { classOf = partyClassOf, state = 'shadow' }: ClassBiasOptions = {},
): ClassBias {
  const bias = handlerBias(histories, {
    groupOf: classOf,
    likeOf: ({ issued, history }) => `${history.authority} ${issued.violation} ${issued.tier}`,
    others: { zh: '其他类别当事人的', en: 'of other classes of parties' },
    fewest: FEWEST,
  });
  const findings =
    bias.tested === 2 && bias.findings.length === 2
      ? bias.findings.filter(({ direction }) => direction === 'lighter')
      : bias.findings;
  return { ...bias, findings, state, raised: state === 'on' ? findings : [] };
}
