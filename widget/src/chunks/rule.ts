import published from '@chidu/sdk/formats/rule.schema.json?raw';
import type { Rule } from '@chidu/sdk/rules';
import { misfit, type Schema } from '../json-schema.ts';

const schema: Schema = JSON.parse(published);

/**
 * Controls, and marks that turn the direction of writing (UAX #9): inside a sentence they could show a figure backwards, or
 * move a word out of its place. The Rule has been hashed before, so what is shown may be cleaned.
 */
const MISLEADING = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

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
