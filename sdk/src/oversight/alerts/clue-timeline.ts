import type { Stop } from '../../deadlines/index.ts';
import type { CaseHistory } from '../events/case-history.ts';
import { type Dated, timelineOf } from './timeline.ts';

/** The days of one 线索 that its 核查 is counted by. */
export interface ClueTimeline {
  readonly id: string;
  readonly authority: string;
  readonly caseNumber: string | null;
  /** When the authority had it. */
  readonly received: Dated;
  /** 立案 or 不予立案 was decided; null while neither is entered. */
  readonly settled: Dated | null;
  /** 检测, 鉴定 and what else does not count (程序规定 18). */
  readonly stops: readonly Stop[];
  /** Working days granted by the head beyond the fifteen; 0 where none. */
  readonly extended: number;
}

/** The clue that a case began with, where the case system tells when it came in; null where it does not. */
export function clueOf(history: CaseHistory): ClueTimeline | null {
  const { events, stops } = timelineOf(history);
  const received = events['clue-received'];
  if (!received) return null;
  const { id, authority, caseNumber } = history;
  const settled = events['filing-decided'] ?? events.filed ?? null;
  return { id, authority, caseNumber, received, settled, stops, extended: 0 };
}
