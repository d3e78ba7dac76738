import { formatFen } from '@chidu/sdk/text';
import { FINDINGS_EN, PASSES_EN, STEPS_EN } from '@chidu/sdk/verdict';
import { day } from './day-en.ts';
import { decisionEn } from './decision-en.ts';
import { detailEn } from './detail-en.ts';
import { logEn } from './log-en.ts';
import { objectionEn } from './objection-en.ts';
import { outlookEn } from './outlook-en.ts';
import { rightsEn } from './rights-en.ts';
import type { Strings } from './zh.ts';

const money = (fen: number) => `CNY ${formatFen(fen).slice(0, -1)}`;

const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' });

export const en: Strings = {
  lang: 'en',
  wording: (text) => text.en ?? text.zh,
  day,
  time: (at) => moment.format(at),
  money,
  moneyShort: (fen) => money(fen).replace(/\.00$/, ''),
  listed: (items) => items.join(', '),

  title: 'Check of a supervision code',
  neverPay:
    'Nothing is ever paid on this page. Whoever asks you to pay, transfer or give bank details after scanning a code is a fraud.',
  insecure:
    'You opened this page without encryption (http). The content matches its signature, but the page itself may have been altered on its way. Use an https address, or check again on another site.',
  checking: 'Checking ...',
  loading: 'Loading ...',
  empty: 'No code was received. Scan the code on the document, or enter it below.',
  otherwise:
    'Another way to check: ask at the counter of the authority, or call a number that you looked up yourself (not one printed on a doubtful document), with document number and check code; ask 12345; or check again on another government site.',

  entry: {
    heading: 'Enter a code',
    text: 'Document number and check code, or the address or digits of the code',
    submit: 'Check',
    file: 'Or choose a photo of the code, or an evidence file (read on this machine, not sent anywhere)',
    reading: 'Reading ...',
    noCode:
      'No code was found in the photo. Take another one, straight, near and without glare, or enter the address on the document.',
    noEvidence: 'This is neither a photo of a code nor an evidence file.',
    notFound:
      'Nothing was found. Compare document number and check code with the paper, for instance: 某市监罚告〔2026〕1号 1234-5678-9012.',
    noReader: 'A part did not load. Check the network and try again.',
  },

  steps: {
    heading: 'Is it genuine?',
    names: STEPS_EN,
    pass: PASSES_EN,
    findings: FINDINGS_EN,
    states: { pass: 'Passed', fail: 'Does not match', unknown: 'Could not be checked' },
    skipped: 'Not checked',
    pending: 'Being checked',
    particulars: 'When and against what each was checked',
    tierNames: {
      waive: 'waived',
      mitigate: 'mitigated',
      lighten: 'lighter',
      ordinary: 'ordinary',
      aggravate: 'heavier',
    },
    pointsOf: (points) => `${points} points`,
    again: (time, changed) =>
      `Checked again from evidence saved on ${time}: ${changed === '' ? 'every step as it was then.' : `otherwise than then: ${changed}.`}`,
    signedAndReplayed: (signed, replayed) =>
      `The code says ${signed}; worked out again it is ${replayed}.`,
    nothing: 'nothing',
    range: (min, max) => `${min} to ${max}`,
    summaryChecked: (authority, passed, open) =>
      `The signature is genuine: ${authority} issued this code and nothing in it has changed. ${passed} checks passed${
        open > 0 ? `, ${open} could not be made` : ''
      }.`,
    summarySigned: (authority) =>
      `The signature is genuine: ${authority} issued this code and nothing in it has changed. The rest is being checked…`,
    summaryDiffers: (names) =>
      `The signature is genuine, but this does not match: ${names}. Ask the authority or its supervisor.`,
    summaryStale: (authority) =>
      `The signature matches a key of ${authority}, but the trust list is past its update day: whether the key was revoked lately is not known.`,
    summaryRefused: (reason) =>
      `Refused. ${reason} This code does not show that the document is genuine: do not pay, and check in another way.`,
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
    heading: 'The penalty and its reasons',
    unavailable:
      'The part that tells the penalty did not load. Check the network and open the page again.',
  },

  rights: {
    heading: 'What you can do, and until when',
    unavailable:
      'The part on rights and periods did not load. See the document. After a notice, statement and request for a hearing are as a rule due within 5 working days of receipt.',
  },

  limits: {
    heading: 'What this page cannot check',
    open: 'Not checked this time:',
    facts:
      'Whether the facts are true: this page checks signature and arithmetic only; it does not know what happened.',
    person:
      'Whether the document is addressed to you: there is no name in the code. See the paper.',
    page: 'The programs of this site: altered data is caught here, a site that is false altogether is not.',
  },

  aloud: {
    read: 'Read it to me',
    stop: 'Stop reading',
    copy: 'Copy the main points',
    copied: 'Copied.',
    silent: 'This device cannot read aloud.',
  },

  print: 'Print this page',
  sheet: 'Print the main points',
  save: 'Save as evidence',
  parts: {
    detail: detailEn,
    log: logEn,
    decision: decisionEn,
    rights: rightsEn,
    outlook: outlookEn,
    objection: objectionEn,
  },

  announce: (summary) => `Checked. ${summary}`,
};
