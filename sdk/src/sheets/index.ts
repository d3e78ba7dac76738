export { address, place } from './address.ts';
export { readCsv, writeCsv } from './csv.ts';
export { readXlsx } from './read-xlsx.ts';
export type { Cell, Sheet, Workbook } from './sheet.ts';
export { type CellInput, type SheetInput, writeXlsx } from './write-xlsx.ts';
