import type { Migration } from '../sql/migrate.ts';
import { log } from './0001-log.ts';
import { records } from './0002-records.ts';
import { clues } from './0003-clues.ts';
import { supervisions } from './0004-supervisions.ts';
import { figures } from './0005-figures.ts';
import { tasks } from './0006-tasks.ts';

/** In the order of their numbers, without a gap. One that has been released is never changed. */
export const MIGRATIONS: readonly Migration[] = [log, records, clues, supervisions, figures, tasks];
