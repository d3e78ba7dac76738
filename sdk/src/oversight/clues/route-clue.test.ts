import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { loadDuties, newClue, routeClue, stepClue } from './index.ts';

const kept = JSON.parse(
  readFileSync(new URL('fixtures/duties-1.json', import.meta.url), 'utf8'),
) as object;
const loaded = loadDuties(kept);
const duties = loaded.ok ? loaded.value : expect.fail('the fixture, kept for ever, is read');

const [EAST, STREET] = ['11990102MB0000002C', '11990102MB0000003F'];
const unit = (
  id: string,
  level: 'prefecture' | 'county' | 'station',
  parent: string | null,
  more: { authority?: string; region?: string } = {},
) => ({
  ...{ id, level, parent, name: `示例${id}`, people: 3 },
  authority: more.authority ?? null,
  region: more.region ?? null,
});
const CITY = {
  units: [
    unit('city', 'prefecture', null, { region: '990100' }),
    unit('east', 'county', 'city', { authority: EAST, region: '990102' }),
    unit('street', 'station', 'east', { authority: STREET, region: '990102' }),
  ],
};

const clue = (
  about: { authority?: string; region?: string; violation?: string },
  level: 'high' | 'medium' | 'low' = 'low',
  channel: 'petitions' | 'litigation' | 'audit' = 'petitions',
) => {
  const source = {
    channel,
    name: '信访投诉举报',
    number: '1',
    on: '2026-11-01',
    text: '反映问题。',
    about,
  };
  const made = newClue('c-1', [source], { age: 0 });
  return { ...made, level: { ...made.level, byRule: { level, rule: 'r' } } };
};
const unitOf = (...of: Parameters<typeof clue>) => {
  const route = routeClue(clue(...of), duties, CITY);
  return route.unit === null ? route.why : `${route.unit.id} ${route.duty}`;
};

it('sends a clue to city, district or street by the list of duties, the first that fits', () => {
  expect(unitOf({ authority: STREET }, 'high')).toBe('city 0');
  expect(unitOf({ authority: STREET }, 'low', 'litigation')).toBe('city 1');
  expect(unitOf({ authority: STREET }, 'medium')).toBe('east 2');
  expect(unitOf({ authority: STREET, violation: 'food-expired' })).toBe('street 3');
  expect(unitOf({ authority: STREET, violation: 'ad-false' })).toBe('east 4');
  expect(unitOf({ region: '990102' }, 'medium')).toBe('east 2');
});

it('says why it cannot tell, and passes nothing down to one of several', () => {
  expect(unitOf({ authority: STREET }, 'low', 'audit')).toBe('no-duty');
  expect(unitOf({}, 'high')).toBe('place-unknown');
  expect(unitOf({ region: '110000' }, 'high')).toBe('place-unknown');
  expect(unitOf({ authority: EAST, violation: 'food-expired' })).toBe('no-unit');
  expect(unitOf({ region: '990100' }, 'medium')).toBe('no-unit');
});

it('moves between the levels under one id, with every step kept', () => {
  const lead = { unit: 'k', kid: 'k', lead: true };
  let one = clue({ authority: STREET, violation: 'food-expired' });
  const told = [
    { step: 'assign', unit: STREET },
    { step: 'refuse', reason: 'no-powers' },
    { step: 'assign', unit: EAST },
  ].map((request, version) => {
    const by = request.step === 'refuse' ? { unit: STREET, kid: 's', lead: false } : lead;
    const stepped = stepClue(one, { version, ...request } as never, by, '2026-11-02');
    one = stepped.clue;
    return [stepped.data.clue, stepped.data.step, stepped.data.state];
  });
  expect(told).toEqual([
    ['c-1', 'assign', 'assigned'],
    ['c-1', 'refuse', 'pooled'],
    ['c-1', 'assign', 'assigned'],
  ]);
  expect([one.id, one.unit, one.version]).toEqual(['c-1', EAST, 3]);
});

it('is refused by the place of a fault', () => {
  const read = loadDuties({ ...kept, duties: [{ level: 'village' }] });
  expect(read.ok ? [] : read.issues.map(({ at }) => at)).toEqual(['/duties/0/level']);
});
