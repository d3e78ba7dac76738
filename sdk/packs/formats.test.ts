import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assess } from '../src/discretion/index.ts';
import { canonicalRule, loadRule, ruleHash } from '../src/rules/index.ts';
import { SCHEMAS } from './make/schemas.ts';

const read = (name: string) =>
  readFileSync(new URL(`../docs/formats/${name}`, import.meta.url), 'utf8');

describe('the published formats', () => {
  it.each(Object.entries(SCHEMAS))('%s is what the code reads with', (file, schema) => {
    expect(JSON.parse(read(file))).toEqual(JSON.parse(JSON.stringify(schema)));
  });

  it('have a page each that names its schema', () => {
    for (const file of Object.keys(SCHEMAS)) {
      expect(read(file.replace('.schema.json', '.md'))).toContain(`(${file})`);
    }
  });
});

describe('the worked example of rule.md', () => {
  const page = read('rule.md');
  const text = read('rule.example.json');
  const loaded = loadRule(JSON.parse(text));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
  const rule = loaded.value;

  it('is canonical and has the hash that the page prints', async () => {
    expect(canonicalRule(rule)).toBe(text);
    expect(page).toContain(`\n${await ruleHash(rule)}\n`);
    const bytes = new TextEncoder().encode(text).length;
    expect(page).toContain(`${bytes.toLocaleString('en')} bytes`);
  });

  it('gives the numbers that the page prints', () => {
    const result = assess(
      {
        format: 'chidu-case/1',
        violation: rule.statute.violation,
        actDate: '2026-05-01',
        decisionDate: '2026-11-21',
        party: { kind: 'individual' },
        facts: { goodsValue: 3_750_000 },
        grounds: [],
        factors: Object.fromEntries(
          rule.benchmark.factors.map((factor) => [factor.id, factor.options[1]?.id ?? '']),
        ),
      },
      rule,
    );
    const number = (fen: number | undefined) => fen?.toLocaleString('en');
    expect(result.tier).toBe('ordinary');
    for (const line of [
      `| label 24 | \`${JSON.stringify(result.facts)}\` |`,
      `| tier of the statute | ${result.statuteTiers[0]}: `,
      `| range | 10 to 20 times: ${number(result.range?.min)} to ${number(result.range?.max)} fen |`,
      `| label 7 | \`${JSON.stringify(result.factors)}\` |`,
      `| label 8 | ${result.points} points |`,
      `| labels 10, 11 | ${number(result.band?.min)} and ${number(result.band?.max)} fen |`,
      `hundreds of yuan: ${number(result.suggestion ?? 0)} fen |`,
    ]) {
      expect(page).toContain(line);
    }
  });
});
