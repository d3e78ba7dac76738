import { readFileSync } from 'node:fs';
import { loadRule } from '@chidu/sdk/rules';
import { describe, expect, it } from 'vitest';
import { random } from '../../sdk/src/discretion/fixtures/random.ts';
import { misfit, type Schema } from './json-schema.ts';

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../sdk/docs/formats/${name}`, import.meta.url), 'utf8'));
const schema: Schema = read('rule.schema.json');
const rule: unknown = read('rule.example.json');

/** Faults that a schema can name; numbers given twice and the like are of another kind. */
const BY_SCHEMA = ['schema', 'missing-field', 'unknown-field'];

describe('a Rule read by its published schema', () => {
  it('fits where it is one', () => {
    expect(misfit(schema, rule)).toBeNull();
  });

  it('is refused wherever the loader of the SDK refuses it, and nowhere else', () => {
    const rnd = random(20261121);
    const seen = { fits: 0, not: 0 };
    for (let i = 0; i < 1_500; i += 1) {
      const changed = structuredClone(rule) as object;
      const at = change(changed, rnd);
      const loaded = loadRule(changed);
      const refused = !loaded.ok && loaded.issues.some(({ code }) => BY_SCHEMA.includes(code));
      expect(misfit(schema, changed) !== null, at).toBe(refused);
      seen[refused ? 'not' : 'fits'] += 1;
    }
    expect(seen.not).toBeGreaterThan(500);
    expect(seen.fits).toBeGreaterThan(20);
  });
});

/** Replaces, removes or adds one member somewhere, and says where. */
function change(value: object, rnd: ReturnType<typeof random>): string {
  const places: [holder: Record<string, unknown>, key: string, path: string][] = [];
  const walk = (holder: object, path: string) => {
    for (const [key, member] of Object.entries(holder)) {
      places.push([holder as Record<string, unknown>, key, `${path}/${key}`]);
      if (typeof member === 'object' && member !== null) walk(member, `${path}/${key}`);
    }
  };
  walk(value, '');
  const [holder, key, path] = rnd.pick(places);
  const kind = rnd.pick(['replace', 'remove', 'add'] as const);
  if (kind === 'add' && !Array.isArray(holder)) holder.alien = 1;
  else if (kind === 'remove' && !Array.isArray(holder)) delete holder[key];
  else holder[key] = rnd.pick([null, -1, 0.5, 'X', '', true, [], {}, 3, '2026-02-30', 'fine']);
  return `${kind} ${path} ${JSON.stringify(holder[key])}`;
}
