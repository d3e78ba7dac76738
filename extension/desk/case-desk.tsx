import type { Case } from '@chidu/sdk/discretion';
import { citationText } from '@chidu/sdk/discretion/sentences';
import { formatFen } from '@chidu/sdk/text';
import type { FieldId } from '../adapters/adapter.ts';
import type { Settings } from '../platform/settings.ts';
import { writeBack } from '../platform/write-back.ts';
import { useLater } from '../ui/use-later.ts';
import type { FormField } from './case-form.ts';
import { CodesSection } from './codes-section.tsx';
import { decidedFine } from './decided-fine.ts';
import { type Draft, withTyped, withViolation } from './draft.ts';
import { ElectSection } from './elect-section.tsx';
import { FactorsSection } from './factors-section.tsx';
import { FieldRow } from './field-row.tsx';
import { GroundsSection } from './grounds-section.tsx';
import { hearingOf } from './hearing-of.ts';
import { IssueSection } from './issue-section.tsx';
import { reasonsParagraph } from './reasons/paragraph.ts';
import { ParagraphSection } from './reasons/paragraph-section.tsx';
import { ReasonsSection, ResultSection } from './result-section.tsx';
import type { RuleBook } from './rule-book.ts';
import { useAssessed } from './use-assessed.ts';
import { useCase } from './use-case.ts';
import { useCodes } from './use-codes.ts';
import type { Readings } from './use-desk.ts';
import { useDraft } from './use-draft.ts';
import { usePointer } from './use-pointer.ts';
import { ViolationSection } from './violation-section.tsx';
import { WORDS } from './words.ts';
import { writeFine, writtenUnit } from './write-fine.ts';

interface Props {
  readonly tab: number;
  readonly book: RuleBook;
  readonly readings: Readings;
  readonly settings: Settings;
  readonly reread: () => Promise<Readings>;
}

/** Items of the four lists that apply to the case; the lists are loaded late, and most openings sign nothing. */
const appliedItems = async (case_: Case, draft: Draft): Promise<readonly string[]> =>
  (await import('./lists/applied-items.ts')).appliedItems(case_, draft);

/** One case in the order of the law: case, violation, facts, grounds, factors, result, reasons, code, file. */
export function CaseDesk({ tab, book, readings, settings, reread }: Props) {
  const { language } = settings;
  const words = WORDS[language];
  const [draft, change] = useDraft(draftKey(readings));
  const view = useCase(book, readings, draft);
  const { all, chosen, found, rule, fields, case_, assessment, caseNumber, document, today } = view;
  const { codes, said, order, sign } = useCodes(caseNumber, settings, reread);
  const point = usePointer(tab, readings);
  const docket = useLater(() => import('./docket/docket-part.tsx'));
  const lists = useLater(() => import('./lists/lists-section.tsx'));
  const like = useLater(() => import('./like/like-section.tsx'));
  useAssessed(caseNumber, assessment, rule);

  const type = (field: FieldId, text: string): void =>
    change((draft) => withTyped(draft, field, text));
  const missing = new Set(
    assessment?.undecided.flatMap(({ at }) => (at.startsWith('facts.') ? [at] : [])),
  );
  const required = new Set(['caseNumber', 'partyKind', 'actDate', ...missing]);
  const row = (field: FormField) => (
    <FieldRow
      key={field.id}
      field={field}
      language={language}
      needed={required.has(field.id) || isUnsettled(field)}
      onType={type}
      onPoint={point}
    />
  );
  const decided = assessment ? decidedFine(draft, assessment) : null;
  const paragraph =
    assessment && decided?.ok
      ? reasonsParagraph({
          assessment,
          fine: decided.fine,
          departure: draft.departure,
          documentKind: draft.documentKind,
        })
      : null;
  const facts = fields.filter(({ id }) => id.startsWith('facts.'));
  const basics = fields.filter(({ id }) => !id.startsWith('facts.') && !NUMBERS.has(id));
  return (
    <>
      {assessment && (
        <a class="summary" href="#result">
          {assessment.outcome === 'undecided'
            ? words.open(assessment.undecided.length)
            : `${assessment.tier ? words.tier[assessment.tier] : ''}　${assessment.suggestion === null ? '' : formatFen(assessment.suggestion)}`}
        </a>
      )}
      <section aria-labelledby="case">
        <h2 id="case">{words.case}</h2>
        {basics.filter(({ id }) => !OPTIONAL.has(id)).map(row)}
        <details class="list">
          <summary>{words.optional}</summary>
          {basics.filter(({ id }) => OPTIONAL.has(id)).map(row)}
        </details>
      </section>
      <ViolationSection
        all={all}
        chosen={chosen}
        reading={readings.get('violation') ?? null}
        typed={draft.typed.violation !== undefined}
        basis={chosen ? citationText((rule?.statute ?? chosen).basis, language) : ''}
        language={language}
        onPoint={point}
        onChoose={(violation) => change((draft) => withViolation(draft, violation))}
      />
      {found && !found.ok && <p class="warn">{words.noRule[found.reason]}</p>}
      {!assessment && !(found && !found.ok) && <p class="empty">{words.needFirst}</p>}
      {assessment && rule && (
        <>
          {facts.length > 0 && (
            <section aria-labelledby="facts">
              <h2 id="facts">{words.facts}</h2>
              {facts.map(row)}
            </section>
          )}
          <GroundsSection
            grounds={rule.grounds}
            draft={draft}
            language={language}
            change={change}
          />
          {lists && case_ && (
            <lists.ListsSection case_={case_} draft={draft} language={language} change={change} />
          )}
          <ElectSection
            assessment={assessment}
            rule={rule}
            draft={draft}
            language={language}
            change={change}
          />
          {assessment.range && (
            <FactorsSection
              factors={rule.benchmark.factors}
              draft={draft}
              points={assessment.points}
              language={language}
              change={change}
            />
          )}
          <ResultSection
            assessment={assessment}
            fine={decided?.ok ? (decided.fine ?? null) : null}
            language={language}
          />
          <ReasonsSection assessment={assessment} language={language} />
          {like && case_ && assessment.outcome === 'fine' && (
            <like.LikeSection
              case_={case_}
              rule={rule}
              assessment={assessment}
              facts={readText(readings, 'illegalFacts')}
              language={language}
            />
          )}
          {paragraph !== null && (
            <ParagraphSection
              made={paragraph}
              draft={draft}
              fields={fields}
              language={language}
              change={change}
              write={
                readings.has('reasons')
                  ? (text) =>
                      writeBack(tab, readings.get('reasons')?.adapter ?? '', 'reasons', text)
                  : null
              }
            />
          )}
          {assessment.outcome !== 'undecided' && case_ && document && (
            <IssueSection
              assessment={assessment}
              document={document}
              draft={draft}
              language={language}
              current={
                codes.find(
                  (code) => code.supersededBy === null && code.document === document.value,
                ) ?? null
              }
              labels={new Map(fields.map(({ id, label }) => [id, label[language] ?? label.zh]))}
              change={change}
              onType={type}
              onPoint={point}
              write={
                writtenUnit(readings) === null
                  ? null
                  : (fen) => writeFine(tab, readings, reread, fen)
              }
              sign={async (takeOver) =>
                sign({
                  listItems: await appliedItems(case_, draft),
                  takeOver,
                  case: case_,
                  rule,
                  assessment,
                  readings,
                  draft,
                  caseNumber,
                  document: String(document.value ?? ''),
                  settings,
                })
              }
            />
          )}
        </>
      )}
      <CodesSection
        authority={settings.authority.name}
        codes={codes}
        said={said}
        language={language}
        order={order}
      />
      {docket && (
        <docket.DocketPart
          caseNumber={caseNumber}
          field={chosen?.field ?? null}
          hearing={assessment ? hearingOf(assessment) : null}
          summary={draft.documentKind === 4}
          today={today}
          language={language}
        />
      )}
    </>
  );
}

/** Entries belong to a case number; on a page that shows none, to exactly what it shows. */
function draftKey(readings: Readings): string {
  const number = readings.get('caseNumber');
  if (number?.state === 'read') return String(number.value);
  return JSON.stringify(
    [...readings].map(([id, field]) => [id, field.state === 'read' ? field.value : null]),
  );
}

function readText(readings: Readings, field: FieldId): string | null {
  const read = readings.get(field);
  return read?.state === 'read' ? String(read.value) : null;
}

/** Needed seldom, so out of the way until somebody looks for them. */
const OPTIONAL: ReadonlySet<FieldId> = new Set(['decisionDate', 'partyAge']);
/** Shown where the document is chosen. */
const NUMBERS: ReadonlySet<FieldId> = new Set(['documentNumber', 'decisionNumber']);

/** The page says something that cannot be used: a person has to settle it, whether or not it is asked for next. */
const isUnsettled = ({ reading }: FormField): boolean =>
  reading !== null && ['conflict', 'refused', 'ambiguous'].includes(reading.state);
