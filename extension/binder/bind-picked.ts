import type { FieldId, Locator } from '../adapters/adapter.ts';
import { judgeField } from '../judge/judge-page.ts';
import type { Found } from '../locate/reading.ts';
import { isLabelWording } from '../suggest/glossary.ts';
import { entryOf, type Suggestion } from './settle.ts';

/** What a person chose for a field: by pointing at it, or from the labels of the page. */
export interface Chosen {
  readonly label: string | null;
  readonly name: string | null;
  readonly path?: string;
  readonly found: Found;
  readonly frame: string;
}

/** Binds a field to what a person chose; null where what stands there is no value of the field's kind. */
export function bindChosen(field: FieldId, chosen: Chosen): Suggestion | null {
  const { check } = entryOf(field);
  const locators: Locator[] = [];
  if (chosen.label !== null) locators.push({ by: 'label', text: [chosen.label] });
  if (chosen.name !== null) locators.push({ by: 'name', name: chosen.name });
  // A path alone: nothing better leads there.
  if (locators.length === 0 && chosen.path !== undefined)
    locators.push({ by: 'path', path: chosen.path });
  const reading = judgeField({ field, check, locators }, [[chosen.found]], { has: isLabelWording });
  // An empty place is bound as well: another case will fill it.
  if (reading.state !== 'read' && reading.state !== 'empty') return null;
  return {
    field,
    label: chosen.label ?? chosen.found.where,
    value: chosen.found.raw,
    reads: reading.state === 'read' ? reading.value : '',
    locators,
    frame: chosen.frame,
    confidence: 1,
  };
}
