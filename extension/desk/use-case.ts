import { type Assessment, assess, type Case } from '@chidu/sdk/discretion';
import type { Rule, Statute } from '@chidu/sdk/rules';
import { chinaDay } from '@chidu/sdk/text';
import { useMemo } from 'preact/hooks';
import type { FieldId } from '../adapters/adapter.ts';
import { caseOf, type FormField, formFields } from './case-form.ts';
import type { Draft } from './draft.ts';
import { type RuleBook, type RuleFound, ruleFor, violations } from './rule-book.ts';
import type { Readings } from './use-desk.ts';

/** One case as it stands: what was read and typed, the Rule for it, and what follows. */
export interface CaseView {
  readonly all: readonly Statute[];
  readonly chosen: Statute | null;
  readonly found: RuleFound | null;
  readonly rule: Rule | null;
  readonly fields: readonly FormField[];
  readonly case_: Case | null;
  readonly assessment: Assessment | null;
  readonly caseNumber: string;
  /** The line of the document that is to carry the code. */
  readonly document: FormField | null;
  readonly today: string;
}

export function useCase(book: RuleBook, readings: Readings, draft: Draft): CaseView {
  const all = useMemo(() => violations(book), [book]);
  const read = readings.get('violation');
  const named = draft.typed.violation ?? (read?.state === 'read' ? String(read.value) : '');
  const chosen = all.find(({ violation }) => violation === named) ?? null;
  const today = chinaDay(Date.now());
  const basic = formFields(readings, draft, []);
  const act = fieldValue(basic, 'actDate');
  const decision = String(fieldValue(basic, 'decisionDate') ?? today);
  // A Rule is kept as one object: what follows from it alone is worked out once for each.
  const found = useMemo(
    () =>
      chosen && typeof act === 'string' ? ruleFor(book, chosen.violation, act, decision) : null,
    [book, chosen, act, decision],
  );
  const rule = found?.ok ? found.rule : null;
  const fields = formFields(readings, draft, rule?.statute.facts ?? []);
  const case_ = chosen && caseOf(chosen.violation, fields, draft, { today, at: today });
  return {
    all,
    chosen,
    found,
    rule,
    fields,
    case_,
    assessment: case_ && rule && assess(case_, rule),
    caseNumber: String(fieldValue(fields, 'caseNumber') ?? ''),
    document: fields.find(({ id }) => id === numberField(draft)) ?? null,
    today,
  };
}

/** Kinds 3 and 4 are decisions, with a number of their own. */
const numberField = ({ documentKind }: Draft): FieldId =>
  documentKind >= 3 ? 'decisionNumber' : 'documentNumber';

const fieldValue = (fields: readonly FormField[], id: FieldId) =>
  fields.find((field) => field.id === id)?.value;
