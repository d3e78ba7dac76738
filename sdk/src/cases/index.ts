export { CaseRecord, loadRecord, RECORD_LEVELS } from './record.ts';
