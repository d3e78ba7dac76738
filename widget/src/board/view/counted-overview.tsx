import type { Counted } from '../counted.ts';
import type { BoardStrings } from '../strings/zh.ts';
import { OverviewView } from './overview.tsx';

/** 执法总览 from what the store counts, until the entries are there: figures to be read, with nothing behind them yet. */
export function CountedOverview({
  t,
  counted: { figures, entries },
}: {
  readonly t: BoardStrings;
  readonly counted: Counted;
}) {
  const remedies = figures.filter(({ definition }) => definition.id.startsWith('remedies.'));
  return (
    <>
      <p class="note">{t.counted(t.number(entries))}</p>
      <div class="view counted" inert>
        <OverviewView t={t} onDrill={() => {}} shown={{ figures, matters: [], remedies }} />
      </div>
    </>
  );
}
