/**
 * What `<chidu-notice>` promises to a portal: the source of `custom-elements.json` (`manifest.ts`), held against the code by
 * `contract.test.ts`. Names given here stay.
 */
export const contract = {
  attributes: {
    code: 'The code, or an address that holds it. Default: the address of the page.',
    'trust-list': 'Address of the signed trust list.',
    'trust-roots': 'Address of the root keys; ignored where the build pins them.',
    rules: 'Folder that holds `<hash>.json`.',
    status: 'Folder that holds the status lists, `<credit code>-<year>.txt`.',
    receipts: 'Folder that holds receipts of the log, `<code id>.txt`.',
    logs: 'Folder that holds the tiles of logs, `<origin>/tile/…`.',
    service: 'Base address of the service: objections, answers, receipts, detail documents.',
    lookup: 'Address that answers `?document=…&checkCode=…` with the text of a code.',
    lang: '`zh` or `en`; also inherited.',
    theme: '`light`, `dark` or `auto`.',
    elder: 'Large text, lines and targets.',
    'text-scale': "1 to 3 times the portal's text.",
    'heading-level': 'Level of the title, 1 to 4.',
    gate: '`off` shows a proposed penalty without the four digits.',
  },
  properties: {
    verdict: { type: 'Verdict | null', text: 'The last verdict.', readonly: true },
    ready: {
      type: 'Promise<Verdict | null>',
      text: 'Settles when the check under way has been shown.',
      readonly: true,
    },
    fetch: { type: 'typeof fetch', text: 'How files are loaded.', readonly: false },
    now: { type: '() => Date', text: 'The clock.', readonly: false },
    trust: { type: 'TrustedIssuers | null', text: 'Keys handed in by the page.', readonly: false },
  },
  methods: {
    verify: { type: '() => Promise<Verdict | null>', text: 'Check again.' },
    print: {
      type: '(options?: { sheet?: boolean }) => void',
      text: 'Print; `sheet`: the main points alone.',
    },
    exportEvidence: {
      type: '() => Promise<Blob | null>',
      text: 'The check as a file that anybody can check again.',
    },
  },
  events: {
    'chidu-verdict': {
      type: 'CustomEvent<Verdict>',
      text: 'Bubbles from the element when a check is done.',
    },
  },
  slots: { '': 'The page without JavaScript; shown again where no code has arrived.' },
  parts: {
    aloud: 'Buttons that read aloud and copy.',
    lead: 'The sentence that tells a part.',
    entry: 'Field for a code, a photo or a file.',
    steps: 'Is it genuine.',
    gate: 'The four digits.',
    decision: 'What and why.',
    factor: 'A row of the factors.',
    law: 'What the law says.',
    rights: 'What can be done and until when.',
    object: 'How to object.',
    form: 'The form of an objection.',
    outlook: 'What would change the result.',
    log: 'How the log stands.',
    detail: 'The detail document.',
    limits: 'What cannot be checked.',
  },
  customProperties: {
    '--chidu-text': 'Text.',
    '--chidu-muted': 'Small print.',
    '--chidu-surface': 'Background.',
    '--chidu-raised': 'Background of notes.',
    '--chidu-border': 'Borders of fields.',
    '--chidu-line': 'Thin lines.',
    '--chidu-accent': 'Buttons, focus, own band.',
    '--chidu-on-accent': 'Text on them.',
    '--chidu-pass': 'Border of what passed.',
    '--chidu-fail': 'Border of what does not match.',
    '--chidu-unknown': 'Border of what could not be checked.',
    '--chidu-target': 'Least height of what can be pressed.',
  },
} as const;
