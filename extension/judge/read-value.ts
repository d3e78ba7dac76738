import type { FieldId } from '../adapters/adapter.ts';
import type { FieldValue, PageReading } from '../locate/reading.ts';

/** What one frame gave for a field; null where it was not read. */
export function readValue({ fields }: PageReading, field: FieldId): FieldValue | null {
  const found = fields.find((one) => one.field === field);
  return found?.state === 'read' ? found.value : null;
}

/** The number that a paper carries: of the notice, or of the decision. */
export function paperNumber(reading: PageReading): string | null {
  const number = readValue(reading, 'documentNumber') ?? readValue(reading, 'decisionNumber');
  return number === null ? null : String(number);
}
