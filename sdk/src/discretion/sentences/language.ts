import type { Citation, Ratio, Wording } from '../../rules/index.ts';
import type { Flag } from '../assessment.ts';
import type { FactRead, GroundFound, TraceStep } from '../trace.ts';

/** What later steps refer to by id. */
export interface Known {
  readonly facts: Map<string, FactRead>;
  readonly grounds: Map<string, GroundFound>;
  /** Points so far, by the number of the factor. */
  readonly totals: Map<number, number>;
}

type Writers = {
  readonly [K in TraceStep['step']]: (
    step: Extract<TraceStep, { step: K }>,
    known: Known,
  ) => string;
};

/** One writer per kind of step: a new kind does not compile until every language can say it. */
export interface Language {
  citation(citation: Citation): string;
  flag(flag: Flag): string;
  readonly steps: Writers;
}

/** 1050000 → `10,500`, 1050050 → `10,500.50`: exact, without empty places. */
export function yuan(fen: number): string {
  const whole = String(Math.trunc(fen / 100)).replace(/\B(?=(?:\d{3})+$)/g, ',');
  const cents = fen % 100;
  return cents === 0 ? whole : `${whole}.${String(cents).padStart(2, '0')}`;
}

/** A ratio with up to six places, or as a fraction where it has more: [1, 2] → `0.5`, [1, 3] → `1/3`. */
export function decimal([num, den]: Ratio): string {
  if (num < 0) return `−${decimal([-num, den])}`;
  const scaled = BigInt(num) * 1_000_000n;
  if (scaled % BigInt(den) !== 0n) return `${num}/${den}`;
  const digits = String(scaled / BigInt(den)).padStart(7, '0');
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`.replace(/\.?0+$/, '');
}

/** Basis points as a percentage: 3000 → `30%`. */
export const percent = (bp: number) => `${decimal([bp, 100])}%`;

/** A share as a percentage cut to two places, marked where it was cut: 33.33…%. */
export function ratioPercent([num, den]: Ratio): string {
  const hundredths = (BigInt(num) * 10_000n) / BigInt(den);
  const exact = hundredths * BigInt(den) === BigInt(num) * 10_000n;
  return `${decimal([Number(hundredths), 100])}${exact ? '' : '…'}%`;
}

/** What a reason for no result speaks of: the label it brings, or that of the fact at its place. */
export function labelOf(
  at: string,
  fields: Readonly<Record<string, unknown>> | undefined,
  known: Known,
): Wording | undefined {
  const label = fields?.label as Wording | undefined;
  return label ?? known.facts.get(at.replace(/^facts\./, ''))?.label;
}
