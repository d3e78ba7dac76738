import type { Citation, Ratio } from '../../rules/index.ts';
import type { FactRead, GroundFound, TraceStep } from '../trace.ts';

/** What later steps refer to by id. */
export interface Known {
  readonly facts: Map<string, FactRead>;
  readonly grounds: Map<string, GroundFound>;
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
  readonly steps: Writers;
}

/** 1050000 → `10,500`, 1050050 → `10,500.50`: exact, without empty places. */
export function yuan(fen: number): string {
  const whole = String(Math.trunc(fen / 100)).replace(/\B(?=(?:\d{3})+$)/g, ',');
  const cents = fen % 100;
  return cents === 0 ? whole : `${whole}.${String(cents).padStart(2, '0')}`;
}

/** A ratio whose denominator is a power of ten, or any other as a fraction: [1, 2] → `0.5`, [1, 3] → `1/3`. */
export function decimal([num, den]: Ratio): string {
  for (let places = 0, scale = 1; places <= 6; places += 1, scale *= 10)
    if ((num * scale) % den === 0) {
      const digits = String((num * scale) / den).padStart(places + 1, '0');
      const cut = digits.length - places;
      return places === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`;
    }
  return `${num}/${den}`;
}

/** Basis points as a percentage: 3000 → `30%`. */
export const percent = (bp: number) => `${decimal([bp, 100])}%`;
