import { formatFen } from '@chidu/sdk/text';
import { FINDINGS_EN, PASSES_EN, STEPS_EN } from '@chidu/sdk/verdict';
import type { Strings } from './zh.ts';

const day = (text: string) =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${text}T00:00:00Z`),
  );

const money = (fen: number) => `CNY ${formatFen(fen).slice(0, -1)}`;

export const en: Strings = {
  lang: 'en',
  wording: (text) => text.en ?? text.zh,
  day,
  time: (at) =>
    new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' }).format(at),
  money,
  moneyShort: (fen) => money(fen).replace(/\.00$/, ''),
  cite: (cite) =>
    `${cite.law}${cite.version === undefined ? '' : ` (${cite.version})`} art. ${cite.article}${
      cite.paragraph === undefined ? '' : `(${cite.paragraph})`
    }${cite.item === undefined ? '' : ` item ${cite.item}`}`,
  listed: (items) => items.join(', '),

  title: 'Check of a supervision code',
  neverPay:
    'Nothing is ever paid on this page. Whoever asks you to pay, transfer or give bank details after scanning a code is a fraud.',
  insecure:
    'You opened this page without encryption (http). The content matches its signature, but the page itself may have been altered on its way. Use an https address, or check again on another site.',
  checking: 'Checking ...',
  empty: 'No code was received. Scan the code on the document, or use the address printed on it.',

  steps: {
    heading: 'Is it genuine?',
    names: STEPS_EN,
    pass: PASSES_EN,
    findings: FINDINGS_EN,
    states: { pass: 'Passed', fail: 'Does not match', unknown: 'Could not be checked' },
    skipped: 'Not checked',
    particulars: 'When and against what each was checked',
    signedAndReplayed: (signed, replayed) =>
      `The code says ${signed}; worked out again it is ${replayed}.`,
    nothing: 'nothing',
    range: (min, max) => `${min} to ${max}`,
    summaryChecked: (authority, passed, open) =>
      `The signature is genuine: ${authority} issued this code and nothing in it has changed. ${passed} checks passed${
        open > 0 ? `, ${open} could not be made` : ''
      }.`,
    summaryDiffers: (names) =>
      `The signature is genuine, but this does not match: ${names}. Ask the authority or its supervisor.`,
    summaryRefused: (reason) =>
      `Refused. ${reason} This code does not show that the document is genuine: do not pay, and ask in one of the ways named below.`,
    summaryOpen: (reason) => `It cannot be said yet whether this is genuine. ${reason}`,
    authorityUnknown: 'an authority on the trust list',
    provisional:
      "The key is an officer's own; the authority does not use a signing device of its own yet.",
    compare:
      'Compare with the paper in your hand. If one of these differs, the code is not of this document:',
    document: 'Document number',
    checkCode: 'Check code',
    issued: 'Issued',
    authority: 'Authority',
  },

  gate: {
    heading: 'Enter the last four digits of the check code',
    why: 'So that nobody who only has a photo sees the penalty, first enter the last four digits of the check code printed beside the code on the document.',
    label: 'Last four digits of the check code',
    submit: 'Show the penalty',
    wrong:
      'Not the check code of this code. Look at the twelve digits beside the code on the document and enter the last four.',
    malformed: 'Enter four digits.',
  },

  decision: {
    heading: (proposed) =>
      proposed ? 'What penalty is proposed, and why' : 'What penalty was imposed, and why',
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
    pointsOf: (points) => `${points} points`,
    tiers: {
      1: 'no penalty',
      2: 'mitigated, below the minimum',
      3: 'lighter',
      4: 'ordinary',
      5: 'heavier',
    },
    tierNames: {
      waive: 'waived',
      mitigate: 'mitigated',
      lighten: 'lighter',
      ordinary: 'ordinary',
      aggravate: 'heavier',
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
    below: (lawful, band, fine) =>
      `The law allows a fine of ${lawful}. A statutory ground for mitigation was found, so the fine lies below the minimum: ${band}. The fine is ${fine}.`,
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
    basis: 'Basis of the penalty',
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
    publisher: 'Made by',
    publication: 'Published',
    published: (number, date) => `${number}, ${day(date)}`,
    unpublished:
      'No publication is recorded. Article 34 of the law on administrative penalties demands that benchmarks be published.',
    place: 'Place in the text',
    unknown:
      'The rule could not be had or did not pass its check, so the articles cannot be named. See the document.',
  },

  rights: {
    heading: 'What you can do, and until when',
    loading: 'Loading rights and periods ...',
    unavailable:
      'The part on rights and periods did not load. See the document. After a notice, statement and request for a hearing are as a rule due within 5 working days of receipt.',
    clocks:
      'Scanning, reading this page or objecting is no service of the document, and no clock stops for it.',
  },

  object: {
    heading: 'How to object to the use of discretion',
    what: 'An objection tells the supervision body that the rules of discretion were not kept. It is read, but the law sets no time for an answer.',
    notStatement:
      'An objection is no statement in defence, no request for a hearing, no reconsideration and no suit. It replaces none of them and stops none of their clocks. To use the rights above, keep their periods.',
    court:
      'Once reconsideration or a suit is under way, the supervision body does not deal with the matter again.',
    channels: 'You can object in these ways (not yet on this page):',
    none: "The trust list names no channel for this authority. Call 12345, or ask the justice department of the local people's government.",
  },

  limits: {
    heading: 'What this page cannot check',
    open: 'Not checked this time:',
    facts:
      'Whether the facts are true: this page checks signature and arithmetic only; it does not know what happened.',
    person:
      'Whether the document is addressed to you: there is no name in the code. See the paper.',
    page: 'The programs of this site: altered data is caught here, a site that is false altogether is not. In doubt call 12345 or ask at the authority with document number and check code, or check the same address on another government site.',
    served: 'Scanning is not service: only a document served as the law prescribes has effect.',
  },

  print: 'Print this page',
  announce: (summary) => `Checked. ${summary}`,
};
