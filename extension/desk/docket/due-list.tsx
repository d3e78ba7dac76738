import { type Deadline, type DeadlineInput, explain } from '@chidu/sdk/deadlines';
import { citationText } from '@chidu/sdk/discretion/sentences';
import type { DueList as List } from '../../docket/due.ts';
import { STEPS } from '../../docket/steps.ts';
import type { Language } from '../../platform/settings.ts';
import { DOCKET_WORDS } from './words.ts';

interface Props {
  readonly list: List;
  /** What the list was counted from, so that each day can be explained. */
  readonly input: DeadlineInput;
  readonly language: Language;
}

/** What is due when and why, the most urgent first; what is done stands below. */
export function DueList({ list, input, language }: Props) {
  const words = DOCKET_WORDS[language];
  const isDone = ({ state }: Deadline): boolean => ['met', 'met-late', 'moot'].includes(state);
  const open = list.deadlines.filter((one) => !isDone(one));
  const done = list.deadlines.filter(isDone);
  return (
    <>
      {list.deadlines.length === 0 && <p class="source">{words.dueNone}</p>}
      {list.unsaid && <p class="source">{words.dueUnsaid}</p>}
      <ul class="due">
        {[...open, ...done].map((deadline) => (
          <Line key={deadline.period.id} deadline={deadline} input={input} language={language} />
        ))}
      </ul>
    </>
  );
}

function Line({ deadline, input, language }: Omit<Props, 'list'> & { deadline: Deadline }) {
  const words = DOCKET_WORDS[language];
  const { period, due, state, from, daysLeft } = deadline;
  const when =
    due.state === 'day'
      ? words.dueBy(due.day)
      : due.state === 'unknown-year'
        ? words.dueUnknownYear(due.year, due.bound)
        : '';
  const start = STEPS.find(({ event }) => event === from.event)?.label[language] ?? from.event;
  const days = explain(deadline, input).flatMap(({ day, why, holiday }) =>
    why === 'holiday' || why === 'moved' ? [`${day} ${holiday?.[language] ?? ''}`.trim()] : [],
  );
  return (
    <li data-period={period.id} data-state={state}>
      <details>
        <summary>
          <b>{period.label[language]}</b>　{when}
          <span class={`mark ${state === 'late' ? 'needed' : 'old'}`}>{words.dueState[state]}</span>
          {daysLeft !== null && (state === 'open' || state === 'late') && (
            <span class="source">{words.daysLeft(daysLeft)}</span>
          )}
        </summary>
        <p class="source">
          {words.who[period.who]}；{words.since(start, from.day)}，
          {words.length(period.length, words.units[period.unit] ?? '')}
          {days.length > 0 && `；${words.skipped(days.join('、'))}`}；
          {period.cite.map((cite) => citationText(cite, language)).join('，')}
          {period.effect && `；${period.effect[language]}`}
        </p>
      </details>
    </li>
  );
}
