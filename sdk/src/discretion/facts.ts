import type { FactDefinition, FactValue, Statute } from '../rules/index.ts';
import type { Undecided } from './assessment.ts';
import type { Case } from './case.ts';
import { definitionOf, serious } from './serious.ts';
import type { FactRead } from './trace.ts';
import type { Facts } from './truth.ts';

/**
 * The facts of a case that the statute knows, each of its declared type and inside its domain. The kind of party
 * answers `partyType` unless the case states that fact itself; 情节严重 follows from its definition where there is one.
 */
export function readFacts(
  case_: Case,
  statute: Statute,
): { facts: Facts; read: FactRead[]; undecided: Undecided[] } {
  const facts: Record<string, FactValue> = {};
  const read: FactRead[] = [];
  const definition = definitionOf(statute, case_.actDate);
  const defined = definition && serious(case_, definition);
  const undecided: Undecided[] = [...(defined?.undecided ?? [])];
  for (const fact of statute.facts) {
    const { id, label, type } = fact;
    const derived = id === 'serious' ? defined?.value : undefined;
    const value = derived ?? stated(case_, id);
    if (value === undefined) {
      read.push({ id, label, type });
    } else if (!valid(fact, value)) {
      read.push({ id, label, type });
      undecided.push({ reason: 'fact-invalid', at: `facts.${id}`, fields: { label, value } });
    } else {
      facts[id] = value;
      const text = fact.values?.find((candidate) => candidate.id === value)?.label;
      const by = derived === undefined ? undefined : definition?.cite;
      read.push({ id, label, type, value, ...(text && { text }), ...(by && { by }) });
    }
  }
  return { facts, read, undecided };
}

function stated(case_: Case, id: string): FactValue | undefined {
  if (Object.hasOwn(case_.facts, id)) return case_.facts[id];
  return id === 'partyType' ? case_.party.kind : undefined;
}

function valid(definition: FactDefinition, value: FactValue): boolean {
  switch (definition.type) {
    case 'fen':
    case 'count':
      return (
        typeof value === 'number' &&
        Number.isSafeInteger(value) &&
        value >= (definition.min ?? 0) &&
        value <= (definition.max ?? Number.MAX_SAFE_INTEGER)
      );
    case 'bool':
      return typeof value === 'boolean';
    case 'enum':
      return definition.values?.some((candidate) => candidate.id === value) ?? false;
  }
}
