import type { FieldId } from '../adapters/adapter.ts';
import type { CaseField } from '../judge/merge-frames.ts';
import { type Docket, emptyDocket, type HistoryEvent, type SeenStep } from './docket.ts';
import { STEPS, type StepId } from './steps.ts';

export interface Noted {
  readonly docket: Docket;
  readonly news: readonly HistoryEvent[];
}

/** What a case page shows at a moment, as far as a docket keeps it. */
export interface CasePage {
  readonly read: ReadonlyMap<FieldId, CaseField>;
  /** Digest of the address; null for a window without one. */
  readonly address: string | null;
  readonly at: string;
  /** Of a value; salted on this machine, so that a digest in an export gives no name away. */
  readonly digest: (value: string) => string;
}

/** A case page into the docket of its case; `held` is null for a case not seen before. */
export function noteReading(held: Docket | null, caseNumber: string, page: CasePage): Noted {
  const { read, address, at, digest } = page;
  const before = held ?? emptyDocket(caseNumber, at);
  const news: HistoryEvent[] = held ? [] : [{ event: 'first-read' }];
  const steps: Partial<Record<StepId, SeenStep>> = { ...before.steps };
  for (const { id, field } of STEPS) {
    const reading = read.get(field);
    const known = steps[id];
    if (reading?.state === 'empty' && !known) steps[id] = { day: null, seenAt: at };
    if (reading?.state !== 'read') continue;
    const day = String(reading.value);
    if (known?.day === day) continue;
    steps[id] = { day, seenAt: at };
    news.push({ event: 'step', step: id, day, ...(known?.day && { was: known.day }) });
  }
  const values: Partial<Record<FieldId, string>> = { ...before.values };
  const isStep = new Set<FieldId>(STEPS.map(({ field }) => field));
  for (const [field, reading] of read) {
    if (reading.state !== 'read' || isStep.has(field)) continue;
    const is = digest(`${field}:${reading.value}`);
    const was = values[field];
    if (was !== undefined && was !== is) news.push({ event: 'value-changed', field, was, is });
    values[field] = is;
  }
  const numbers = ['documentNumber', 'decisionNumber'].flatMap((field) => {
    const reading = read.get(field as FieldId);
    return reading?.state === 'read' ? [String(reading.value)] : [];
  });
  const officers = read.get('officers');
  const actDate = read.get('actDate');
  return {
    docket: {
      ...before,
      lastSeen: at,
      steps,
      values,
      documents: [...new Set([...before.documents, ...numbers])],
      addresses:
        address === null || before.addresses.includes(address)
          ? before.addresses
          : [...before.addresses, address],
      officers: officers?.state === 'read' ? namesIn(String(officers.value)) : before.officers,
      actDate: actDate?.state === 'read' ? String(actDate.value) : before.actDate,
    },
    news,
  };
}

/** How many names a cell holds, by the marks that typists put between them. */
const namesIn = (text: string): number =>
  text.split(/[、，,;；/和\s]+/u).filter((part) => part !== '').length;
