import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { missing, showFigure } from '../figure.ts';
import { loadOffices, staffingOf } from './index.ts';

const unit = (id: string, level: 'prefecture' | 'county' | 'station', parent: string | null) => ({
  ...{ id, level, parent, name: `示例${id}`, authority: null, region: null, people: 3 },
});
const CITY = {
  units: [
    unit('city', 'prefecture', null),
    unit('east', 'county', 'city'),
    unit('west', 'county', 'city'),
    unit('north', 'county', 'city'),
    unit('lane', 'station', 'east'),
  ],
};
const kept = (): { offices: { unit: string }[] } =>
  JSON.parse(readFileSync(new URL('fixtures/offices-1.json', import.meta.url), 'utf8'));

describe('offices of supervision', () => {
  const loaded = loadOffices(kept(), CITY);
  const register = loaded.ok ? loaded.value : expect.fail('the fixture, kept for ever, is read');

  it('flags a district with fewer than two full-time supervisors, and one that the register lacks', () => {
    const { figure, short } = staffingOf(register, CITY);
    expect(showFigure(figure)).toBe('33.33%（1/3）');
    expect(missing(figure)).toEqual(['west', 'north']);
    expect(short).toEqual([
      { unit: 'west', fullTime: 1 },
      { unit: 'north', fullTime: null },
    ]);
    expect(staffingOf(register, CITY, { least: 1 }).short.map((one) => one.unit)).toEqual([
      'north',
    ]);
    expect(staffingOf(register, CITY, { level: 'province' }).figure.bp).toBeNull();
  });

  it('are units of the organisation, each once and with a contact', () => {
    const value = kept();
    const [east, ...rest] = value.offices;
    const faults = (offices: object[]) => {
      const read = loadOffices({ ...value, offices }, CITY);
      return read.ok ? [] : read.issues.map(({ code, at }) => [code, at]);
    };
    expect(faults([{ ...east, unit: 'south' }])).toEqual([
      ['unknown-reference', '/offices/0/unit'],
    ]);
    expect(faults([...rest, ...rest.slice(0, 1)])).toEqual([['given-twice', '/offices/2/unit']]);
    const { contact: _, ...without } = east as { unit: string; contact: object };
    expect(faults([without]).map(([, at]) => at)).toEqual(['/offices/0/contact']);
  });
});
