import published from '@chidu/sdk/formats/rule.schema.json?raw';
import type { Rule } from '@chidu/sdk/rules';
import { misfit, type Schema } from '../json-schema.ts';

const schema: Schema = JSON.parse(published);

/** A Rule, read by its published schema in place of a validator; else the path of the first place that does not fit. */
export function readRule(value: unknown): { rule: Rule } | { at: string } {
  const at = misfit(schema, value);
  return at === null ? { rule: value as Rule } : { at };
}
