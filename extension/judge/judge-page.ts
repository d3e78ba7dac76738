import type { Adapter, AdapterField } from '../adapters/adapter.ts';
import type { Known } from '../locate/by-label.ts';
import { labelText } from '../locate/label-text.ts';
import type { FieldReading, FieldValue, Found, PageReading, PageTexts } from '../locate/reading.ts';
import { isBlank } from './blank.ts';
import { checkValue } from './check-value.ts';

/** Turns the texts of a frame into values by the adapter that found them; null when that adapter is not this one. */
export function judgePage(texts: PageTexts, adapter: Adapter): PageReading | null {
  const page = adapter.pages.find(({ id }) => id === texts.page);
  if (!page || adapter.id !== texts.adapter || adapter.version !== texts.version) return null;
  const printed = page.fields.flatMap(({ locators }) =>
    locators.flatMap((locator) => (locator.by === 'label' ? locator.text : [])),
  );
  const labels = new Set([...printed, ...(page.labels ?? [])].map((text) => labelText(text).label));
  const { text: _, ...shown } = texts;
  return {
    ...shown,
    fields: page.fields.map((field) =>
      judgeField(field, texts.fields.find((one) => one.field === field.field)?.found ?? [], labels),
    ),
  };
}

/**
 * A locator counts when it points at exactly one value that passes the field's check; two locators with different
 * values are a conflict. A wrong name or amount is worse than an empty field.
 */
export function judgeField(
  { field, check }: AdapterField,
  found: readonly (readonly Found[])[],
  labels: Known,
): FieldReading {
  const read: { value: FieldValue; found: Found; first: boolean }[] = [];
  let crowd: readonly Found[] = [];
  let refused: FieldReading | null = null;
  let empty: Found | null = null;
  found.forEach((hits, index) => {
    const judged = hits.map((hit) => judge(hit, check, labels));
    const [one] = judged;
    if (!one) return;
    // The same value in two places (a heading repeats the case number) is one value.
    if ('value' in one && judged.every((other) => 'value' in other && other.value === one.value))
      read.push({ ...one, first: index === 0 });
    else if (judged.length > 1) crowd = hits;
    else if ('code' in one) refused ??= { field, state: 'refused', ...one };
    else empty ??= one.found;
  });
  const [best] = read;
  if (best && read.some(({ value }) => value !== best.value))
    return { field, state: 'conflict', found: read.map((one) => one.found) };
  // What stands under the label and is no value speaks against a hidden twin that is one.
  if (best && refused && (best.found.hidden || !best.first)) return refused;
  if (best)
    return { field, state: 'read', value: best.value, found: best.found, healed: !best.first };
  if (refused) return refused;
  if (crowd.length > 0) return { field, state: 'ambiguous', found: crowd };
  return empty ? { field, state: 'empty', found: empty } : { field, state: 'missing' };
}

type Judged =
  | { readonly found: Found; readonly value: FieldValue }
  | { readonly found: Found; readonly code: Extract<FieldReading, { state: 'refused' }>['code'] }
  | { readonly found: Found; readonly empty: true };

function judge(found: Found, check: AdapterField['check'], labels: Known): Judged {
  if (isBlank(found.raw)) return { found, empty: true };
  if (check.as === 'text' && labels.has(labelText(found.raw).label))
    return { found, code: 'label-instead' };
  const checked = checkValue(found.raw, found.unit, check);
  return checked.ok ? { found, value: checked.value } : { found, code: checked.code };
}
