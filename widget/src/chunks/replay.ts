import type { CodePayload } from '@chidu/sdk/codes';
import published from '@chidu/sdk/formats/rule.schema.json?raw';
import type { Rule } from '@chidu/sdk/rules';
import { type Replayed, replayRule, unreadable } from '@chidu/sdk/verdict';
import { misfit, type Schema } from '../json-schema.ts';

const schema: Schema = JSON.parse(published);

/** The arithmetic, with the published schema of a Rule in place of a validator. */
export function replay(payload: CodePayload, value: unknown): Replayed {
  const at = misfit(schema, value);
  if (at !== null) return unreadable([{ code: 'schema', at, message: 'not a Rule of format 1' }]);
  try {
    return replayRule(payload, value as Rule);
  } catch (error) {
    // A Rule that fits its schema and contradicts itself is refused when it is made; the engine stops at it here.
    return unreadable([{ code: 'schema', at: '', message: String(error) }]);
  }
}
