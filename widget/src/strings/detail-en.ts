import type { DetailStrings } from './detail-zh.ts';

export const detailEn: DetailStrings = {
  heading: 'The detail document',
  why: 'The detail document is for the party alone. Give name and full number as on the document; it opens when they are those registered at issue.',
  name: 'Name of the party',
  number: 'Full identity number or credit code',
  submit: 'Open the detail document',
  asking: 'Opening ...',
  incomplete: 'Give both name and number.',
  refused:
    'It does not open: name or number is another one, or this code has no detail document. After too many attempts it stays closed for a while.',
  altered:
    'What came is not the document of the day of issue, and is not shown. Tell the authority or its supervisor.',
  unreachable: 'The service cannot be reached now. Try again later.',
  same: 'Opened. It is the document of the day of issue.',
  save: 'Save the detail document',
};
