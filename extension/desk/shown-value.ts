import { formatFen } from '@chidu/sdk/text';
import type { Language } from '../platform/settings.ts';
import type { FormField } from './case-form.ts';

/** A value as people read it: amounts with two places, choices by their label. */
export function shownValue({ value, check, choices }: FormField, language: Language): string {
  if (value === null) return '';
  if (check.as === 'fen') return formatFen(Number(value));
  const choice = choices.find(({ id }) => id === String(value));
  return choice ? (choice.label[language] ?? choice.label.zh) : String(value);
}

/** A value as it stands in the box for correcting it: in yuan, whatever unit the page's label prints. */
export function typedFrom({ value, check }: FormField): string {
  if (value === null) return '';
  return check.as === 'fen' ? formatFen(Number(value)).replace('元', '') : String(value);
}
