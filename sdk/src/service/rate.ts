import type { Service } from './service.ts';
import { rates } from './store/records/rates.ts';

/** Counts one attempt in the window of this moment, across all instances; how many there are with it. */
export async function hitsSince(
  { database, now }: Service,
  authority: string,
  name: string,
  windowMs: number,
): Promise<number> {
  const at = now();
  const start = at - (at % windowMs);
  return database.write((sql) => rates.hit(sql, authority, name, start));
}
