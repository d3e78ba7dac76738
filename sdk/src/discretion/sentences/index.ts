import type { Citation } from '../../rules/index.ts';
import type { Flag } from '../assessment.ts';
import type { Trace, TraceStep } from '../trace.ts';
import { en } from './en.ts';
import type { Known, Language } from './language.ts';
import { zh } from './zh.ts';

export interface Sentence {
  readonly step: TraceStep['step'];
  readonly text: string;
  readonly cite: readonly Citation[];
}

const LANGUAGES: Readonly<Record<'zh' | 'en', Language>> = { zh, en };

/**
 * The steps of a trace as sentences that a shopkeeper understands, in order. Steps that decide nothing for the reader
 * (tiers of the statute that do not apply) give none. Nothing but the trace is needed.
 */
export function sentences(trace: Trace, language: 'zh' | 'en'): Sentence[] {
  const words = LANGUAGES[language];
  const known = knownFrom(trace);
  const result: Sentence[] = [];
  for (const step of trace.steps) {
    const text = render(words, step, known);
    if (text !== '') result.push({ step: step.step, text, cite: citations(step) });
  }
  return result;
}

/** `《食品安全法》第一百二十二条第一款`, `《食品安全法》 art. 122 para. 1`. */
export function citationText(citation: Citation, language: 'zh' | 'en'): string {
  return LANGUAGES[language].citation(citation);
}

/** What a flag asks of the authority, without a full stop. */
export function flagText(flag: Flag, language: 'zh' | 'en'): string {
  return LANGUAGES[language].flag(flag);
}

function render(words: Language, step: TraceStep, known: Known): string {
  const write = words.steps[step.step] as (step: TraceStep, known: Known) => string;
  return write(step, known);
}

function citations(step: TraceStep): readonly Citation[] {
  if ('cite' in step) return step.cite;
  if (step.step === 'grounds') return step.found.map((ground) => ground.cite);
  if (step.step === 'flag') return step.flag.cite ? [step.flag.cite] : [];
  return [];
}

function knownFrom(trace: Trace): Known {
  const facts: Known['facts'] = new Map();
  const grounds: Known['grounds'] = new Map();
  const totals: Known['totals'] = new Map();
  let total = 0;
  for (const step of trace.steps) {
    if (step.step === 'factor') {
      total += step.points;
      totals.set(step.number, total);
    }
    if (step.step === 'facts') for (const fact of step.facts) facts.set(fact.id, fact);
    if (step.step === 'grounds') for (const ground of step.found) grounds.set(ground.id, ground);
  }
  return { facts, grounds, totals };
}
