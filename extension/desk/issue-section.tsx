import type { Assessment, PenaltyResult } from '@chidu/sdk/discretion';
import { formatFen } from '@chidu/sdk/text';
import { useState } from 'preact/hooks';
import type { FieldId } from '../adapters/adapter.ts';
import type { IssuedCode } from '../platform/database.ts';
import type { Language } from '../platform/settings.ts';
import type { WriteResult } from '../write/write-field.ts';
import type { FormField } from './case-form.ts';
import { decidedFine } from './decided-fine.ts';
import type { Draft } from './draft.ts';
import { FieldRow } from './field-row.tsx';
import type { Replaces } from './issue-at-service.ts';
import type { Issued, IssueRefusal } from './issue-code.ts';
import { TakeOver } from './take-over.tsx';
import type { ChangeDraft } from './use-draft.ts';
import { WORDS } from './words.ts';

interface Props {
  readonly assessment: Assessment;
  readonly document: FormField;
  readonly draft: Draft;
  readonly language: Language;
  readonly current: IssuedCode | null;
  readonly labels: ReadonlyMap<FieldId, string>;
  readonly change: ChangeDraft;
  readonly onType: (field: FieldId, text: string) => void;
  readonly onPoint: (field: FieldId | null) => void;
  /** Writes the decided fine into the page at the officer's click; null where the page has no box for it. */
  readonly write: ((fen: number) => Promise<WriteResult>) | null;
  readonly sign: (takeOver: Replaces | null) => Promise<Issued>;
}

/** The act with legal weight: what the officer decided, bound to the document and signed. Only ever in this panel. */
export function IssueSection(props: Props) {
  const { assessment, document, draft, language, current, labels, change, onType, onPoint } = props;
  const { sign, write } = props;
  const words = WORDS[language];
  const [refused, setRefused] = useState<{ draft: Draft; refusal: IssueRefusal } | null>(null);
  const [busy, setBusy] = useState(false);
  const [written, setWritten] = useState<{ fine: number; result: WriteResult } | null>(null);
  // A refusal speaks about the draft it refused and goes when that is changed.
  const refusal = refused?.draft === draft ? refused.refusal : null;
  const { band, suggestion, outcome, fineMode } = assessment;
  const decided = decidedFine(draft, assessment);
  const departs = decided.ok && suggestion !== null && decided.fine !== suggestion;
  const outside =
    decided.ok && decided.fine !== undefined && band !== null && !within(decided.fine, band);
  const issue = async (takeOver: Replaces | null): Promise<void> => {
    setBusy(true);
    const result = await sign(takeOver).finally(() => setBusy(false));
    setRefused(result.ok ? null : { draft, refusal: result.refusal });
  };
  return (
    <section aria-labelledby="issue">
      <h2 id="issue">{words.issue}</h2>
      <FieldRow field={document} language={language} needed onType={onType} onPoint={onPoint} />
      <div class="field">
        <label for="document-kind">{words.documentKind}</label>
        <select
          id="document-kind"
          value={draft.documentKind}
          onChange={(event) => {
            const kind = Number(event.currentTarget.value) as Draft['documentKind'];
            change((draft) => ({ ...draft, documentKind: kind }));
          }}
        >
          {words.documentKinds.map((kind, index) => (
            <option key={kind} value={index + 1}>
              {kind}
            </option>
          ))}
        </select>
      </div>
      <Penalties assessment={assessment} draft={draft} language={language} change={change} />
      {outcome === 'fine' && (
        <div class="field">
          <label for="fine">{words.fine}</label>
          <input
            id="fine"
            inputMode="decimal"
            autocomplete="off"
            disabled={draft.noFine}
            placeholder={suggestion === null ? '' : formatFen(suggestion).replace('元', '')}
            value={draft.fine}
            aria-invalid={!decided.ok || outside}
            aria-describedby="fine-hint"
            onInput={(event) => {
              const fine = event.currentTarget.value;
              change((draft) => ({ ...draft, fine }));
            }}
          />
          <p class={outside ? 'warn' : 'source'} id="fine-hint">
            {band && words.fineHint(formatFen(band.min), formatFen(band.max))}
          </p>
          {write && decided.ok && decided.fine !== undefined && (
            <button
              type="button"
              id="write-fine"
              class="quiet"
              disabled={outside}
              onClick={() => {
                const { fine } = decided;
                if (fine !== undefined)
                  void write(fine).then((result) => setWritten({ fine, result }));
              }}
            >
              {words.writeFine(formatFen(decided.fine))}
            </button>
          )}
          <p role="status" class="source">
            {written && decided.ok && written.fine === decided.fine && words.wrote[written.result]}
          </p>
          {fineMode === 'may' && (
            <label class="tick">
              <input
                type="checkbox"
                checked={draft.noFine}
                onChange={(event) => {
                  const noFine = event.currentTarget.checked;
                  change((draft) => ({ ...draft, noFine }));
                }}
              />
              <span>{words.noFine}</span>
            </label>
          )}
        </div>
      )}
      {departs && !outside && (
        <div class="field">
          <label for="departure">{words.departure}</label>
          <textarea
            id="departure"
            rows={3}
            value={draft.departure}
            aria-describedby="departure-hint"
            onInput={(event) => {
              const departure = event.currentTarget.value;
              change((draft) => ({ ...draft, departure }));
            }}
          />
          <p class="source" id="departure-hint">
            {words.departureHint}
          </p>
        </div>
      )}
      <button type="button" class="sign" disabled={busy} onClick={() => void issue(null)}>
        {current ? words.signAgain : words.sign}
      </button>
      <div role="alert">
        {refusal && <p class="warn">{refusalText(refusal, language, labels)}</p>}
      </div>
      {refusal?.reason === 'live-code' && (
        <TakeOver
          codeId={refusal.codeId}
          language={language}
          busy={busy}
          onTakeOver={(takeOver) => void issue(takeOver)}
        />
      )}
      <p class="source">{words.advice}</p>
    </section>
  );
}

/** What the law orders stands; where it leaves a choice the officer makes it. */
function Penalties({
  assessment,
  draft,
  language,
  change,
}: Pick<Props, 'assessment' | 'draft' | 'language' | 'change'>) {
  const words = WORDS[language];
  const all: PenaltyResult[] = [...assessment.penalties, ...assessment.confiscations];
  const kinds = all.filter(
    ({ kind }, index) => all.findIndex((one) => one.kind === kind) === index,
  );
  if (kinds.length === 0) return null;
  return (
    <fieldset class="field">
      <legend>{words.penalties}</legend>
      {kinds.map(({ kind, mode, label }) => (
        <label class="tick" key={kind}>
          <input
            type="checkbox"
            checked={mode === 'shall' || draft.kinds.includes(kind)}
            disabled={mode === 'shall'}
            onChange={(event) => {
              const chosen = event.currentTarget.checked;
              change((draft) => ({
                ...draft,
                kinds: chosen
                  ? [...draft.kinds, kind]
                  : draft.kinds.filter((other) => other !== kind),
              }));
            }}
          />
          <span>
            {label[language] ?? label.zh}
            <span class="source">{mode === 'shall' ? words.must : words.may}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

const within = (fen: number, { min, max }: { min: number; max: number }): boolean =>
  fen >= min && fen <= max;

function refusalText(
  refusal: IssueRefusal,
  language: Language,
  labels: ReadonlyMap<FieldId, string>,
): string {
  const words = WORDS[language];
  const text = words.refused[refusal.reason];
  if (refusal.reason === 'service')
    return text + (words.serviceFault[refusal.error] ?? refusal.error);
  if (refusal.reason === 'page-changed')
    return text + refusal.fields.map((id) => labels.get(id) ?? id).join('、');
  if (refusal.reason === 'refused')
    return text + refusal.codes.map((code) => words.fault[code] ?? code).join('；');
  return text;
}
