import { assess } from '@chidu/sdk/discretion';
import { citationText } from '@chidu/sdk/discretion/sentences';
import { chinaDay, formatFen } from '@chidu/sdk/text';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { FieldId } from '../adapters/adapter.ts';
import { codesOfCase, currentCode, type IssuedCode, recordCode } from '../platform/database.ts';
import { send } from '../platform/messages.ts';
import type { Settings } from '../platform/settings.ts';
import { Header } from '../ui/header.tsx';
import { caseOf, type FormField, formFields } from './case-form.ts';
import { CodesSection, type Said } from './codes-section.tsx';
import { decidedFine } from './decided-fine.ts';
import { withTyped, withViolation } from './draft.ts';
import { ElectSection } from './elect-section.tsx';
import { FactorsSection } from './factors-section.tsx';
import { FieldRow } from './field-row.tsx';
import { GroundsSection } from './grounds-section.tsx';
import type { Issued } from './issue-code.ts';
import { IssueSection } from './issue-section.tsx';
import { ReasonsSection, ResultSection } from './result-section.tsx';
import { type RuleBook, ruleFor, violations } from './rule-book.ts';
import { type Readings, useReadings, useRuleBook, useSettings, useTab } from './use-desk.ts';
import { useDraft } from './use-draft.ts';
import { ViolationSection } from './violation-section.tsx';
import { WORDS } from './words.ts';

/** The officer's panel: one case, from what the page shows to the code on the notice. */
export function App() {
  const tab = useTab();
  const [reading, reread] = useReadings(tab);
  const [settings, changeSettings] = useSettings();
  const book = useRuleBook();
  const language = settings?.language ?? 'zh';
  const words = WORDS[language];
  const readings = reading && reading !== 'unreadable' ? reading.readings : null;
  return (
    <>
      <Header title={words.title} language={language} change={changeSettings}>
        <a class="quiet" href="/options.html" target="_blank" rel="noreferrer">
          {words.settings}
        </a>
      </Header>
      <main>
        {book instanceof Error && (
          <p class="warn">
            {words.brokenPacks}
            {book.message}
          </p>
        )}
        {settings && book && !(book instanceof Error) && readings && readings.size > 0 ? (
          <CaseDesk book={book} readings={readings} settings={settings} reread={reread} />
        ) : (
          reading !== null && (
            <section class="empty">
              <h2>{reading === 'unreadable' ? words.unreadable : words.noCase}</h2>
              <p>{words.noCaseHint}</p>
            </section>
          )
        )}
      </main>
    </>
  );
}

interface CaseProps {
  readonly book: RuleBook;
  readonly readings: Readings;
  readonly settings: Settings;
  readonly reread: () => Promise<Readings>;
}

function CaseDesk({ book, readings, settings, reread }: CaseProps) {
  const { language } = settings;
  const words = WORDS[language];
  const [draft, change] = useDraft(draftKey(readings));
  const [codes, setCodes] = useState<readonly IssuedCode[]>([]);
  const [said, setSaid] = useState<Said | null>(null);
  const all = useMemo(() => violations(book), [book]);

  const read = readings.get('violation') ?? null;
  const named = draft.typed.violation ?? (read?.state === 'read' ? String(read.value) : '');
  const chosen = all.find(({ violation }) => violation === named) ?? null;
  const today = chinaDay(Date.now());
  const basic = formFields(readings, draft, []);
  const dates = datesOf(basic, today);
  const found = chosen && dates ? ruleFor(book, chosen.violation, dates.act, dates.decision) : null;
  const rule = found?.ok ? found.rule : null;
  const fields = formFields(readings, draft, rule?.statute.facts ?? []);
  const case_ = chosen && caseOf(chosen.violation, fields, draft, { today, at: today });
  const assessment = case_ && rule && assess(case_, rule);
  const caseNumber = String(fieldValue(fields, 'caseNumber') ?? '');
  const document = fields.find(({ id }) => id === 'documentNumber');

  useEffect(() => {
    setCodes([]);
    if (caseNumber) void codesOfCase(caseNumber).then(setCodes);
  }, [caseNumber]);

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
    />
  );
  const order = async ({ codeId }: IssuedCode, act: 'place' | 'remove'): Promise<void> =>
    setSaid({ codeId, act, results: await send(`notice/${act}`, { codeId }) });
  const sign = async (): Promise<Issued> => {
    if (!case_ || !rule || !assessment) throw new Error('nothing to sign');
    // Signing and drawing come when they are needed: most openings of the panel sign nothing.
    const [{ issueCode }, { officerSigner }] = await Promise.all([
      import('./issue-code.ts'),
      import('./officer-key.ts'),
    ]);
    const issued = await issueCode(
      {
        case: case_,
        rule,
        assessment,
        fields,
        readings,
        draft,
        caseNumber,
        document: String(document?.value ?? ''),
        settings,
      },
      {
        reread,
        signer: officerSigner,
        current: currentCode,
        record: recordCode,
        now: () => new Date(),
      },
    );
    if (issued.ok) {
      // An open notice must not keep the code that has just been replaced.
      for (const old of codes)
        if (!old.supersededBy && old.document === issued.code.document) await order(old, 'remove');
      await order(issued.code, 'place');
      setCodes(await codesOfCase(caseNumber));
    }
    return issued;
  };
  const decided = assessment ? decidedFine(draft, assessment) : null;
  const facts = fields.filter(({ id }) => id.startsWith('facts.'));
  const basics = fields.filter(({ id }) => !id.startsWith('facts.') && id !== 'documentNumber');
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
        reading={read}
        typed={draft.typed.violation !== undefined}
        basis={chosen ? citationText((rule?.statute ?? chosen).basis, language) : ''}
        language={language}
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
          {assessment.outcome !== 'undecided' && document && (
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
              sign={sign}
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
    </>
  );
}

function datesOf(
  fields: readonly FormField[],
  today: string,
): { readonly act: string; readonly decision: string } | null {
  const act = fieldValue(fields, 'actDate');
  const decision = fieldValue(fields, 'decisionDate') ?? today;
  return typeof act === 'string' ? { act, decision: String(decision) } : null;
}

/** Entries belong to a case number; on a page that shows none, to exactly what it shows. */
function draftKey(readings: Readings): string {
  const number = readings.get('caseNumber');
  if (number?.state === 'read') return String(number.value);
  return JSON.stringify(
    [...readings].map(([id, field]) => [id, field.state === 'read' ? field.value : null]),
  );
}

/** Needed seldom, so out of the way until somebody looks for them. */
const OPTIONAL: ReadonlySet<FieldId> = new Set(['decisionDate', 'partyAge']);

/** The page says something that cannot be used: a person has to settle it, whether or not it is asked for next. */
const isUnsettled = ({ reading }: FormField): boolean =>
  reading !== null && ['conflict', 'refused', 'ambiguous'].includes(reading.state);

const fieldValue = (fields: readonly FormField[], id: FieldId) =>
  fields.find((field) => field.id === id)?.value;
