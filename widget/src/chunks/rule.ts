import published from '@chidu/sdk/formats/rule.schema.json?raw';
import type { Rule } from '@chidu/sdk/rules';
import { misfit, type Schema } from '../json-schema.ts';

const schema: Schema = JSON.parse(published);

/**
 * Controls, and marks that turn the direction of writing (UAX #9): inside a sentence they could show a figure backwards, or
 * move a word out of its place. The Rule has been hashed before, so what is shown may be cleaned. Written as all but the
 * rest: `\p{Cc}` costs a phone the making of a Unicode set before it can show a verdict.
 */
const MISLEADING = /[^ -~\u00a0-\u061b\u061d-\u200d\u2010-\u2029\u202f-\u2065\u206a-\uffff]/g;

/** A Rule to be shown, read by its published schema in place of a validator; else the first place that does not fit. */
export function readRule(value: unknown): { rule: Rule } | { at: string } {
  const at = misfit(schema, value);
  return at === null ? { rule: clean(value) as Rule } : { at };
}

function clean(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(MISLEADING, '\ufffd');
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, clean(part)]));
}
