import type { CaseHistory } from '@chidu/sdk/oversight';
import { Component, createRef } from 'preact';
import type { DeskModel } from '../desk-model.ts';
import { PAGE } from '../shown.ts';
import type { BoardStrings } from '../strings/zh.ts';
import { baseOf, Level, shareText } from './figure.tsx';
import { CaseTable } from './process.tsx';

/** What is looked into: a figure, or a case. */
export type Opened = { readonly figure: string } | { readonly case: string };

interface Props {
  readonly t: BoardStrings;
  readonly model: DeskModel;
  readonly opened: Opened;
  readonly onClose: () => void;
}

interface State {
  readonly of: 'part' | 'base';
  readonly from: number;
  readonly figure: Awaited<ReturnType<DeskModel['drill']>> | undefined;
  readonly case: string | null;
  readonly history: Awaited<ReturnType<DeskModel['history']>> | undefined;
}

/** What a figure counts, and what the log says of each case: the way from every number to its entries. */
export class Drill extends Component<Props, State> {
  readonly #dialog = createRef<HTMLDialogElement>();

  constructor(props: Props) {
    super(props);
    const opened = props.opened;
    this.state = {
      of: 'part',
      from: 0,
      figure: undefined,
      case: 'case' in opened ? opened.case : null,
      history: undefined,
    };
  }

  override componentDidMount() {
    this.#dialog.current?.showModal();
    void this.#load();
  }

  override componentWillUnmount() {
    this.#dialog.current?.close();
  }

  async #load() {
    const { model, opened } = this.props;
    const { of, from, case: id } = this.state;
    if (id !== null) this.setState({ history: await model.history(id) });
    else if ('figure' in opened) {
      this.setState({ figure: await model.drill(opened.figure, of, from) });
    }
  }

  #go(to: Partial<State>) {
    this.setState(to, () => void this.#load());
  }

  override render({ t, opened, onClose }: Props, state: State) {
    const d = t.drill;
    return (
      <dialog ref={this.#dialog} onClose={onClose} aria-labelledby="drill-title">
        <div class="dialog">
          <button type="button" class="close" onClick={() => this.#dialog.current?.close()}>
            {d.close}
          </button>
          {state.case !== null ? (
            <>
              {'figure' in opened && (
                <button type="button" onClick={() => this.#go({ case: null, history: undefined })}>
                  {d.back}
                </button>
              )}
              {state.history === null ? (
                <p>{d.gone}</p>
              ) : (
                state.history && <CaseEntries t={t} {...state.history} />
              )}
            </>
          ) : state.figure === null ? (
            <p>{d.gone}</p>
          ) : (
            state.figure && this.#list(state.figure)
          )}
        </div>
      </dialog>
    );
  }

  #list({ figure, page }: NonNullable<State['figure']>) {
    const { t } = this.props;
    const { of, from } = this.state;
    const d = t.drill;
    const cases = page.rows.filter((row) => 'id' in row);
    return (
      <>
        <h3 id="drill-title" tabIndex={-1}>
          {t.words(figure.definition.label)} {shareText(t, figure)}{' '}
          <span class="base">{baseOf(t, figure)}</span>
        </h3>
        <p class="note">
          {d.formula}
          {t.language === 'zh' ? '：' : ': '}
          {t.words(figure.definition.formula)}
        </p>
        {figure.denominator !== null && (
          <p class="choices">
            {(['part', 'base'] as const).map((each) => (
              <button
                type="button"
                key={each}
                aria-pressed={of === each}
                onClick={() => this.#go({ of: each, from: 0 })}
              >
                {d[each](t.number(each === 'part' ? figure.numerator : (figure.denominator ?? 0)))}
              </button>
            ))}
          </p>
        )}
        {page.total === 0 ? (
          <p>{d.none}</p>
        ) : (
          <>
            <p class="choices">
              <button
                type="button"
                disabled={from === 0}
                onClick={() => this.#go({ from: Math.max(0, from - PAGE) })}
              >
                {d.earlier}
              </button>
              <span>
                {d.range(
                  t.number(from + 1),
                  t.number(from + page.rows.length),
                  t.number(page.total),
                )}
              </span>
              <button
                type="button"
                disabled={from + PAGE >= page.total}
                onClick={() => this.#go({ from: from + PAGE })}
              >
                {d.later}
              </button>
            </p>
            {cases.length > 0 ? (
              <CaseTable
                t={t}
                cases={cases}
                onCase={(id) => this.#go({ case: id, history: undefined })}
              />
            ) : (
              <ol class="ids" start={from + 1}>
                {page.rows.map((row) =>
                  'id' in row ? null : (
                    <li key={row.key}>{row.name === null ? row.key : t.words(row.name)}</li>
                  ),
                )}
              </ol>
            )}
          </>
        )}
      </>
    );
  }
}

function CaseEntries({
  t,
  history,
  alerts,
}: {
  readonly t: BoardStrings;
} & NonNullable<Awaited<ReturnType<DeskModel['history']>>>) {
  const d = t.drill;
  return (
    <>
      <h3 id="drill-title" tabIndex={-1}>
        {history.caseNumber ?? history.id}
      </h3>
      {alerts.length > 0 && (
        <ul class="alerts">
          {alerts.map((alert) => (
            <li key={alert.id}>
              <p>
                <Level t={t} level={alert.level} /> {t.words(alert.question)}
              </p>
            </li>
          ))}
        </ul>
      )}
      <h4>{d.history}</h4>
      <table>
        <thead>
          <tr>
            <th scope="col">{d.when}</th>
            <th scope="col">{d.what}</th>
            <th scope="col">{d.entry}</th>
          </tr>
        </thead>
        <tbody>
          {entriesOf(t, history).map(({ at, what, place }) => (
            <tr key={`${place.authority}/${place.year}/${place.index} ${what}`}>
              <td>{t.time(at)}</td>
              <td>{what}</td>
              <td>
                {place.authority}/{place.year}/{place.index}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** Everything the log says of a case, in its order. */
function entriesOf(t: BoardStrings, history: CaseHistory) {
  const { kinds } = t.drill;
  const { codes, stages, changes, remedies, objections } = history;
  const told = [
    ...codes.flatMap(({ firstViewed, ended, decided, ...code }) => [
      { ...code, what: kinds.issued },
      ...(firstViewed ? [{ ...firstViewed, what: kinds.viewed }] : []),
      ...(ended ? [{ ...ended, what: kinds[ended.how] }] : []),
      ...(decided ? [{ ...decided, what: kinds.decided }] : []),
    ]),
    ...stages.map((stage) => ({
      ...stage,
      what: `${kinds.stage} ${t.stages[stage.stage] ?? stage.stage} ${stage.on}`,
    })),
    ...changes.map((change) => ({ ...change, what: kinds.change })),
    ...remedies.map((remedy) => ({ ...remedy, what: kinds.remedy })),
    ...objections.flatMap(({ steps, escalations, ...objection }) => [
      { ...objection, what: kinds.objection },
      ...steps.map((step) => ({ ...step, what: kinds.step })),
      ...escalations.map((escalation) => ({ ...escalation, what: kinds.escalation })),
    ]),
  ];
  return told.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
