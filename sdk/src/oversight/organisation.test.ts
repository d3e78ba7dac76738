import { describe, expect, it } from 'vitest';
import { About } from './clues/clue.ts';
import { loadOrganisation, type Organisation, Unit } from './organisation.ts';
import { SupervisionCase } from './supervision/supervision-case.ts';
import { rollUp, unitTree } from './unit-tree.ts';

const unit = (id: string, parent: string | null, level: string, people = 1) => ({
  id,
  parent,
  name: `示例${id}`,
  level,
  authority: null as string | null,
  region: null,
  people,
});

const organisation = (units: unknown[]) => ({
  format: 'chidu-organisation/1',
  name: '示例省市场监管',
  units,
});

const good = [
  unit('p', null, 'province', 3),
  unit('c1', 'p', 'prefecture', 5),
  unit('d1', 'c1', 'county', 7),
  unit('s1', 'd1', 'station', 11),
  unit('s2', 'd1', 'station', 13),
  unit('d2', 'p', 'county', 17),
];

const issuesOf = (units: unknown[]) => {
  const loaded = loadOrganisation(organisation(units));
  return loaded.ok ? [] : loaded.issues.map(({ code, at }) => [code, at]);
};

describe('loadOrganisation', () => {
  it('takes units in any order', () => {
    expect(issuesOf(good.toReversed())).toEqual([]);
  });

  it('names every fault and its place', () => {
    const authority = '11330424MB0000001X';
    expect(
      issuesOf([
        { ...unit('p', null, 'province'), authority },
        unit('p', null, 'province'),
        unit('d', 'nobody', 'county'),
        { ...unit('s', 'd', 'station'), authority },
      ]),
    ).toEqual([
      ['given-twice', '/units/1/id'],
      ['given-twice', '/units/3/authority'],
      ['unknown-reference', '/units/2/parent'],
    ]);
  });

  it('lets no unit stand above one of a higher level, so that there are no circles', () => {
    expect(issuesOf([unit('a', 'b', 'county'), unit('b', 'a', 'county')])).toEqual([
      ['contradiction', '/units/0/parent'],
      ['contradiction', '/units/1/parent'],
    ]);
    expect(issuesOf([unit('a', 'a', 'county')])).toEqual([['contradiction', '/units/0/parent']]);
  });

  it('refuses a credit code or a region that cannot be one', () => {
    const odd = { ...unit('p', null, 'province'), authority: 'O', region: '42', people: -1 };
    expect(issuesOf([odd])).toEqual([
      ['schema', '/units/0/authority'],
      ['schema', '/units/0/region'],
      ['schema', '/units/0/people'],
    ]);
  });
});

describe('unitTree and rollUp', () => {
  const tree = unitTree(organisation(good) as Organisation);

  it('counts units and people of every branch', () => {
    expect(tree).toHaveLength(1);
    expect(tree[0]).toMatchObject({ units: 6, people: 56 });
    expect(tree[0]?.below[0]?.below[0]).toMatchObject({ units: 3, people: 31 });
  });

  it('adds what units count, branch by branch', () => {
    const sums = rollUp(
      tree,
      ({ people }) => people,
      (a, b) => a + b,
    );
    expect(Object.fromEntries(sums)).toEqual({ p: 56, c1: 36, d1: 31, s1: 11, s2: 13, d2: 17 });
  });
});

it('knows a credit code by its signs wherever oversight is told one', () => {
  const { authority } = About.shape;
  const { code } = SupervisionCase.shape.authority.shape;
  for (const schema of [Unit.shape.authority, authority, code]) {
    expect(schema.safeParse('11230000MA0AAAAA01').success).toBe(true);
    for (const sign of 'IOSVZ')
      expect(schema.safeParse(`11230000MA0AAAAA0${sign}`).success).toBe(false);
  }
});
