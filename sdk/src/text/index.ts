export { canonicalJson } from './canonical-json.ts';
export {
  addDays,
  chinaDay,
  dayNumber,
  dayOfNumber,
  daysBetween,
  isDay,
  readDay,
  within,
} from './day.ts';
export {
  creditCheck,
  creditCodeState,
  type NumberState,
  residentCheck,
  residentNumberState,
} from './identity-number.ts';
export { formatInterval, type Interval, type Measure, parseInterval } from './interval.ts';
export { type MoneyReading, type MoneyUnit, parseMoney, unitOfLabel } from './money.ts';
export { formatFen, formatFenCapital, formatFenShort } from './money-text.ts';
export { formatPercent, parsePercent } from './percent.ts';
export { pointer } from './pointer.ts';
export { mulDiv } from './ratio.ts';
export { hex, sha256 } from './sha256.ts';
export { parseJsonStrict } from './strict-json.ts';
export { halfWidth } from './width.ts';
