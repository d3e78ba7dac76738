import type { Sent } from '../objection/outbox.ts';
import type { CodeView, Receipt } from '../objection/request.ts';
import type { ObjectionStrings } from '../strings/objection-zh.ts';
import type { ObjectionProps } from './objection.tsx';
import { Facts } from './section.tsx';

type Told = CodeView['objections'][number];

/** Receipts of this device, and what the service says of every objection raised with the code. */
export function ObjectionList(
  props: ObjectionProps & {
    readonly o: ObjectionStrings;
    readonly sent: readonly Sent[];
    readonly asked: CodeView | 'asking' | 'unreachable' | null;
    readonly onAsk: () => void;
  },
) {
  const { t, o, level, sent, asked } = props;
  const Sub = `h${level + 1}` as 'h4';
  const told = typeof asked === 'string' ? [] : (asked?.objections ?? []);
  const elsewhere = told.filter(
    ({ number }) => !sent.some((each) => each.receipt?.number === number),
  );
  return (
    <>
      <Sub>{o.list}</Sub>
      <ul class="rights" aria-live="polite">
        {sent.map((each) => (
          <li
            key={each.key}
            data-sent={each.receipt ? 'received' : each.refused ? 'refused' : 'waiting'}
          >
            <p class="own">{each.request.text}</p>
            {each.receipt ? (
              <>
                <Progress
                  {...props}
                  of={told.find(({ number }) => number === each.receipt?.number) ?? each.receipt}
                />
                <p>{o.stopsNoClock}</p>
                <button type="button" onClick={() => void save(each, each.receipt as Receipt)}>
                  {o.save}
                </button>
              </>
            ) : (
              <p>{each.refused ? o.refused(each.refused) : o.waiting(t.time(new Date(each.at)))}</p>
            )}
          </li>
        ))}
        {elsewhere.map((objection) => (
          <li key={objection.number} data-sent="received">
            <Progress {...props} of={objection} />
          </li>
        ))}
      </ul>
      <p>
        <button type="button" aria-describedby="ask-help" onClick={props.onAsk}>
          {o.ask}
        </button>
        <span id="ask-help" class="fine-print">
          {o.askHelp}
        </span>
      </p>
      {typeof asked !== 'string' && <Facts entries={[[o.caseNumber, asked?.caseNumber]]} />}
      <p role="status">
        {typeof asked === 'string'
          ? o[asked]
          : asked && told.length === 0 && sent.length === 0 && o.nothing}
      </p>
    </>
  );
}

function Progress({
  t,
  o,
  of,
}: Pick<ObjectionProps, 't'> & { readonly o: ObjectionStrings; readonly of: Told | Receipt }) {
  const { due } = of;
  const who = due && (o.who[due.who] ?? due.who);
  const place = 'place' in of ? of.place : of.steps[0]?.place;
  const answer = 'answer' in of ? of.answer : null;
  return (
    <>
      <Facts
        entries={[
          [o.number, of.number],
          [o.received, t.time(new Date(of.receivedAt))],
          [o.state, o.states[of.state] ?? of.state],
          [
            '',
            due &&
              [
                due.day
                  ? o.due(who ?? '', t.day(due.day))
                  : o.dueBound(who ?? '', t.day(due.bound)),
                due.overdue ? o.overdue : '',
              ]
                .filter(Boolean)
                .join(' · '),
          ],
          [o.place, place && o.placeAt(place.year, place.index)],
        ]}
      />
      {of.remedy && <p>{o.remedy}</p>}
      {answer && (
        <p class="own">
          <strong>
            {o.answer}
            {'：'}
            {o.results[answer.result] ?? answer.result}
          </strong>{' '}
          {answer.text}
        </p>
      )}
    </>
  );
}

async function save(sent: Sent, receipt: Receipt): Promise<void> {
  const [{ download }, { savedReceipt }] = await Promise.all([
    import('../chunks/evidence.ts'),
    import('../chunks/outbox.ts'),
  ]);
  const file = new Blob([savedReceipt(sent, receipt)], { type: 'application/json' });
  download(file, `chidu-${receipt.number}.json`);
}
