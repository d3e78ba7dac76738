import { describe, expect, it } from 'vitest';
import type { Advice } from '../advice/index.ts';
import type { Figure } from '../figure.ts';
import { missing, share } from '../figure.ts';
import {
  appraise,
  closeMonth,
  FULL_RATES,
  loadFormula,
  monthlyTable,
} from '../indicators/index.ts';
import type { Organisation } from '../organisation.ts';
import { history, NORTH, regionOf, SOUTH } from '../use/fixtures/history.ts';
import { exercisesOf } from '../use/index.ts';
import {
  adviceReport,
  meetingAgenda,
  monthlyNotice,
  type PublicWarningReportInput,
  publicWarningReport,
  type WarningReportInput,
  warningReport,
} from './index.ts';

const HOSTILE = `<script>alert("x")</script>&'局`;
const heading = { title: `通报 ${HOSTILE}`, issuer: '示例局', day: '2026-11-05', draft: true };

/** What a machine can say of a report without a browser. */
function inspect(html: string) {
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id ?? '');
  const unescaped = (text: string) =>
    text
      .replaceAll('&#39;', "'")
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
  const links = [...html.matchAll(/ href="#([^"]*)"/g)].map(([, to]) =>
    decodeURIComponent(unescaped(to ?? '')),
  );
  return {
    ids: ids.map(unescaped),
    dead: links.filter((to) => !ids.map(unescaped).includes(to)),
    links,
    headings: [...html.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level)),
    tables: (html.match(/<table/g) ?? []).length,
    captions: (html.match(/<caption>/g) ?? []).length,
  };
}

function isAccessible(html: string): void {
  const { ids, dead, headings, tables, captions } = inspect(html);
  expect(html.startsWith('<!doctype html>\n<html lang="zh-CN">')).toBe(true);
  expect(dead).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
  expect(captions).toBe(tables);
  expect(headings.filter((level) => level === 1)).toHaveLength(1);
  headings.forEach((level, i) => {
    expect(level - (headings[i - 1] ?? 0)).toBeLessThanOrEqual(1);
  });
  for (const [row] of html.matchAll(/<tr>.*?<\/tr>/gs))
    expect(row).toMatch(/<th scope="(row|col)">/);
  for (const [svg] of html.matchAll(/<svg.*?<\/svg>/gs)) {
    expect(svg).toContain('role="img"');
    expect(svg).toMatch(/<title id="[^"]+">[^<]+<\/title><desc id="[^"]+">[^<]+<\/desc>/);
  }
  expect(html).not.toContain('<script');
  expect(html).not.toMatch(/(?:src|href)="(?!#)/);
  expect(html).toContain('size:A4');
}

describe('the monthly notice', async () => {
  const organisation: Organisation = {
    format: 'chidu-organisation/1',
    name: '示例市',
    units: [
      {
        id: 'north',
        parent: null,
        name: HOSTILE,
        level: 'county',
        authority: NORTH,
        region: '231200',
        people: 3,
      },
      {
        id: 'south',
        parent: null,
        name: '南局',
        level: 'county',
        authority: SOUTH,
        region: '231300',
        people: 3,
      },
    ],
  };
  const cases = [
    history('1'),
    history('2', { ended: 'withdrawn' }),
    history('3', { authority: SOUTH }),
  ];
  const online = (unit: string, done: number, all: number): Figure => {
    const ids = Array.from({ length: all }, (_, i) => `${unit}/${i}`);
    return share(FULL_RATES.online, { part: ids.slice(0, done), of: ids, scope: { unit } });
  };
  const october = await closeMonth({
    unit: 'city',
    month: '2026-10',
    closedAt: '2026-11-03T00:00:00Z',
    heads: [],
    figures: [online('north', 1, 2)],
    earlier: [],
    again: new Map(),
  });
  const november = await closeMonth({
    unit: 'city',
    month: '2026-11',
    closedAt: '2026-12-03T00:00:00Z',
    heads: [],
    figures: [],
    earlier: [october],
    again: new Map([['2026-10', [online('north', 2, 2)]]]),
  });
  const formula = loadFormula(
    {
      format: 'chidu-appraisal/1',
      id: 'f',
      version: '1',
      title: { zh: '示例' },
      sample: true,
      publication: null,
      fewest: 30,
      leastWeight: 5_000,
      items: [
        { figure: 'rates.online', label: { zh: '网办' }, weight: 10_000, none: 0, all: 10_000 },
      ],
    },
    { allowSample: true },
  );
  if (!formula.ok) throw new Error('the sample formula loads');
  const units = [
    { id: 'north', name: HOSTILE, figures: [online('north', 39, 40)] },
    { id: 'south', name: '南局', figures: [online('south', 0, 0)] },
  ];
  const input = {
    head: heading,
    month: '2026-10',
    figures: units.flatMap((unit) => unit.figures),
    units,
    table: monthlyTable(organisation, cases, '2026-10').table,
    corrections: november.corrections,
    appraisals: appraise(
      formula.value,
      units.map(({ id, figures }) => ({ unit: id, figures })),
    ),
    remarks: [HOSTILE],
  };
  const html = monthlyNotice(input);

  it('is an accessible page by itself, all its texts escaped, the same bytes every time', () => {
    isAccessible(html);
    expect(
      html.split('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&amp;&#39;局').length,
    ).toBeGreaterThan(4);
    expect(monthlyNotice(structuredClone(input))).toBe(html);
  });

  it('names units and indicators, and every number leads to its cases', () => {
    expect(html).toContain('南局');
    expect(html).toContain('97.5%（39/40）');
    expect(html).toContain('无基数（0/0）');
    const { ids, links } = inspect(html);
    expect(links).toContain('f:table[column=codes;month=2026-10;unit=north]');
    expect(ids).toContain('f:rates.online[unit=north]');
    for (const one of cases) expect(html).toContain(`<li>${one.id}</li>`);
    const [figure] = units[0]?.figures ?? [];
    for (const id of figure ? missing(figure) : []) expect(html).toContain(`<li>${id}</li>`);
  });

  it('shows corrections of earlier months and ranks nobody whose data are too few', () => {
    expect(html).toContain(
      '<th scope="row">2026-10</th><td>rates.online[unit=north]</td><td>1/2</td><td>2/2</td>',
    );
    expect(html).toContain('数据不足');
  });
});

describe('the yearly warning report', () => {
  const names: Readonly<Record<string, string>> = { a: '无证经营', b: '虚假广告', c: '价格欺诈' };
  const some = (
    n: number,
    from: number,
    violation: string,
    authority = NORTH,
    day = '2026-03-02',
  ) =>
    Array.from({ length: n }, (_, i) =>
      history(String(from + i), { authority, day, issued: { violation } }),
    );
  const cases = [
    ...some(30, 1000, 'a'),
    ...some(12, 2000, 'a', SOUTH, '2026-07-01'),
    ...some(14, 3000, 'b'),
    ...some(2, 4000, 'b', SOUTH),
    ...some(21, 5000, 'c', NORTH, '2026-08-01'),
    ...some(9, 6000, 'c', SOUTH),
    ...some(25, 7000, 'a', NORTH, '2025-03-02'),
    ...some(3, 8000, 'b', NORTH, '2025-03-02'),
  ];
  const input: WarningReportInput = {
    head: { ...heading, title: '高发违法行为预警报告' },
    year: '2026',
    exercises: exercisesOf(cases).exercises,
    violationName: (id) => names[id] ?? id,
    regionOf,
    regionName: (code) => ({ '231200': '北县', '231300': '南县' })[code] ?? code,
    most: 2,
    lastYear: { from: 'log', complete: true },
    advice: { a: HOSTILE },
  };
  const open: PublicWarningReportInput = {
    ...input,
    violations: ['c', 'a'],
    lastYear: { a: 25 },
    k: 5,
    counted: new Set(),
  };
  const cellsOf = (table: string, name: string) =>
    [
      ...(new RegExp(`<th scope="row">${name}</th>(.*?)</tr>`).exec(table)?.[1] ?? '').matchAll(
        /<td[^>]*>(.*?)<\/td>/g,
      ),
    ].map(([, cell]) => (cell ?? '').replace(/<[^>]*>/g, ''));

  it('gives counts, trend, months and regions, and every number its cases', () => {
    const html = warningReport(input);
    isAccessible(html);
    expect(html).toContain('增加17');
    expect(html).toContain('共<a href="#f%3Awarning.cases%5Byear%3D2026%5D">88</a>件');
    const { ids } = inspect(html);
    expect(ids).toContain(
      'f:warning.cases[region=231300;violation=b;year=2026]'.replace(
        'violation=b',
        'violation=other',
      ),
    );
    for (const one of cases.filter(({ codes }) => codes[0]?.day.startsWith('2026')))
      expect(html).toContain(`<li>${one.id}</li>`);
    const other = [...input.exercises].reverse();
    expect(warningReport({ ...input, exercises: other })).toBe(html);
  });

  it('compares with last year only where it is whole', () => {
    const html = warningReport({ ...input, lastYear: { from: 'log', complete: false } });
    expect(html).not.toContain('增加17');
    expect(html).toContain('不比较');
  });

  it('hides small cells from the public, and what would give them back; lists no case', () => {
    const { html } = publicWarningReport(open);
    isAccessible(html);
    expect(html).not.toContain(NORTH);
    expect(html).not.toContain(SOUTH);
    expect(html).toContain('增加17');
    const region = html.slice(html.indexOf('各地案件（件）'));
    const row = (name: string) => cellsOf(region, name);
    // Of the others 14 + 2: the 2 is hidden, and neither its row nor its column gives it back.
    const other = row('其他违法行为');
    expect(other[1]).toBe('不公开');
    expect(other.filter((cell) => cell === '不公开').length).toBeGreaterThan(1);
    const south = ['无证经营', '价格欺诈', '其他违法行为', '合计'].map((name) => row(name)[1]);
    expect(south.filter((cell) => cell === '不公开').length).toBeGreaterThan(1);
    // Last year's 3 were never published and are not told now.
    expect(html).not.toContain('f:warning.cases[violation=b;year=2025]');
  });

  it('hides all months where one could be worked out from the total', () => {
    const lonely = exercisesOf([
      ...some(20, 1, 'a'),
      ...some(1, 900, 'a', NORTH, '2026-09-01'),
    ]).exercises;
    const { html } = publicWarningReport({ ...open, exercises: lonely, lastYear: {} });
    const months = html.slice(html.indexOf('各月案件（件）'), html.indexOf('四、各地'));
    const shown = [...months.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell]) =>
      (cell ?? '').replace(/<[^>]*>/g, ''),
    );
    expect(shown[8]).toBe('不公开');
    expect(shown.filter((cell) => cell === '不公开').length).toBeGreaterThan(1);
  });

  it('refuses a k for the public that would show single cases', () => {
    for (const k of [1, 4, 5.5])
      expect(() => publicWarningReport({ ...open, k })).toThrow('at least 5');
  });

  it('names for the public what was asked for, in the order of names, whatever this year counts', () => {
    const named = (more: typeof cases) => {
      const { html } = publicWarningReport({
        ...open,
        exercises: exercisesOf([...cases, ...more]).exercises,
      });
      const table = html.slice(html.indexOf('各地案件（件）'), html.indexOf('数据出处'));
      return [...table.matchAll(/<th scope="row">(.*?)<\/th>/g)].map(([, name]) => name);
    };
    expect(named([])).toEqual(['价格欺诈', '无证经营', '其他违法行为', '合计']);
    expect(named(some(90, 10_000, 'c'))).toEqual(named([]));
    expect(named(some(90, 10_000, 'b'))).toEqual(named([]));
  });

  it('counts for the public no case that was published before, and compares no year that is not whole', () => {
    const first = publicWarningReport(open);
    expect(first.counted).toHaveLength(88);
    const { html, counted } = publicWarningReport({
      ...open,
      exercises: exercisesOf([...cases, ...some(7, 20_000, 'a')]).exercises,
      counted: new Set(first.counted),
    });
    expect(counted).toHaveLength(7);
    expect(cellsOf(html.slice(html.indexOf('各地案件（件）')), '合计').at(-1)).toBe('7');
    expect(cellsOf(html, '无证经营')).toEqual(['7', '没有数据', '不比较']);
    expect(publicWarningReport({ ...open, counted: new Set(counted) }).counted).toHaveLength(88);
  });
});

describe('advice and agenda', () => {
  const advice: Advice = {
    format: 'chidu-advice/1',
    id: 'a/factor/1/pack/1',
    made: '2026-11-01',
    kind: 'amend',
    benchmark: { pack: 'pack', version: '1', rule: 'a'.repeat(64) },
    point: { kind: 'factor', violation: 'a', factor: 1 },
    label: { zh: HOSTILE },
    band: {
      tiers: [
        { tier: 1, cases: 2 },
        { tier: 4, cases: 10 },
      ],
      range: { min: 100_000_000, max: 200_000_000 },
    },
    sample: {
      objected: { numerator: 12, denominator: 100, interval: [700, 2000] },
      elsewhere: { numerator: 20, denominator: 1000, interval: [130, 307] },
      upheld: { numerator: 0, denominator: 0, interval: null },
      q: 0.001,
      tested: 9,
    },
    evidence: ['k/1', 'k/2'],
    proposal: { factor: 1, option: 2, from: 30, to: 20 },
    trial: {
      cases: 500,
      compared: 490,
      lighter: 60,
      heavier: 0,
      same: 430,
      movedTier: 8,
      before: '1',
      after: '1',
      fit: { cases: 3, before: 2, after: 1 },
    },
    text: { zh: HOSTILE },
  };

  it('tell an advice with band, sample, back-test, evidence and answer', () => {
    const html = adviceReport({
      head: heading,
      advice: [advice],
      answers: [
        {
          format: 'chidu-advice-answer/1',
          advice: advice.id,
          answer: 'defer',
          reason: HOSTILE,
          by: 'k',
          on: '2026-11-03',
          until: '2027-01-01',
        },
      ],
    });
    isAccessible(html);
    for (const said of [
      '不予处罚2件，一般10件',
      '100万元至200万元',
      '12%（12/100，95%区间7%至20%）',
      '无基数（0/0）',
      '<li>k/2</li>',
      '暂缓至2027-01-01',
    ])
      expect(html).toContain(said);
    expect(adviceReport({ head: heading, advice: [], answers: [] })).toContain('本期没有建议');
  });

  it('put late tasks first and ask what the figures ask', () => {
    const task = (number: number, due: string, done: string | null) => ({
      number,
      task: HOSTILE,
      owner: '甲局',
      due,
      done,
    });
    const html = meetingAgenda({
      head: heading,
      place: '示例会议室',
      bodies: ['司法局', '市场监督管理局'],
      reports: [
        {
          by: '甲局',
          title: '应用情况',
          figures: [share(FULL_RATES.units, { part: [], of: ['u1'] })],
        },
      ],
      lists: [
        {
          item: 'lists/4',
          list: 'waive',
          matter: { zh: '某事项' },
          basis: '',
          why: 'never-used',
          since: '2026-01-01',
          version: null,
        },
      ],
      tasks: [
        task(1, '2026-12-01', null),
        task(2, '2026-11-01', null),
        task(3, '2026-10-01', '2026-09-30'),
      ],
    });
    isAccessible(html);
    const order = [...html.matchAll(/<tr><th scope="row">(\d)<\/th>/g)].map(([, number]) => number);
    expect(order).toEqual(['2', '3', '1']);
    expect(html).toContain('逾期未完成');
    expect(html).toContain('0%（0/1）');
    expect(html).toContain('<li>lists/4</li>');
    expect(html).not.toContain('没有裁量基准的违法行为');
  });
});
