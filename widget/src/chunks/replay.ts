import type { CodePayload } from '@chidu/sdk/codes';
import type { Rule } from '@chidu/sdk/rules';
import { type Replayed, replayRule, unreadable } from '@chidu/sdk/verdict';

/** What there is to say of a Rule that does not fit its schema at this place, or that the engine stops at. */
export const unread = (at: string, message: string): Replayed =>
  unreadable([{ code: 'schema', at, message }]);

/** The arithmetic. */
export function replay(payload: CodePayload, rule: Rule): Replayed {
  try {
    return replayRule(payload, rule);
  } catch (error) {
    // A Rule that fits its schema and contradicts itself is refused when it is made; the engine stops at it here.
    return unread('', String(error));
  }
}
