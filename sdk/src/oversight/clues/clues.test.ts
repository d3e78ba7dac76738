import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { random } from '../../discretion/fixtures/random.ts';
import type { ClueHistory, OversightEvent } from '../index.ts';
import { mattersOf } from '../index.ts';
import { type Clue, type ClueSource, levelOf, loadClue } from './clue.ts';
import { effectOf } from './effect.ts';
import { FEEDS, type Feed, type FeedName } from './feeds.ts';
import { labelledReports } from './fixtures/labelled-reports.ts';
import { CLUE_STATES, CLUE_STEPS, type ClueStep } from './flow.ts';
import { CLUE_LEVELS, levelByRule, loadClueLevels } from './levels.ts';
import { mergeClues, newClue, splitClue } from './merge.ts';
import { readFeed } from './read-feed.ts';
import { sameMatters } from './same-matter.ts';
import { type ClueCaller, type ClueRequest, stepClue } from './step-clue.ts';
import { jointVisits } from './visits.ts';
import { Work } from './work.ts';

const AUTHORITY = '11239900MB0X12345Y';
const source = (number: string, more: Partial<ClueSource> = {}): ClueSource => ({
  channel: 'petitions',
  name: '信访投诉举报',
  number,
  on: '2026-05-06',
  text: '处罚畸重，同类案件罚款只有一半',
  about: { authority: AUTHORITY },
  ...more,
});
const LEAD: ClueCaller = { unit: 'centre', kid: 'aaaaaaaaaaaaaaaa', lead: true };
const UNIT: ClueCaller = { unit: 'unit-1', kid: 'bbbbbbbbbbbbbbbb', lead: false };
const OTHER: ClueCaller = { unit: 'unit-2', kid: 'cccccccccccccccc', lead: false };
const SPECIAL: Work = {
  kind: 'special',
  question: '三十日内未解除的查封扣押',
  scope: { violations: [], regions: ['990100'], from: '2026-01-01', to: '2026-06-30' },
  leader: 'unit-1',
  until: '2026-08-31',
};
const fresh = () => newClue('c-1', [source('1')], { age: 0 });
const take = (clue: Clue, request: Omit<ClueRequest, 'version'>, by: ClueCaller) =>
  stepClue(clue, { ...request, version: clue.version }, by, '2026-05-07').clue;

describe('chidu-clue/1', () => {
  const first = JSON.parse(readFileSync(new URL('fixtures/clue-1.json', import.meta.url), 'utf8'));

  it('is read as it was written first, and refused by its places', () => {
    expect(loadClue(first)).toEqual({ ok: true, value: first });
    expect(loadClue({ ...first, state: 'lost', about: { authority: '1' } })).toMatchObject({
      ok: false,
      issues: [{ at: '/about/authority' }, { at: '/state' }],
    });
  });
});

describe('feeds of the pool', () => {
  it('are eight channels and two adapters, each with its own columns, source and time', () => {
    expect(new Set(Object.values(FEEDS).map(({ channel }) => channel)).size).toBe(8);
    for (const [name, { channel, zh, columns }] of Object.entries<Feed>(FEEDS)) {
      const row = {
        [columns.number?.[0] ?? '']: 'A-17',
        [columns.on?.[0] ?? '']: '2026年3月5日',
        [columns.text?.[0] ?? '']: '举报人张三丰称罚款数额与裁量基准明显不一致',
        [columns.authority?.[0] ?? '']: '兰汀市市场监督管理局',
        举报人: '张三丰',
      };
      const { sources, issues } = readFeed(name as FeedName, [row], {
        authorityOf: () => AUTHORITY,
      });
      expect(issues).toEqual([]);
      expect(sources).toEqual([
        {
          channel,
          name: zh,
          number: 'A-17',
          on: '2026-03-05',
          text: expect.not.stringContaining('张三丰'),
          about: { authority: AUTHORITY },
        },
      ]);
    }
  });

  it('refuse a row by its cell, and keep the others', () => {
    const row = (number: string, on: string, text: string, body = '') => ({
      信访件编号: number,
      登记日期: on,
      反映内容: text,
      被反映单位: body,
    });
    const { sources, issues } = readFeed(
      'petitions',
      [
        row('1', '2026-05-06', '甲'),
        row('', '2026-05-06', '乙'),
        row('2', '五月', '丙'),
        row('1', '2026-05-07', '丁'),
        row('3', '2026-05-07', '戊', '不知名的局'),
        { ...row('4', '2026-05-07', '己'), 行政区划代码: '12' },
      ],
      { authorityOf: () => null },
    );
    expect(sources.map(({ number }) => number)).toEqual(['1', '3']);
    expect(issues.map(({ code, at }) => [code, at])).toEqual([
      ['missing-field', '/1/信访件编号'],
      [expect.any(String), '/2/登记日期'],
      ['given-twice', '/3/信访件编号'],
      ['unknown-reference', '/4/被反映单位'],
      ['schema', '/5/about/region'],
    ]);
  });
});

describe('one matter from several sources', () => {
  it('is found across wording, days and channels: recall and precision', () => {
    const [found, planted, right] = [1, 2, 3].reduce(
      ([f, p, r], seed) => {
        const labelled = labelledReports(600, random(seed).next);
        const matters = labelled.map(({ matter }) => matter);
        const pairs = sameMatters(labelled.map((one) => one.source));
        // Each report but the first of a matter is to be tied to some earlier one of the same matter.
        const later = matters.filter((matter, i) => matters.indexOf(matter) < i).length;
        const good = pairs.filter(({ a, b }) => matters[a] === matters[b]).length;
        return [f + pairs.length, p + later, r + good];
      },
      [0, 0, 0],
    );
    console.info(
      `same matter: recall ${((right / planted) * 100).toFixed(1)} %, precision ${((right / found) * 100).toFixed(1)} %, ${planted} planted`,
    );
    expect(planted).toBeGreaterThan(500);
    expect(right / planted).toBeGreaterThanOrEqual(0.95);
    expect(right / found).toBeGreaterThanOrEqual(0.9);
  });

  it('is never found in reports about different bodies or different cases', () => {
    const text = '东湖路12号安泰粮油店：告知书没有写明听证的权利，罚款数额与裁量基准明显不一致';
    const by = (about: ClueSource['about']) => source(String(Math.random()), { text, about });
    expect(
      sameMatters([by({ authority: AUTHORITY }), by({ authority: `${AUTHORITY.slice(0, 17)}Z` })]),
    ).toEqual([]);
    expect(
      sameMatters([by({ case: '兰市监案〔2026〕1号' }), by({ case: '兰市监案〔2026〕2号' })]),
    ).toEqual([]);
    expect(
      sameMatters([by({ case: '兰市监案〔2026〕1号' }), by({ case: '兰市监案(2026)1号' })]),
    ).toMatchObject([{ a: 0, b: 1, why: 'case' }]);
  });

  it('merges into one clue with all four sources, and comes apart as it was', () => {
    const others = (['audit', 'litigation', 'enforcement'] as const).map((channel, i) =>
      newClue(
        `c-${i + 2}`,
        [source(`${i + 2}`, { channel, name: channel, on: `2026-05-0${i + 1}` })],
        { age: 0 },
      ),
    );
    let all = fresh();
    const merged = others.map((other) => {
      const both = mergeClues(all, other, { age: 0 });
      all = both.into;
      return both.merged;
    });
    expect(all.sources.map(({ channel }) => channel)).toEqual([
      'audit',
      'litigation',
      'enforcement',
      'petitions',
    ]);
    expect(levelOf(all)).toBe('high');
    const back = merged.map((one) => {
      const both = splitClue(all, one, { age: 0 });
      all = both.into;
      return both.other;
    });
    const plain = ({ version: _, ...clue }: Clue) => clue;
    expect(plain(all)).toEqual(plain(fresh()));
    expect(back.map(plain)).toEqual(others.map(plain));
    expect(() => splitClue(all, others[0] as Clue, { age: 0 })).toThrow(/is not part of/);
  });
});

describe('a clue merged into one that is merged on', () => {
  it('comes out once that one is out again, so that no report is in two clues', () => {
    const other = (id: string) => newClue(id, [source(id)], { age: 0 });
    const ab = mergeClues(other('b'), other('a'), { age: 0 });
    const bc = mergeClues(other('c'), ab.into, { age: 0 });
    expect(() => splitClue(bc.merged, ab.merged, { age: 0 })).toThrow(/is itself part of c/);
    const out = splitClue(bc.into, bc.merged, { age: 0 });
    expect(splitClue(out.other, ab.merged, { age: 0 }).into.sources).toEqual([source('b')]);
    expect(out.into.sources).toEqual([source('c')]);
  });
});

describe('three levels', () => {
  it.each(CLUE_LEVELS.rules.filter(({ when }) => when.atLeast))(
    '$id turns at its number',
    ({ id, level, when }) => {
      const sources = (when.channels ?? ['enforcement'])
        .slice(0, 1)
        .map((channel) => ({ channel }));
      const base = { reports: 1, channels: 1, age: 0 };
      expect(levelByRule(sources, { ...base, ...when.atLeast })).toEqual({ level, rule: id });
      for (const [name, least] of Object.entries(when.atLeast ?? {}))
        expect(levelByRule(sources, { ...base, ...when.atLeast, [name]: least - 1 }).rule).not.toBe(
          id,
        );
    },
  );

  it('does not take what is unknown for a number, and says the same again', () => {
    const one = () =>
      levelByRule([{ channel: 'petitions' }], { reports: 1, channels: 1, age: 400 });
    expect(one()).toEqual({ level: 'low', rule: 'none' });
    expect(one()).toEqual(one());
    expect(loadClueLevels(structuredClone(CLUE_LEVELS)).ok).toBe(true);
    expect(loadClueLevels({ ...CLUE_LEVELS, rules: [{ id: 'x' }] })).toMatchObject({ ok: false });
  });

  it('keeps what a person says beside what the rule said', () => {
    const said = take(fresh(), { step: 'level', level: 'high', reason: 'graver-than-ruled' }, LEAD);
    expect(levelOf(said)).toBe('high');
    expect(said.level.byRule).toEqual(fresh().level.byRule);
    expect(() => take(fresh(), { step: 'level', level: 'high' }, LEAD)).toThrow(/needs reason/);
    expect(() =>
      take(fresh(), { step: 'level', level: 'high', reason: 'new-facts' }, UNIT),
    ).toThrow();
  });
});

describe('认领、交办、移送', () => {
  const ways: readonly [ClueStep, Omit<ClueRequest, 'version'>, ClueCaller][] = [
    ['claim', { step: 'claim' }, UNIT],
    ['assign', { step: 'assign', unit: 'unit-1' }, LEAD],
    ['transfer', { step: 'transfer', unit: 'unit-1' }, LEAD],
  ];

  it.each(ways)(
    '%s excludes the others, and a refusal returns it with its reason',
    (_, request, by) => {
      const taken = take(fresh(), request, by);
      expect(taken.unit).toBe('unit-1');
      for (const [, other, whom] of ways)
        expect(() => take(taken, other, whom)).toThrow(/does not lead on/);
      expect(() => take(taken, { step: 'refuse', reason: 'not-ours' }, OTHER)).toThrow(
        /does not lead on/,
      );
      expect(() => take(taken, { step: 'refuse' }, UNIT)).toThrow(/needs reason/);
      const { clue, data } = stepClue(
        taken,
        { step: 'refuse', reason: 'not-ours', version: 1 },
        UNIT,
        '2026-05-08',
      );
      expect(clue).toMatchObject({ state: 'pooled', unit: null });
      expect(data).toEqual({ clue: 'c-1', step: 'refuse', state: 'pooled', reason: 'not-ours' });
    },
  );

  it('lets one of two who claim at once have it', () => {
    const read = fresh();
    const first = stepClue(read, { step: 'claim', version: read.version }, UNIT, '2026-05-07').clue;
    expect(() =>
      stepClue(first, { step: 'claim', version: read.version }, OTHER, '2026-05-07'),
    ).toThrow(expect.objectContaining({ code: 'changed-meanwhile' }));
  });

  it('is worked on as 专项 or 联动, each with its own form', () => {
    const taken = take(fresh(), { step: 'claim' }, UNIT);
    expect(take(taken, { step: 'start', work: SPECIAL }, UNIT)).toMatchObject({
      state: 'working',
      work: 'special',
    });
    expect(
      Work.safeParse({
        kind: 'joint',
        leader: 'unit-1',
        tasks: [{ unit: 'unit-2', task: '核查', until: '2026-06-01' }],
      }).success,
    ).toBe(false);
    expect(Work.safeParse({ ...SPECIAL, kind: 'joint' }).success).toBe(false);
  });

  it('is settled or taken back by the lead body where the unit that has it cannot act', () => {
    const away = take(fresh(), { step: 'transfer', unit: AUTHORITY }, LEAD);
    expect(take(away, { step: 'settle', result: 'corrected' }, LEAD).state).toBe('settled');
    const claimed = take(fresh(), { step: 'claim' }, UNIT);
    const working = take(claimed, { step: 'start', work: SPECIAL }, UNIT);
    for (const held of [away, claimed, working]) {
      const back = take(held, { step: 'refuse', reason: 'new-facts' }, LEAD);
      expect(back).toMatchObject({ state: 'pooled', unit: null, work: null });
      expect(() => take(held, { step: 'refuse', reason: 'new-facts' }, OTHER)).toThrow();
      expect(() => take(held, { step: 'settle', result: 'corrected' }, OTHER)).toThrow();
    }
  });

  it('goes to another unit by 交办 and 移送, and by no other step', () => {
    const taken = take(fresh(), { step: 'claim' }, UNIT);
    const away = { unit: 'unit-2', version: 1 };
    for (const [request, by] of [
      [{ step: 'start', work: SPECIAL, ...away }, UNIT],
      [{ step: 'level', level: 'high', reason: 'new-facts', ...away }, LEAD],
    ] as const) {
      const { clue, data } = stepClue(taken, request, by, '2026-05-08');
      expect(clue.unit).toBe('unit-1');
      expect(data).not.toHaveProperty('unit');
    }
  });

  it('has no state without a way on or an end, and every clue can end', () => {
    for (const [state, { open }] of Object.entries(CLUE_STATES)) {
      const out = Object.values(CLUE_STEPS).filter(
        ({ from, to }) =>
          (from as readonly string[]).includes(state) && to !== null && to !== state,
      );
      if (open) expect(out.map(({ to }) => to)).toContain('unfounded');
      expect(out.length, state).toBeGreaterThan(0);
      const ways = Object.values(CLUE_STEPS).filter(({ to }) => to === state);
      if (state !== 'pooled') expect(ways.length, state).toBeGreaterThan(0);
    }
  });

  it('keeps any walk inside the format', () => {
    const rnd = random(11);
    const seen = new Set<string>();
    for (let walk = 0; walk < 400; walk += 1) {
      let clue = fresh();
      for (let i = 0; i < 12; i += 1) {
        const step = rnd.pick(Object.keys(CLUE_STEPS) as ClueStep[]);
        const request = {
          unit: 'unit-1',
          work: SPECIAL,
          level: 'high',
          into: 'c-9',
          reason: 'not-so',
          result: 'corrected',
        } as const;
        try {
          clue = take(clue, { step, ...request }, rnd.pick([LEAD, UNIT, OTHER]));
        } catch (error) {
          expect(error).toMatchObject({ code: 'step-not-allowed' });
        }
        expect(loadClue(clue)).toMatchObject({ ok: true });
        expect(clue.unit === null).toBe(clue.state === 'pooled' || !CLUE_STATES[clue.state].open);
        seen.add(clue.state);
      }
    }
    expect(seen.size).toBe(Object.keys(CLUE_STATES).length);
  });
});

describe('what came of it', () => {
  const event = (
    index: number,
    day: string,
    kind: string,
    data: Record<string, unknown>,
  ): OversightEvent => ({
    authority: AUTHORITY,
    year: 2026,
    index,
    at: `${day}T02:00:00.000Z`,
    kind,
    codeId: null,
    refersTo: null,
    role: 'supervision',
    kid: null,
    data,
  });
  const opened = (index: number, clue: string, day: string, violation = 'ad-false') =>
    event(index, day, 'clue', {
      clue,
      channel: 'petitions',
      level: 'low',
      levelBy: 'rule',
      about: { authority: AUTHORITY, violation },
      source: '信访投诉举报',
      on: day,
      due: null,
    });
  const ended = (index: number, clue: string, day: string) =>
    event(index, day, 'clue-step', { clue, step: 'settle', state: 'settled', reason: 'corrected' });

  it('is measured after so many days, of those settled long enough', () => {
    const { clues, unread } = mattersOf([
      opened(1, 'a', '2026-02-01'),
      ended(2, 'a', '2026-02-10'),
      opened(3, 'b', '2026-02-20'),
      ended(4, 'b', '2026-02-25'),
      opened(5, 'c', '2026-03-01', 'price-unmarked'),
      ended(6, 'c', '2026-03-02'),
      opened(7, 'd', '2026-10-01'),
      ended(8, 'd', '2026-10-02'),
      event(9, '2026-10-03', 'clue-step', { clue: 'nowhere', step: 'claim', state: 'claimed' }),
    ]);
    expect(unread).toMatchObject([{ why: 'refers-to-nothing', place: { index: 9 } }]);
    const figure = effectOf(clues as ClueHistory[], 90, '2026-11-20');
    expect(figure).toMatchObject({
      numerator: 2,
      denominator: 3,
      in: ['b', 'c'],
      of: ['a', 'b', 'c'],
      definition: { counts: 'clue' },
    });
  });

  it('folds entries in any order, once each, and drops what was erased into the unread', () => {
    const events = [
      ended(2, 'a', '2026-02-10'),
      opened(1, 'a', '2026-02-01'),
      opened(1, 'a', '2026-02-01'),
    ];
    expect(mattersOf(events).clues).toMatchObject([{ id: 'a', state: 'settled', level: 'low' }]);
    const erased = { ...event(3, '2026-02-11', 'erasure', {}), refersTo: 2 };
    expect(mattersOf([...events, erased])).toMatchObject({
      clues: [{ state: 'pooled' }],
      unread: [{ why: 'erased', place: { index: 2 } }],
    });
  });

  it('makes one visit of those that can be on one day', () => {
    const visit = (id: string, from: string, to: string, place = 'shop') => ({
      id,
      place,
      body: id,
      from,
      to,
    });
    expect(
      jointVisits([
        visit('tax', '2026-05-01', '2026-05-10'),
        visit('food', '2026-05-08', '2026-05-20'),
        visit('fire', '2026-05-15', '2026-05-25'),
        visit('metering', '2026-05-09', '2026-05-09', 'other'),
      ]),
    ).toMatchObject([
      { place: 'other', visits: [{ id: 'metering' }] },
      {
        place: 'shop',
        from: '2026-05-08',
        to: '2026-05-10',
        visits: [{ id: 'tax' }, { id: 'food' }],
      },
      { place: 'shop', visits: [{ id: 'fire' }] },
    ]);
  });
});
