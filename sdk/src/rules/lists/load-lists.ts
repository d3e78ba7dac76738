import type { Issue } from '../../errors.ts';
import { pointer } from '../../text/index.ts';
import type { Condition } from '../condition.ts';
import type { FactDefinition } from '../fact.ts';
import type { Loaded } from '../loaded.ts';
import { schemaIssues } from '../schema-issues.ts';
import { conditionIssues, period, twice } from '../soundness.ts';
import { ListPack } from './list-pack.ts';

/**
 * A pack of lists from a parsed value, or all its faults by JSON pointer. `unpublished` as for a benchmark: a sample is
 * refused unless `allowSample` says that samples are wanted.
 */
export function loadListPack(
  value: unknown,
  options: { allowSample?: boolean } = {},
): Loaded<ListPack> {
  const parsed = ListPack.safeParse(value);
  if (!parsed.success) return { ok: false, issues: schemaIssues(value, parsed.error) };
  const pack = parsed.data;
  const departments = new Set(pack.departments.map((one) => one.id));
  const facts = new Map(pack.facts.map((one) => [one.id, one]));
  const issues: Issue[] = [
    ...period(pack, []),
    ...twice(pack.departments, 'id', ['departments']),
    ...twice(pack.facts, 'id', ['facts']),
    ...twice(pack.items, 'number', ['items']),
  ];
  if (pack.sample ? options.allowSample !== true : pack.publication === null) {
    const at = pointer([pack.sample ? 'sample' : 'publication']);
    issues.push({ code: 'unpublished', at, message: 'a sample, or not published' });
  }
  for (const [i, item] of pack.items.entries()) {
    if (!departments.has(item.department)) {
      const at = pointer(['items', i, 'department']);
      issues.push({ code: 'unknown-reference', at, message: `no department ${item.department}` });
    }
    for (const [j, { when }] of item.requirements.entries()) {
      if (when !== undefined)
        issues.push(...whenIssues(when, facts, ['items', i, 'requirements', j, 'when']));
    }
  }
  return issues.length === 0 ? { ok: true, value: pack } : { ok: false, issues };
}

/** What is no fact of the pack is a factor, which only has options to be equal to. */
function whenIssues(
  when: Condition,
  facts: ReadonlyMap<string, FactDefinition>,
  path: readonly PropertyKey[],
): Issue[] {
  const isFactor =
    'fact' in when &&
    !facts.has(when.fact) &&
    (when.op === 'in' ||
      ((when.op === 'eq' || when.op === 'ne') && typeof when.value === 'string'));
  return isFactor ? [] : conditionIssues(when, facts, path);
}
