import { expect, it } from 'vitest';
import { count, type Figure, share, showFigure } from '../figure.ts';
import type { Organisation, Unit } from '../organisation.ts';
import { history, NORTH, SOUTH } from '../use/fixtures/history.ts';
import { exercisesOf, USE_FIGURES, useOf } from '../use/index.ts';
import { byUnit, FULL_RATES, ownerOf } from './index.ts';

const unit = (
  id: string,
  parent: string | null,
  level: Unit['level'],
  authority: string | null,
): Unit => ({
  id,
  parent,
  name: id,
  level,
  authority,
  region: null,
  people: 1,
});
const organisation: Organisation = {
  format: 'chidu-organisation/1',
  name: '示例',
  units: [
    unit('city', null, 'prefecture', null),
    unit('north', 'city', 'county', NORTH),
    unit('south', 'city', 'county', SOUTH),
    unit('station', 'south', 'station', null),
  ],
};
const owner = ownerOf({ organisation, people: [{ id: 'p1', unit: 'station', kid: null }] });

it('drills from the whole to each unit, and the parts add up at every level', () => {
  const { exercises } = exercisesOf([
    history('1'),
    history('2', { issued: { fine: 6_500_000 } }),
    history('3', { authority: SOUTH, issued: { fine: 8_000_000 } }),
  ]);
  for (const figure of useOf(exercises)) {
    const { units, unplaced } = byUnit(figure, organisation, owner);
    expect(unplaced).toEqual([]);
    const [all, north, south] = ['city', 'north', 'south'].map((id) => units.get(id) as Figure);
    if (!all || !north || !south) throw new Error('every unit has a figure');
    expect([all.numerator, all.denominator, all.bp]).toEqual([
      figure.numerator,
      figure.denominator,
      figure.bp,
    ]);
    expect(north.numerator + south.numerator).toBe(all.numerator);
    expect((north.denominator ?? 0) + (south.denominator ?? 0)).toBe(all.denominator ?? 0);
    expect(north.id).toContain('unit=north');
  }
  const departed = useOf(exercises).find(({ id }) => id === USE_FIGURES.unreasoned.id) as Figure;
  expect(
    [...byUnit(departed, organisation, owner).units].map(([id, one]) => [id, showFigure(one)]),
  ).toEqual([
    ['city', '100%（2/2）'],
    ['north', '100%（1/1）'],
    ['south', '100%（1/1）'],
    ['station', '无基数（0/0）'],
  ]);
});

it('places people by the register and by their post, units by themselves, and names what belongs nowhere', () => {
  const people = share(FULL_RATES.people, { part: ['p1'], of: ['p1', 'north/?1', 'elsewhere/?1'] });
  const { units, unplaced } = byUnit(people, organisation, owner);
  expect(['city', 'north', 'station'].map((id) => units.get(id)?.denominator)).toEqual([2, 1, 1]);
  expect(unplaced).toEqual(['elsewhere/?1']);
  const used = share(FULL_RATES.units, {
    part: ['north'],
    of: ['city', 'north', 'south', 'station'],
  });
  expect(byUnit(used, organisation, owner).units.get('south')).toMatchObject({
    numerator: 0,
    denominator: 2,
  });
  const nameless = { ...history('9'), id: 'f'.repeat(64), caseNumber: null };
  const known = ownerOf({ organisation, cases: [nameless] });
  const one = count(USE_FIGURES.cases, [nameless.id]);
  expect(byUnit(one, organisation, known).units.get('north')?.numerator).toBe(1);
});
