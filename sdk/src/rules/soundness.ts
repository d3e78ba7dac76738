import type { ErrorCode, Issue } from '../errors.ts';
import { pointer } from '../text/index.ts';
import type { Benchmark, Method } from './benchmark.ts';
import type { Condition } from './condition.ts';
import type { FactDefinition } from './fact.ts';
import type { Ground } from './ground.ts';
import type { Statute } from './statute.ts';
import type { Ratio } from './words.ts';

/**
 * What a schema cannot say: numbers given once, references that lead somewhere, ends in order. Whether amounts and tiers
 * have gaps is proved elsewhere, with a case for each finding.
 */

type Path = readonly PropertyKey[];

export function statuteIssues(statute: Statute, path: Path): Issue[] {
  const facts = new Map(statute.facts.map((fact) => [fact.id, fact]));
  const tiers = new Set(statute.tiers.map((tier) => tier.number));
  return [
    ...period(statute, path),
    ...twice(statute.facts, 'id', [...path, 'facts']),
    ...twice(statute.facts, 'number', [...path, 'facts']),
    ...statute.facts.flatMap((fact, i) => factIssues(fact, [...path, 'facts', i])),
    ...twice(statute.tiers, 'number', [...path, 'tiers']),
    ...groundIssues(statute.grounds, facts, [...path, 'grounds']),
    ...statute.tiers.flatMap((tier, i) => {
      const at = [...path, 'tiers', i];
      const issues = tier.when.flatMap((one, j) => conditionIssues(one, facts, [...at, 'when', j]));
      for (const [j, number] of tier.insteadOf.entries()) {
        if (!tiers.has(number) || number === tier.number) {
          issues.push(
            issue('unknown-reference', [...at, 'insteadOf', j], `no other tier ${number}`),
          );
        }
      }
      if (tier.subject?.role === 'party' && tier.subject.values !== undefined) {
        const condition = { op: 'in' as const, fact: 'subject', values: tier.subject.values };
        issues.push(...conditionIssues(condition, facts, [...at, 'subject', 'values']));
      }
      const { fine } = tier;
      if (fine?.basis === 'multiple') {
        if (facts.get(fine.of)?.type !== 'fen') {
          issues.push(issue('unknown-reference', [...at, 'fine', 'of'], `no amount ${fine.of}`));
        }
        if (fine.min !== null && isAbove(fine.min, fine.max)) {
          issues.push(issue('inverted', [...at, 'fine'], 'the minimum is above the maximum'));
        }
      } else if (fine !== null && (fine.min ?? 0) > fine.max) {
        issues.push(issue('inverted', [...at, 'fine'], 'the minimum is above the maximum'));
      }
      const fined = tier.penalties.some((one) => one.kind === 'fine');
      if (fined !== (fine !== null)) {
        issues.push(issue('contradiction', [...at, 'fine'], 'kinds and range disagree on a fine'));
      }
      return issues;
    }),
  ];
}

export function groundIssues(
  grounds: readonly Ground[],
  facts: ReadonlyMap<string, FactDefinition> | null,
  path: Path,
): Issue[] {
  return [
    ...twice(grounds, 'id', path),
    ...twice(grounds, 'number', path),
    ...grounds.flatMap((ground, i) => {
      const at = [...path, i];
      const issues: Issue[] = [];
      if (ground.number <= 1000) {
        issues.push(issue('contradiction', [...at, 'number'], 'numbers of grounds begin at 1001'));
      }
      if (ground.keeps !== undefined && !ground.effect.includes('waive')) {
        issues.push(
          issue('contradiction', [...at, 'keeps'], 'only a ground that waives keeps kinds'),
        );
      }
      // A ground of a pack serves many entries; only those that have its facts can find it by them.
      if (ground.when !== undefined && facts !== null) {
        issues.push(...conditionIssues(ground.when, facts, [...at, 'when']));
      }
      return issues;
    }),
  ];
}

export function benchmarkIssues(benchmark: Benchmark, path: Path): Issue[] {
  const { factors, method } = benchmark;
  return [
    ...twice(factors, 'id', [...path, 'factors']),
    ...twice(factors, 'number', [...path, 'factors']),
    ...factors.flatMap((factor, i) => [
      ...twice(factor.options, 'id', [...path, 'factors', i, 'options']),
      ...twice(factor.options, 'number', [...path, 'factors', i, 'options']),
    ]),
    ...bands(method).flatMap(([low, high], i) => {
      const at = [
        ...path,
        'method',
        method.kind === 'band-table' ? 'rows' : 'tiers',
        i,
        'band',
        'bp',
      ];
      return low <= high ? [] : [issue('inverted', at, 'the band ends before it begins')];
    }),
    ...methodIssues(method, new Set(factors.map((one) => one.id)), [...path, 'method']),
  ];
}

function bands(method: Method): readonly (readonly [number, number])[] {
  return (method.kind === 'band-table' ? method.rows : method.tiers).map((one) => one.band.bp);
}

function methodIssues(method: Method, factors: ReadonlySet<string>, path: Path): Issue[] {
  if (method.kind === 'points-tiers') return intervals(method.tiers, [...path, 'tiers']);
  if (method.kind === 'base-adjust') {
    const [low, high] = method.limits;
    if (low <= high) return [];
    return [issue('inverted', [...path, 'limits'], 'the upper limit is below the lower')];
  }
  if (method.kind !== 'grid') return [];
  const { rows, columns, shares } = method;
  const issues = [
    ...intervals(rows.grades, [...path, 'rows', 'grades']),
    ...intervals(columns.grades, [...path, 'columns', 'grades']),
  ];
  for (const [side, axis] of Object.entries({ rows, columns })) {
    for (const [i, id] of axis.factors.entries()) {
      const at = [...path, side, 'factors', i];
      if (!factors.has(id)) issues.push(issue('unknown-reference', at, `no factor ${id}`));
    }
  }
  const fits =
    shares.length === rows.grades.length &&
    shares.every((row) => row.length === columns.grades.length);
  if (!fits) {
    issues.push(issue('contradiction', [...path, 'shares'], 'a share for each row and column'));
  }
  return issues;
}

function intervals(list: readonly { from: number; to: number | null }[], path: Path): Issue[] {
  return list.flatMap(({ from, to }, i) =>
    to === null || from < to
      ? []
      : [issue('inverted', [...path, i, 'to'], 'the interval is empty')],
  );
}

/** `[from, to)` with at least one day in it. */
export function period(one: { from: string; to: string | null }, path: Path): Issue[] {
  if (one.to === null || one.from < one.to) return [];
  return [issue('inverted', [...path, 'to'], 'the period [from, to) holds no day')];
}

function factIssues(fact: FactDefinition, path: Path): Issue[] {
  const values = fact.values ?? [];
  const issues = [
    ...twice(values, 'id', [...path, 'values']),
    ...twice(values, 'number', [...path, 'values']),
  ];
  if ((fact.type === 'enum') !== values.length > 0) {
    issues.push(
      issue('contradiction', [...path, 'values'], 'values belong to enum facts, all of them'),
    );
  }
  if (fact.min !== undefined && fact.max !== undefined && fact.min > fact.max) {
    issues.push(issue('inverted', [...path, 'max'], 'the minimum is above the maximum'));
  }
  return issues;
}

export function conditionIssues(
  condition: Condition,
  facts: ReadonlyMap<string, FactDefinition>,
  path: Path,
): Issue[] {
  if (condition.op === 'all' || condition.op === 'any') {
    return condition.of.flatMap((one, i) => conditionIssues(one, facts, [...path, 'of', i]));
  }
  if (condition.op === 'not') return conditionIssues(condition.of, facts, [...path, 'of']);
  const fact = facts.get(condition.fact);
  if (fact === undefined) {
    return [issue('unknown-reference', [...path, 'fact'], `no fact ${condition.fact}`)];
  }
  const numeric = fact.type === 'fen' || fact.type === 'count';
  const known = new Set(fact.values?.map((one) => one.id));
  if (condition.op === 'in') {
    if (fact.type === 'enum' && condition.values.every((one) => known.has(one))) return [];
    return [issue('unknown-reference', [...path, 'values'], `${fact.id} has no such values`)];
  }
  const { op, value } = condition;
  const fits =
    op === 'eq' || op === 'ne'
      ? (fact.type === 'bool' && typeof value === 'boolean') ||
        (numeric && typeof value === 'number') ||
        (fact.type === 'enum' && typeof value === 'string' && known.has(value))
      : numeric;
  if (fits) return [];
  return [issue('contradiction', path, `${op} ${value} does not fit the ${fact.type} ${fact.id}`)];
}

function isAbove([num, den]: Ratio, [otherNum, otherDen]: Ratio): boolean {
  return BigInt(num) * BigInt(otherDen) > BigInt(otherNum) * BigInt(den);
}

export function twice<T>(list: readonly T[], key: keyof T & string, path: Path): Issue[] {
  const seen = new Set<unknown>();
  return list.flatMap((one, i) => {
    const value = one[key];
    if (!seen.has(value)) {
      seen.add(value);
      return [];
    }
    return [issue('given-twice', [...path, i, key], `${key} ${value} is taken`)];
  });
}

function issue(code: ErrorCode, path: Path, message: string): Issue {
  return { code, at: pointer(path), message };
}
