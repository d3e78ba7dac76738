import * as z from 'zod/mini';
import { Mapping } from '../../src/cases/import/index.ts';
import { CaseRecord, LibraryManifest } from '../../src/cases/index.ts';
import { FirstProof } from '../../src/discretion/lists/index.ts';
import { CaseSchema } from '../../src/discretion/load-case.ts';
import { TraceSchema } from '../../src/discretion/trace-schema.ts';
import { Advice, AdviceAnswer } from '../../src/oversight/advice/index.ts';
import { Thresholds } from '../../src/oversight/alerts/index.ts';
import { Clue, ClueLevels, DutyList } from '../../src/oversight/clues/index.ts';
import { Organisation } from '../../src/oversight/index.ts';
import {
  AppraisalFormula,
  CaseFile,
  DocumentRules,
  FilingPackage,
  Month,
  MonthlyTable,
  Recording,
  RecordingRule,
  RegionProfile,
  SamplingPlan,
} from '../../src/oversight/indicators/index.ts';
import { InspectionLimits, Inspections, Rating } from '../../src/oversight/inspections/index.ts';
import { Task } from '../../src/oversight/liaison/index.ts';
import { Note } from '../../src/oversight/notes/index.ts';
import { PublicStatistics } from '../../src/oversight/public/index.ts';
import {
  CommitteeRecords,
  LegalReviews,
  NormativeDocuments,
  OfficeRegister,
  OfficerRegister,
  PublicityRegister,
} from '../../src/oversight/registers/index.ts';
import { SupervisionCase } from '../../src/oversight/supervision/index.ts';
import { Measure } from '../../src/oversight/use/index.ts';
import {
  Benchmark,
  BenchmarkPack,
  Citation,
  Condition,
  FactDefinition,
  Factor,
  FineRange,
  Ground,
  GroundPack,
  Method,
  Rule,
  Statute,
  StatutePack,
  StatuteTier,
  Subject,
  Wording,
} from '../../src/rules/index.ts';
import { ListPack } from '../../src/rules/lists/index.ts';
import { Day } from '../../src/rules/words.ts';

const names = z.registry<{ id: string }>();
for (const [id, schema] of Object.entries({
  Benchmark,
  Citation,
  Condition,
  Day,
  FactDefinition,
  Factor,
  FineRange,
  Ground,
  Method,
  Statute,
  StatuteTier,
  Subject,
  Wording,
})) {
  names.add(schema, { id });
}

/** JSON Schema (draft 2020-12) of each format of `rules`, by the name of its file in `docs/formats/`. */
export const SCHEMAS: Readonly<Record<string, unknown>> = Object.fromEntries(
  Object.entries({
    rule: [Rule, 'chidu-rule/1'],
    statutes: [StatutePack, 'chidu-statutes/1'],
    benchmark: [BenchmarkPack, 'chidu-benchmark/1'],
    grounds: [GroundPack, 'chidu-grounds/1'],
    'four-lists': [ListPack, 'chidu-lists/1'],
    case: [CaseSchema, 'chidu-case/1'],
    'case-record': [CaseRecord, 'chidu-case-record/1'],
    'case-library': [LibraryManifest, 'chidu-case-library/1'],
    'case-mapping': [Mapping, 'chidu-case-mapping/1'],
    organisation: [Organisation, 'chidu-organisation/1'],
    trace: [TraceSchema, 'chidu-trace/1'],
    'alert-thresholds': [Thresholds, 'chidu-alert-thresholds/1'],
    clue: [Clue, 'chidu-clue/1'],
    'clue-levels': [ClueLevels, 'chidu-clue-levels/1'],
    duties: [DutyList, 'chidu-duties/1'],
    supervision: [SupervisionCase, 'chidu-supervision/1'],
    task: [Task, 'chidu-task/1'],
    advice: [Advice, 'chidu-advice/1'],
    'advice-answer': [AdviceAnswer, 'chidu-advice-answer/1'],
    month: [Month, 'chidu-month/1'],
    'monthly-table': [MonthlyTable, 'chidu-monthly-table/1'],
    appraisal: [AppraisalFormula, 'chidu-appraisal/1'],
    region: [RegionProfile, 'chidu-region/1'],
    'public-statistics': [PublicStatistics, 'chidu-public/1'],
    filing: [FilingPackage, 'chidu-filing/1'],
    recording: [Recording, 'chidu-recording/1'],
    'recording-rule': [RecordingRule, 'chidu-recording-rule/1'],
    note: [Note, 'chidu-note/1'],
    measure: [Measure, 'chidu-measure/1'],
    offices: [OfficeRegister, 'chidu-offices/1'],
    officers: [OfficerRegister, 'chidu-officers/1'],
    publicity: [PublicityRegister, 'chidu-publicity/1'],
    'legal-reviews': [LegalReviews, 'chidu-legal-reviews/1'],
    committee: [CommitteeRecords, 'chidu-committee/1'],
    'normative-documents': [NormativeDocuments, 'chidu-normative-documents/1'],
    inspections: [Inspections, 'chidu-inspections/1'],
    'inspection-limits': [InspectionLimits, 'chidu-inspection-limits/1'],
    'inspection-rating': [Rating, 'chidu-inspection-rating/1'],
    'case-file': [CaseFile, 'chidu-case-file/1'],
    'document-rules': [DocumentRules, 'chidu-document-rules/1'],
    'first-proof': [FirstProof, 'chidu-first-proof/1'],
    sampling: [SamplingPlan, 'chidu-sampling/1'],
  } as const).map(([file, [schema, title]]) => [
    `${file}.schema.json`,
    { title, ...z.toJSONSchema(schema, { metadata: names }) },
  ]),
);
