import { formatFen } from '@chidu/sdk/text';
import type { HistoryEntry, HistoryEvent } from '../../docket/docket.ts';
import { STEPS } from '../../docket/steps.ts';
import type { Language } from '../../platform/settings.ts';
import { DOCKET_WORDS } from './words.ts';

/** What was read, assessed, issued and changed, newest first. */
export function HistoryList({
  history,
  language,
}: {
  readonly history: readonly HistoryEntry[];
  readonly language: Language;
}) {
  const words = DOCKET_WORDS[language];
  return (
    <details class="list">
      <summary id="history">
        {words.history}
        <span class="count">{history.length}</span>
      </summary>
      <p class="source">{words.local}</p>
      <ol class="history" reversed>
        {[...history].reverse().map(({ at, what }, index) => (
          <li key={`${at} ${history.length - index}`} data-event={what.event}>
            {words.historyEvent[what.event]}
            {detail(what, language)}
            <span class="source">{new Date(at).toLocaleString('zh-CN')}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}

function detail(what: HistoryEvent, language: Language): string {
  switch (what.event) {
    case 'step': {
      const label = STEPS.find(({ id }) => id === what.step)?.label[language] ?? what.step;
      return `：${label} ${what.was ? `${what.was} → ` : ''}${what.day}`;
    }
    case 'value-changed':
      return `：${what.field} ${what.was.slice(0, 8)} → ${what.is.slice(0, 8)}`;
    case 'assessed':
      return what.suggestion === null ? '' : `：${formatFen(what.suggestion)}`;
    case 'issued':
      return `：${what.document}${what.fine === null ? '' : `　${formatFen(what.fine)}`}`;
    case 'paper-bound':
      return `：${what.document}`;
    case 'paper-changed':
      return `：${what.document} ${what.was.slice(0, 8)} → ${what.is.slice(0, 8)}`;
    default:
      return '';
  }
}
