import { cite } from './cite-en.ts';
import { day } from './day-en.ts';
import type { DecisionStrings } from './decision-zh.ts';

export const decisionEn: DecisionStrings = {
  cite,
  decision: {
    heading: (proposed) =>
      proposed ? 'What penalty is proposed, and why' : 'What was decided, and why',
    lead: (proposed, authority, violation, fine, kinds) => {
      const penalties = [fine === null ? '' : `a fine of ${fine}`, ...kinds].filter(Boolean);
      const what = penalties.length > 0 ? penalties.join(', ') : 'no penalty';
      const why = violation === null ? '' : ` for "${violation}"`;
      return proposed
        ? `${authority} proposes${why}: ${what}. Nothing has been decided yet.`
        : `${authority} decided${why}: ${what}.`;
    },
    sample:
      "Sample: this benchmark was invented for trying things out. Its points and tiers are no authority's rules and no basis for a penalty.",
    proposedNote:
      'This is a notice before the decision. What you say in your defence may change the result, and may not make it worse.',
    violation: 'Violation',
    violationUnknown: (id) => `number ${id}`,
    fine: (proposed) => (proposed ? 'Proposed fine' : 'Fine'),
    noFine: 'no fine',
    kinds: 'Other penalties',
    tier: 'Tier',
    points: 'Total points',
    tiers: {
      1: 'no penalty',
      2: 'mitigated, below the minimum',
      3: 'lighter',
      4: 'ordinary',
      5: 'heavier',
    },
    kindNames: {
      1: 'warning',
      2: 'circulated criticism',
      3: 'fine',
      4: 'confiscation of illegal gains',
      5: 'confiscation of illegal property',
      6: 'suspension of a permit',
      7: 'downgrading',
      8: 'revocation of a permit or licence',
      9: 'restriction of business',
      10: 'suspension of production or business',
      11: 'closure',
      12: 'restriction on employment in the trade',
      13: 'administrative detention',
      14: 'other penalty',
    },
    kindUnknown: (kind) => `penalty kind ${kind}`,
    where: 'Where this fine lies in what the law allows',
    drawing: (lawful, tier, band, fine) =>
      `The law allows a fine of ${lawful}. Under the benchmark this case is "${tier}", which is ${band}. The fine of ${fine} lies inside it.`,
    outside: (lawful, tier, band, fine) =>
      `The law allows a fine of ${lawful}. Worked out again this case is "${tier}", which is ${band}. The fine of ${fine} does not lie inside it.`,
    below: (lawful, minimum, fine) =>
      `The law allows a fine of ${lawful}. A statutory ground for mitigation was found, so the fine lies below the minimum of ${minimum}. The fine is ${fine}.`,
    notLess: (minimum, lightest) =>
      `Why not less: under the benchmark this tier starts at ${minimum}. ${
        lightest
          ? 'Below it a statutory ground for mitigation is needed.'
          : 'A lower tier needs other findings on the factors, or a statutory ground for a lighter or mitigated penalty.'
      }`,
    factors: 'What was considered',
    factor: 'Factor',
    option: 'Found',
    score: 'Points',
    total: 'Total',
    evidence: 'Evidence there should be: ',
    evidenceNote:
      'The authority collects and keeps the evidence; you may ask about it in your statement.',
    factorUnknown: (factor) => `Factor ${factor}`,
    optionUnknown: (option) => `option ${option}`,
    how: 'How it was worked out, step by step',
    notReplayed:
      'The rule could not be had or did not pass its check. Below are only the numbers in the code, without words.',
  },

  law: {
    heading: 'What the law says',
    lead: (basis, from, range) =>
      `The basis is ${basis}, in the version in force from ${day(from)}${
        range === null ? '' : `; for a case like this the law allows a fine of ${range}`
      }.`,
    basis: 'Basis of the penalty',
    words: 'The words of the clause',
    wordsFrom: (source: string) =>
      `Given by this website, from: ${source}. The signature does not cover them; what was promulgated counts.`,
    prohibition: 'Provision violated',
    from: (from, to) =>
      to === null
        ? `This version has been in force since ${day(from)}.`
        : `This version was in force from ${day(from)} until ${day(to)}.`,
    range: 'Fine that the law allows here',
    mayAlsoNot: 'The law says "may": no fine at all is also possible.',
    orders: 'Ordered as well (no penalties)',
    doubts: {
      'from-not-seen-in-source':
        'The day of entry into force was not seen in the source; the published text decides.',
      'from-is-adoption-date':
        'The day given is the day of adoption; the published text of the law decides.',
      'prohibition-not-recorded': 'The provision violated is not recorded here; see the document.',
    },
    benchmark: 'Benchmark',
    title: 'Title',
    publisher: 'Made by',
    publication: 'Published',
    published: (number, date) => `${number}, ${day(date)}`,
    unpublished:
      'No publication is recorded. Article 34 of the law on administrative penalties demands that benchmarks be published.',
    place: 'Place in the text',
    unknown:
      'The rule could not be had or did not pass its check, so the articles cannot be named. See the document.',
  },
};
