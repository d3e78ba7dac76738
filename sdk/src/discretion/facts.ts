import type { Citation, FactDefinition, FactValue, Statute } from '../rules/index.ts';
import type { Undecided } from './assessment.ts';
import type { Case } from './case.ts';
import { definitionOf, serious } from './serious.ts';
import type { FactRead } from './trace.ts';
import type { Facts } from './truth.ts';

export interface Taken {
  readonly facts: Facts;
  /** The text that defines 情节严重 here, where its value follows from other facts. */
  readonly by: Citation | undefined;
  readonly undecided: readonly Undecided[];
}

/**
 * The facts of a case that the statute knows, each of its declared type and inside its domain. The kind of party
 * answers `partyType` unless the case states that fact itself; 情节严重 follows from its definition where there is one.
 */
export function takeFacts(case_: Case, statute: Statute): Taken {
  const facts: Record<string, FactValue> = {};
  const undecided: Undecided[] = [];
  let by: Citation | undefined;
  for (const fact of statute.facts) {
    const { id, label } = fact;
    let value = stated(case_, id);
    if (id === 'serious') {
      const definition = definitionOf(statute, case_.actDate);
      const defined = definition && serious(case_, definition);
      if (defined) undecided.push(...defined.undecided);
      if (defined?.value !== undefined) {
        value = defined.value;
        by = definition?.cite;
      }
    }
    if (value === undefined) continue;
    if (valid(fact, value)) facts[id] = value;
    else undecided.push({ reason: 'fact-invalid', at: `facts.${id}`, fields: { label, value } });
  }
  const { refunded } = case_;
  if (refunded !== undefined && !(Number.isSafeInteger(refunded) && refunded >= 0))
    undecided.push({ reason: 'fact-invalid', at: 'refunded', fields: { value: refunded } });
  return { facts, by, undecided };
}

/** The facts as a trace shows them. */
export function readFacts({ facts, by }: Taken, statute: Statute): FactRead[] {
  return statute.facts.map(({ id, label, type, values }) => {
    const value = facts[id];
    const one: { -readonly [K in keyof FactRead]: FactRead[K] } = { id, label, type };
    if (value !== undefined) one.value = value;
    const text = values?.find((candidate) => candidate.id === value)?.label;
    if (text) one.text = text;
    if (by && id === 'serious') one.by = by;
    return one;
  });
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
