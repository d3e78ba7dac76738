export { readCitations } from './citations.ts';
export { type AmountTarget, TARGETS, type Target } from './columns.ts';
export type { Duplicate } from './duplicates.ts';
export { type Import, type ImportedRow, type ImportOptions, openImport } from './import-cases.ts';
export { type Column, loadMapping, Mapping, mappingIssues, proposeMapping } from './mapping.ts';
export type { Masked } from './mask.ts';
export type { ReadRow } from './read-record.ts';
export { type ImportReport, ReportWriter } from './report.ts';
export { certainViolation, type Settling } from './violation.ts';
