import type { ClueSource } from '../clues/index.ts';
import type { Alert } from './alert.ts';

/**
 * An alert as a report to the clue pool, where it is claimed, dealt with and ended like every other clue. The same alert gives the
 * same number, so it comes in once. Its level is the rule's; the pool works out its own.
 */
export function clueSourceOf(alert: Alert): ClueSource {
  const { rule, authority, caseNumber, about, on, evidence, question } = alert;
  const [first] = evidence;
  return {
    channel: 'enforcement',
    name: `预警 ${rule}`,
    number: `${first ? `${first.year}/${first.index} ` : ''}${about}`.slice(0, 80),
    on,
    text: question.zh,
    about: { authority, ...(caseNumber !== null && { case: caseNumber }) },
  };
}
