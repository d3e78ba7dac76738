import type { OptionWords } from './words.ts';

export const en: OptionWords = {
  title: 'Chidu · settings',
  office: 'Authority and officer',
  authorityName: 'Name of the authority',
  authorityCode: 'Unified social credit code of the authority',
  codeOdd: {
    form: 'Not a credit code of eighteen signs: please look again.',
    check: 'The check character is another one: a sign may be mistyped.',
  },
  officerName: 'Name of the officer',
  officerNumber: 'Number of the officer (digits)',
  portal: 'Address of the portal',
  portalHint: 'The site a code points at, as https://fxjd.example.gov.cn: what a party sees.',
  portalWrong: 'A lower-case origin without a path, as https://fxjd.example.gov.cn.',
  key: 'Signing key',
  keyNone: 'None yet. It is made and used in this browser only and can never be read out.',
  keyMake: 'Make a key',
  keyMade: (at) =>
    `Made ${at}. It cannot be read out; a new machine or cleared data needs a new enrolment.`,
  keyNeeds: 'Fill in the code of the authority and the number of the officer first.',
  keyStale: 'The request names another authority or number than the fields above.',
  keyAnew: 'Make the request anew',
  keyHint:
    'Enrolment sends the public key, the officer number and the role, nothing else. For real use save the request and let a second person approve it after comparing the digits.',
  saveRequest: 'Save the request',
  replace: 'Replace the key',
  replaceHint:
    'When the key may have leaked, was lost or passes to another person. The old one is deleted here; codes already issued keep standing. Have it revoked in the trust list too.',
  replaceNow: 'Delete the old key and make a new one',
  stateLabel: 'State of the key',
  states: {
    none: 'Not requested',
    unchecked: 'Not checked',
    requested: 'Requested, not yet approved',
    approved: 'Approved, not yet in the trust list',
    listed: 'In the trust list',
    revoked: 'Revoked',
  },
  unchecked: {
    'not-asked': 'Not yet compared with the trust list: press “Check the trust list”.',
    'no-portal': 'Neither a portal nor the address of a trust list is set.',
    'no-roots': 'No file of root keys is loaded: a list could not be told from a forged one.',
    'not-allowed':
      'The browser may not yet visit the site of the list: press “Check the trust list” and allow it.',
    unreachable: 'The trust list cannot be reached. Check the address and the network.',
  },
  listRefused: (error) => `The trust list did not pass its checks and is not believed (${error}).`,
  listStale: ' This list is overdue: later changes may be missing.',
  approvalHeld: ' The approval is kept in this browser; its approver has not been checked.',
  approvalVoid: (why) => `The approval in this browser does not count. ${why}`,
  requestedIn: (seq) => `List no. ${seq} does not hold this key, and no approval is here.`,
  approvedFor: (seq, role, window) =>
    `The approval answers the request, and its approver stands in list no. ${seq}. Role ${role}, valid ${window}. Hand request and approval to whoever drafts the list.`,
  listedIn: (seq, role, window) => `Trust list no. ${seq}. Role ${role}, valid ${window}.`,
  revokedIn: (seq, day, reason) => `Trust list no. ${seq}: revoked from ${day}, reason: ${reason}.`,
  noReason: 'not stated',
  checkList: 'Check the trust list',
  approval: 'Load the approval',
  approvalHint:
    'The file that the approver gave back. It must answer the request kept in this browser.',
  approvalFaults: {
    'enrol-schema': 'This is no key request or approval, or the file is damaged.',
    'enrol-signature': 'The signature on the file is not good: it may have been changed.',
    'enrol-request': 'This approval answers another request than the one kept here.',
    'enrol-approver':
      'Whoever signed the approval is not a listed approver, is out of its window, or is the applicant.',
  },
  trust: 'Trust list',
  trustList: 'Address of the trust list',
  trustListHint:
    'Empty: /trust-list.txt of the portal above. Visited only when you check the list or load an approval.',
  trustListWrong: 'A whole address, as https://fxjd.example.gov.cn/chidu/trust-list.txt.',
  roots: 'Load the root keys (roots.json)',
  rootsHint:
    'Handed over by the root holders in person or on a medium, never downloaded from the portal: it tells a true list from a forged one.',
  rootsNone: 'None loaded.',
  rootsHeld: (holders, quorum, sha256) =>
    `Loaded: ${holders.length} holders (${holders.join(', ')}), ${quorum} must sign. Compare the SHA-256 of the file with the record of the ceremony: ${sha256}`,
  rootsWrong: 'This is no file of root keys; nothing was loaded.',
  approve: 'Approve a colleague’s key',
  approveRole:
    'For the second person, of legal review. This page cannot show that you are an approver: what you sign counts only where the trust list holds your key with the role approver.',
  approveNeedsKey: 'Make a key of your own above first.',
  requestFile: 'Load the request',
  requestFileHint: 'The file that the officer saved. It is read on this machine only.',
  requestMade: 'Requested',
  requestDigits: 'Digits of this request',
  otherAuthority:
    'The officer belongs to another authority than your key. The approval counts only if the trust list lets you approve for it.',
  spokenDigits: 'The twelve digits as the officer reads them from their own screen',
  approvedRole: 'Role',
  roles: {
    officer: 'officer: asks the service, signs no codes',
    'officer-provisional': 'officer-provisional: signs codes while the authority has no device',
  },
  validFrom: 'Valid from',
  validTo: 'Valid to (that day included, twelve months at most)',
  signApproval: 'The digits agree: sign and save the approval',
  approvedAs: (file) =>
    `Signed. Give ${file} back to the officer, who loads it under “Signing key”.`,
  decisionFaults: {
    'own-key': 'This is the request of your own key. Another person must approve it.',
    'own-number': 'The request carries your own number. Another person must approve it.',
    digits:
      'The digits are not those of this request; nothing was signed. Have them read again; if they still differ, the file may have been exchanged: get it anew, in person.',
    'window-text': 'Fill in both days.',
    'window-past': 'The window cannot begin before today.',
    'window-order': 'The last day cannot be before the first.',
    'window-long': 'An officer’s key is valid for twelve months at most.',
  },
  paths: 'What to do when',
  pathList: [
    {
      what: 'a key is lost or may be known to others',
      steps:
        'Tell whoever drafts the trust list at once: the old key is revoked in the next list with the reason “lost”. Make a new key here and ask anew. An officer key signs no codes, so none is affected; codes of an officer-provisional key stand only with proof that the log had them before the day of revocation.',
    },
    {
      what: 'you move to a new machine',
      steps:
        'The private key cannot be moved. Make a new one there and ask anew; once it is listed, have the old one revoked with the reason “replaced”.',
    },
    {
      what: 'a code was issued in error',
      steps:
        'The key stays. Withdraw: the authority marks the code in its next status list. Correct: issue again for the same document; the new code names the old one, which is marked as superseded. The document itself is corrected by an act of the authority.',
    },
  ],
  digits: 'Digits to compare',
  digitsHint: 'Read these twelve digits to the approver, face to face, who types them.',
  enrol: 'Enrol at the portal',
  enrolAgain: 'Enrol again',
  enrolled: (portal, at) => `Enrolled at ${portal}, ${at}.`,
  notAllowed: 'Access to the portal was not allowed; not enrolled.',
  unreachable: 'The portal cannot be reached; not enrolled.',
  refusedBy: (status) => `The portal refused the enrolment (status ${status}).`,
  adapters: 'Case systems',
  adapterVersion: 'version',
  adapterHint: 'Only systems enabled here are read; nothing runs on any other site.',
  language: 'Language',
  privacy: 'Where data goes',
  privacyText:
    'Cases are worked on in this machine and never uploaded. The network is used only when you enrol (public key, number, role), and when you check the trust list or load an approval (the list is fetched, nothing is sent). Files that an administrator named are fetched and compared with their hashes. Where a service is set it is also sent days of steps, digests of changed papers and, for a code, its numbers, values of facts and choices; no names and no text of a case.',
};
