import { browser } from 'wxt/browser';
import type { FieldId } from '../adapters/adapter.ts';
import type { FieldReading, PageReading } from '../locate/reading.ts';

/** How often a field of an adapter ended in each state; `healed` are those read by another than the first locator. */
export type FieldHealth = Readonly<Partial<Record<FieldReading['state'] | 'healed', number>>>;

/** Counts alone, by adapter and version, page and field. No value and no address of a case is kept. */
export interface AdapterHealth {
  readonly adapter: string;
  readonly version: string;
  readonly page: string;
  /** Documents counted. */
  readonly documents: number;
  readonly fields: Readonly<Partial<Record<FieldId, FieldHealth>>>;
}

const KEY = 'health';
let queue: Promise<void> = Promise.resolve();

export async function adapterHealth(): Promise<readonly AdapterHealth[]> {
  return ((await browser.storage.local.get(KEY))[KEY] as AdapterHealth[] | undefined) ?? [];
}

/** Counts what documents showed when they were last read: called once for each, when it goes. */
export function countReadings(readings: readonly PageReading[]): Promise<void> {
  if (readings.length === 0) return queue;
  queue = queue
    .catch(() => undefined)
    .then(async () => {
      let health = await adapterHealth();
      for (const reading of readings) health = withReading(health, reading);
      await browser.storage.local.set({ [KEY]: health });
    });
  return queue;
}

export function withReading(
  health: readonly AdapterHealth[],
  { adapter, version, page, fields }: PageReading,
): readonly AdapterHealth[] {
  const isSame = (one: AdapterHealth): boolean =>
    one.adapter === adapter && one.version === version && one.page === page;
  const held = health.find(isSame) ?? { adapter, version, page, documents: 0, fields: {} };
  const counted: Partial<Record<FieldId, FieldHealth>> = { ...held.fields };
  for (const reading of fields) {
    const state = reading.state === 'read' && reading.healed ? 'healed' : reading.state;
    const before = counted[reading.field] ?? {};
    counted[reading.field] = { ...before, [state]: (before[state] ?? 0) + 1 };
  }
  return [
    ...health.filter((one) => !isSame(one)),
    { ...held, documents: held.documents + 1, fields: counted },
  ];
}
