import type { LogStrings } from './log-zh.ts';

export const logEn: LogStrings = {
  heading: 'How the log stands',
  what: 'The log only grows: every code is entered when it is issued, and whoever deletes or changes an entry is found out. It holds no name and no amount.',
  place: 'Entry',
  placeOf: (index, size) => `number ${index} (of ${size} at that time)`,
  entered: 'Entered',
  origin: 'Log',
  witnesses: 'Witnesses',
  witness: (name, time) => `${name} (${time})`,
  save: 'The evidence file holds the receipt of this entry, which proves it later without a network.',
};
