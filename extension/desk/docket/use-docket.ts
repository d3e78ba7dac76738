import { useEffect, useState } from 'preact/hooks';
import type { Docket, HistoryEntry } from '../../docket/docket.ts';
import { docketOf, historyOf, watchDockets } from '../../platform/docket-store.ts';

export interface DocketView {
  readonly docket: Docket;
  readonly history: readonly HistoryEntry[];
}

/** The docket of a case, read anew whenever it changes; null while there is none. */
export function useDocket(caseNumber: string): DocketView | null {
  const [view, setView] = useState<DocketView | null>(null);
  useEffect(() => {
    setView(null);
    if (caseNumber === '') return;
    let current = true;
    const read = async (): Promise<void> => {
      const [docket, history] = await Promise.all([docketOf(caseNumber), historyOf(caseNumber)]);
      if (current && docket) setView({ docket, history });
    };
    void read();
    const stop = watchDockets(() => void read());
    return () => {
      current = false;
      stop();
    };
  }, [caseNumber]);
  return view;
}
