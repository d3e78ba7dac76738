import type { OutlookStrings } from './outlook-zh.ts';

export const outlookEn: OutlookStrings = {
  heading: 'What would change the result',
  lead: (first) =>
    first === null
      ? 'Under this rule no single change would make the result lighter.'
      : `Under this rule: ${first}`,
  note: 'This only tells how the rule works, with one thing changed and the rest as it is. It is no advice, and does not say that your case is so: facts are a matter of evidence.',
  lighter: 'Lighter',
  heavier: 'Heavier',
  found: (label) => `"${label}" applied`,
  anyOf: (labels) =>
    `one of these grounds applied (${labels.map((label) => `"${label}"`).join(', ')})`,
  notFound: (label) => `"${label}" did not apply`,
  would: (label, to) => `"${label}" were "${to}"`,
  yes: 'yes',
  no: 'no',
  times: (count) => `${count}`,
  if: (what, then) => `if ${what}, ${then}.`,
  waived: 'no penalty would be imposed',
  noFine: 'there would be no fine',
  fine: (tier, now, then) =>
    `the tier would be "${tier}" and the figure of the rule would be ${then}${now === null ? '' : ` instead of ${now}`}`,
  below: (minimum) =>
    `the penalty would be mitigated, below ${minimum}; the authority sets the figure`,
  tier: (tier) => `the tier would be "${tier}"`,
};
