import type { Stop } from '../../deadlines/index.ts';
import type { Happened } from '../events/case-history.ts';

/** The days of one 线索 that its 核查 is counted by. */
export interface ClueTimeline {
  readonly id: string;
  readonly authority: string;
  /** When the authority had it. */
  readonly received: Happened;
  /** 立案 or 不予立案 was decided; null while neither is entered. */
  readonly settled: Happened | null;
  /** 检测, 鉴定 and what else does not count (程序规定 18). */
  readonly stops: readonly Stop[];
  /** Working days granted by the head beyond the fifteen; 0 where none. */
  readonly extended: number;
}
