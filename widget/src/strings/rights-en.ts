import { cite } from './cite-en.ts';
import type { RightsStrings } from './rights-zh.ts';

export const rightsEn: RightsStrings = {
  cite,
  serviceLabel: 'Day on which you received the document',
  serviceHelp:
    'Enter the day you signed for it, and the last days are worked out. It stays on this page and is not sent anywhere.',
  until: (last) => `Last day: ${last}`,
  past: (last) => `The last day was ${last}. It has passed.`,
  yearUnknown: (year, bound) =>
    `The holidays of ${year} have not been published. The last day is not before ${bound}; ask the authority.`,
  lead: (ways) => `What you can do: ${ways.join('; ')}.`,
  perhaps: (label) => `${label} (where the conditions are met)`,
  inShort: (label, length, starts, last) =>
    `${label}, within ${length} of receiving ${starts === 'service' ? 'this document' : 'the decision'}${
      last === null ? '' : ` (${last.replace(/\.$/, '')})`
    }`,
  clocks:
    'Scanning, reading this page or objecting is no service of the document, and no clock stops for it.',
  counting:
    'The day of receipt does not count. A last day on a holiday moves to the next working day.',
  replyBy: (last) => `Last day stated in the document: ${last}`,
  length: (unit, length) =>
    `${length} ${
      { 'working-day': 'working days', 'calendar-day': 'days', month: 'months', year: 'years' }[
        unit
      ]
    }`,
  starts: {
    service: 'from the day after you received this document',
    decision: 'from the day after you receive the decision; it has not started',
    reconsideration: 'from the day after you receive the reconsideration decision',
  },
  texts: {
    statement:
      'Tell the authority facts, reasons and evidence, in writing or by word of mouth. It must check them, must accept what is well-founded, and may not punish more heavily for it. Silence counts as a waiver.',
    'hearing-request':
      'A hearing is free. You may come yourself or send one or two representatives. Silence counts as a waiver.',
    pay: 'Pay as the decision says, never on this page. Late payment costs 3% of the fine a day, never more than the fine itself. In real hardship you may apply in writing to pay later or in instalments.',
  },
  late: {
    statement:
      'After this day the law takes the statement as waived. While no penalty has been decided you may still explain yourself to the authority, which need not take it; after the decision you can ask for reconsideration or sue.',
    'hearing-request':
      'After this day the law takes the hearing as waived. After the decision you can ask for reconsideration or sue.',
    reconsider:
      'After this day an application is as a rule not accepted. Where force majeure or another good reason delayed you, tell the reconsideration authority: the time goes on from the day the obstacle was gone.',
    sue: 'After this day a suit is as a rule not accepted. Time lost for reasons that are not your own does not count: tell the court.',
    'sue-metering':
      'After this day a suit is as a rule not accepted. Time lost for reasons that are not your own does not count: tell the court.',
  },
  hearing: {
    stated: 'This document offers a hearing: you may ask for it.',
    kind: 'One of the penalties here gives a right to a hearing.',
    amount:
      'The fine reaches the sum for a hearing (CNY 10,000 for natural persons, 100,000 for entities): you may ask for it.',
    'amount-person':
      'For a natural person the fine reaches the sum for a hearing (CNY 10,000). An entity has the right from a fine of CNY 100,000, or when that much is confiscated. For a sole trader the document says which applies.',
    'unknown-sum':
      'The fine does not reach the sum for a hearing (CNY 10,000 for natural persons, 100,000 for entities). What is confiscated, taken together, counts too; it is not in the code. See the document.',
    below:
      'The fine does not reach the national sum for a hearing (CNY 10,000 for natural persons, 100,000 for entities).',
    locked:
      'Whether you may ask for a hearing depends on kind and amount of the penalty; it shows after the four digits.',
    local: ' Your province may have set other sums; what the document says counts.',
  },
  before: 'After you receive a decision, and if you do not accept it:',
  after: 'If you do not accept the decision:',
  where:
    "Reconsideration is applied for at the people's government at the same level as the authority, not at the bureau above it; for decisions of the State Administration for Market Regulation, at that Administration.",
  unknownWays:
    'Without the rule it cannot be said whether special periods apply (price and metering cases have them). See the remedies and periods stated in the document.',
  advice:
    'This page says what law and rule provide. That is information and no legal advice: for advice ask a lawyer, or call 12348, the public legal service line.',
  basis: (cites) => `Basis: ${cites}`,
  object: {
    heading: 'How to object to the use of discretion',
    what: 'An objection tells the supervision body that the rules of discretion were not kept. It is read, but the law sets no time for an answer.',
    notStatement:
      'An objection is no statement in defence, no request for a hearing, no reconsideration and no suit. It replaces none of them and stops none of their clocks. To use the rights above, keep their periods.',
    complaint: 'A complaint about a business is another matter and not dealt with here.',
    court:
      'Once reconsideration or a suit is under way, the supervision body does not deal with the matter again.',
    channels: 'You can object in these ways:',
    none: "The trust list names no channel for this authority. Call 12345, or ask the justice department of the local people's government.",
  },
};
