import { type CheckState, checkFile } from '../../docket/check-file.ts';
import { concerns } from '../../docket/concerns.ts';
import { dueIn, eventsOf } from '../../docket/due.ts';
import { STEPS } from '../../docket/steps.ts';
import type { Language } from '../../platform/settings.ts';
import { DueList } from './due-list.tsx';
import { HistoryList } from './history-list.tsx';
import { type DocketView, useDocket } from './use-docket.ts';
import { DOCKET_WORDS } from './words.ts';

interface Props {
  readonly caseNumber: string;
  /** Field of law of the violation; null while none is chosen. */
  readonly field: string | null;
  readonly hearing: boolean | null;
  readonly summary: boolean;
  readonly today: string;
  readonly language: Language;
}

/** What the pages seen of this case add up to: what to look at, what is due, how the file stands, what happened. */
export function DocketPart(props: Props) {
  const view = useDocket(props.caseNumber);
  return view && <Seen {...props} {...view} />;
}

const ORDER: readonly CheckState[] = ['fault', 'open', 'unseen', 'ok'];

function Seen(props: Props & DocketView) {
  const { docket, history, field, hearing, summary, today, language } = props;
  const words = DOCKET_WORDS[language];
  const worries = concerns(docket, { today, field, vanished: false });
  const kind = {
    procedure: summary ? 'summary' : 'ordinary',
    field: field ?? '',
    ...(hearing !== null && { hearing }),
  } as const;
  const due = dueIn(docket, kind, today);
  const checks = checkFile({ docket, field, today, hearing });
  const count = (wanted: CheckState): number =>
    checks.filter(({ state }) => state === wanted).length;
  return (
    <>
      {worries.length > 0 && (
        <section aria-labelledby="concerns">
          <h2 id="concerns">{words.concerns}</h2>
          <ul class="concerns">
            {worries.map(({ id, about, text }) => (
              <li key={`${id} ${about}`} class="warn" data-concern={id}>
                {text[language]}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="due">
        <h2 id="due">{words.due}</h2>
        <DueList
          list={due}
          input={{ kind: { ...kind, told: false }, events: eventsOf(docket), today }}
          language={language}
        />
      </section>
      <section aria-labelledby="checks">
        <details class="list">
          <summary id="checks">
            {words.checks}
            <span class="count">{words.checkSum(count('fault'), count('unseen'))}</span>
          </summary>
          <p class="source">{words.checksHint}</p>
          <ul class="checks">
            {[...checks]
              .sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state))
              .map(({ id, label, state, why }) => (
                <li key={id} data-check={id} data-state={state}>
                  <span class="check-head">
                    {label[language]}
                    <span class={`mark ${state === 'fault' ? 'needed' : 'old'}`}>
                      {words.checkState[state]}
                    </span>
                  </span>
                  <span class="source">{why[language]}</span>
                </li>
              ))}
          </ul>
          <h3>{words.steps}</h3>
          <dl class="figures">
            {STEPS.map(({ id, label }) => {
              const seen = docket.steps[id];
              return [
                <dt key={`${id} name`}>{label[language]}</dt>,
                <dd key={id} data-step={id}>
                  {seen ? (seen.day ?? words.empty) : words.unseen}
                </dd>,
              ];
            })}
          </dl>
        </details>
      </section>
      <section aria-labelledby="history">
        <HistoryList history={history} language={language} />
      </section>
    </>
  );
}
