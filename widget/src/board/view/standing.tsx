import type { BoardState } from '../board-state.ts';
import type { BoardStrings } from '../strings/zh.ts';

/** How the data stand: what was read, up to when, whether more will come, and what went wrong. Said in words. */
export function Standing({
  t,
  state,
  onCancel,
  onRetry,
}: {
  readonly t: BoardStrings;
  readonly state: BoardState;
  readonly onCancel: () => void;
  readonly onRetry: () => void;
}) {
  if (state.kind === 'empty') return <p role="status">{t.empty}</p>;
  if (state.kind === 'loading') return <Loading t={t} state={state} onCancel={onCancel} />;
  if (state.kind === 'failed') {
    const { why } = state;
    const known = why in t.failed && why !== 'other';
    return (
      <div class="standing">
        <p role="alert" class="warning">
          {known ? t.failed[why as 'cancelled'] : t.failed.other(why)}
        </p>
        <button type="button" onClick={onRetry}>
          {t.retry}
        </button>
      </div>
    );
  }
  if (state.kind === 'published') return null;
  const { summary, line, apart } = state;
  const { entries, cases, unread, broken, last, alerted, issues } = summary;
  const bad = line?.kind === 'broken';
  return (
    <div class="standing">
      <p role="status" data-line={line?.kind ?? 'file'} class={bad ? 'warning' : ''}>
        <strong>
          {line === null
            ? t.line.file
            : line.kind === 'broken'
              ? t.line.broken(t.time(line.since))
              : t.line[line.kind]}
        </strong>{' '}
        {t.standing(t.number(entries), t.number(cases))}
        {last !== null && <> · {t.upTo(t.time(last))}</>}
        {unread > 0 && <> · {t.unread(t.number(unread))}</>}
        {broken > 0 && <> · {t.broken(t.number(broken))}</>}
        {!alerted && <> · {t.alerting}</>}
      </p>
      {apart.length > 0 && (
        <p role="alert" class="warning">
          {t.apart(apart.map(({ label }) => t.words(label)))}
        </p>
      )}
      {issues.length > 0 && (
        <details class="warning">
          <summary>{t.issues(issues.length)}</summary>
          <ul>
            {issues.slice(0, 20).map(({ code, at, message }) => (
              <li key={`${code} ${at}`}>
                {at} {message}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function Loading({
  t,
  state: { progress },
  onCancel,
}: {
  readonly t: BoardStrings;
  readonly state: BoardState & { readonly kind: 'loading' };
  readonly onCancel: () => void;
}) {
  const share =
    progress?.total == null
      ? null
      : Math.min(100, Math.floor((100 * progress.done) / progress.total));
  return (
    <div class="standing">
      <p role="status">
        {t.loading}{' '}
        {progress !== null &&
          t.loaded(t.number(progress.entries), share === null ? '' : t.percent(share))}
      </p>
      <progress aria-label={t.loading} max={100} {...(share !== null && { value: share })} />
      <button type="button" onClick={onCancel}>
        {t.cancel}
      </button>
    </div>
  );
}
