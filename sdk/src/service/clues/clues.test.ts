import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClueReport, ClueStepRequest } from '../../api/index.ts';
import { mattersOf } from '../../oversight/index.ts';
import {
  AUTHORITY,
  answered,
  kidOf,
  OTHER,
  type Running,
  runService,
  type StaffName,
} from '../fixtures/running.ts';
import { onBothEngines } from '../store/fixtures/engines.ts';
import { type ClueContent, clues } from '../store/records/clues.ts';

const report = (number: string, more: Partial<ClueReport> = {}): ClueReport => ({
  format: 'chidu-clue-report/1',
  authority: AUTHORITY,
  channel: 'petitions',
  feed: '信访投诉举报',
  number,
  on: '2026-11-18',
  text: '罚款数额与裁量基准明显不一致。',
  ...more,
});

const contentWith = (clue: ClueContent['clue']): ClueContent => ({
  clue,
  own: { name: '信访投诉举报', number: '一号' },
  measures: {},
  merged: {},
});

onBothEngines('the pool of clues', (engine) => {
  let at: Running;
  beforeAll(async () => {
    at = await runService({ store: await engine.address() });
  });
  afterAll(() => at.close());

  const taken = async (number: string, more?: Partial<ClueReport>) =>
    answered(await at.as('supervisor').takeClue({ body: report(number, more) })).clue;
  const step = (
    who: StaffName,
    number: string,
    more: Omit<ClueStepRequest, 'format' | 'authority'>,
  ) =>
    at.as(who).stepClue({
      params: { number },
      body: { format: 'chidu-clue-step/1', authority: AUTHORITY, ...more },
    });

  it('takes the same report once, with source, time and the level by rule', async () => {
    const [clue, again] = await Promise.all([taken('一号'), taken('一号')]);
    expect(again).toEqual(clue);
    expect(clue).toMatchObject({
      state: 'pooled',
      version: 0,
      sources: [{ channel: 'petitions', name: '信访投诉举报', number: '一号', on: '2026-11-18' }],
      level: { byRule: { level: 'low', rule: 'none' }, byPerson: null },
    });
    const many = await taken('多人', { measures: { people: 30 } });
    expect(many.level.byRule).toEqual({ level: 'high', rule: 'many-people' });
    const rows = answered(await at.as('supervisor').listClues({ query: { authority: AUTHORITY } }));
    expect(rows.clues.map((row) => row.clue.id).sort()).toEqual([clue.id, many.id].sort());
  });

  it('lets one of many who claim at the same moment have it', async () => {
    const { id, version } = await taken('抢单');
    const claims = await Promise.all(
      Array.from({ length: 8 }, () => step('supervisor', id, { step: 'claim', version })),
    );
    const won = claims.filter(({ ok }) => ok);
    expect(won).toHaveLength(1);
    expect(won[0]).toMatchObject({
      answer: { clue: { state: 'claimed', unit: kidOf(at.keys.supervisor), version: 1 } },
    });
    for (const lost of claims.filter(({ ok }) => !ok)) {
      expect(lost).toMatchObject({ status: 409, error: 'changed-meanwhile' });
    }
    const events = answered(
      await at.as('auditor').listEvents({ query: { authority: AUTHORITY, year: '2026' } }),
    ).events;
    const [entered] = mattersOf(events).clues.filter((clue) => clue.id === id);
    expect(entered?.steps.map(({ data }) => [data.step, data.state])).toEqual([
      ['claim', 'claimed'],
    ]);
  });

  it('is a row that changes from the version that was read, and from no other', async () => {
    const clue = await taken('版本');
    const { database } = at.running.service;
    const next = contentWith({ ...clue, state: 'claimed', version: 1 });
    const write = () => database.write((sql) => clues.update(sql, AUTHORITY, next));
    expect([await write(), await write()]).toEqual([true, false]);
  });

  it('is assigned to an authority, which alone sees it, and comes back with a reason', async () => {
    const { id } = await taken('交办');
    const seen = async () =>
      answered(await at.as('head').listClues({ query: { authority: AUTHORITY } })).clues.map(
        ({ clue }) => clue.id,
      );
    expect(await seen()).toEqual([]);
    expect(await step('head', id, { step: 'claim', version: 0 })).toMatchObject({ status: 404 });
    answered(await step('supervisor', id, { step: 'assign', version: 0, unit: AUTHORITY }));
    expect(await seen()).toEqual([id]);
    for (const other of ['claim', 'transfer'] as const) {
      expect(await step('supervisor', id, { step: other, version: 1, unit: OTHER })).toMatchObject({
        status: 409,
        error: 'step-not-allowed',
      });
    }
    expect(await step('head', id, { step: 'refuse', version: 1 })).toMatchObject({
      status: 422,
      error: 'step-incomplete',
      at: '/reason',
    });
    const back = answered(
      await step('head', id, { step: 'refuse', version: 1, reason: 'not-ours' }),
    );
    expect(back.clue).toMatchObject({ state: 'pooled', unit: null, version: 2 });
    expect(await seen()).toEqual([]);
  });

  it('is merged into another and taken out again as it was', async () => {
    const a = await taken('并案甲');
    const b = await taken('并案乙', { channel: 'audit', feed: '审计经济体检' });
    answered(await step('supervisor', b.id, { step: 'merge', version: 0, into: a.id }));
    const pool = async (id: string) =>
      answered(await at.as('supervisor').listClues({ query: { authority: AUTHORITY } })).clues.find(
        ({ clue }) => clue.id === id,
      )?.clue;
    expect(await pool(a.id)).toMatchObject({
      sources: [{ number: '并案甲' }, { number: '并案乙' }],
      level: { byRule: { rule: 'two-reports' } },
    });
    expect(await pool(b.id)).toMatchObject({ state: 'merged', into: a.id });
    answered(await step('supervisor', b.id, { step: 'split', version: 1, reason: 'other-matter' }));
    expect(await pool(a.id)).toEqual({ ...a, version: 2 });
    expect(await pool(b.id)).toEqual({ ...b, version: 2 });
    const nowhere = { step: 'merge', version: 2, into: '0000-0000-0000-0000' } as const;
    expect(await step('supervisor', b.id, nowhere)).toMatchObject({ status: 404, at: '/into' });
    expect(await pool(b.id)).toEqual({ ...b, version: 2 });
  });

  it('forgets what an erased report said, in every clue that has it', async () => {
    const a = answered(await at.as('supervisor').takeClue({ body: report('删除甲') }));
    const b = answered(
      await at.as('supervisor').takeClue({ body: report('删除乙', { text: '秘密内容甲乙丙' }) }),
    );
    answered(await step('supervisor', b.clue.id, { step: 'merge', version: 0, into: a.clue.id }));
    const { year, index } = b.place;
    answered(
      await at.as('supervisor').erase({
        body: { format: 'chidu-erasure/1', authority: AUTHORITY, year, index, ground: '依法删除' },
      }),
    );
    const rows = answered(await at.as('supervisor').listClues({ query: { authority: AUTHORITY } }));
    expect(JSON.stringify(rows)).not.toContain('秘密内容');
    const merged = rows.clues.find(({ clue }) => clue.id === a.clue.id)?.clue;
    expect(merged?.sources.map(({ text }) => text).sort()).toEqual([
      report('').text,
      '（已依法删除）',
    ]);
  });

  it('keeps what was merged into a clue whose own report is erased', async () => {
    const a = answered(
      await at.as('supervisor').takeClue({ body: report('删除戊', { text: '秘密内容戊' }) }),
    );
    const b = await taken('删除己');
    answered(await step('supervisor', b.id, { step: 'merge', version: 0, into: a.clue.id }));
    const { year, index } = a.place;
    answered(
      await at.as('supervisor').erase({
        body: { format: 'chidu-erasure/1', authority: AUTHORITY, year, index, ground: '依法删除' },
      }),
    );
    const rows = answered(await at.as('supervisor').listClues({ query: { authority: AUTHORITY } }));
    const texts = rows.clues.find(({ clue }) => clue.id === a.clue.id)?.clue.sources;
    expect(texts).toMatchObject([
      { number: '删除己', text: report('').text },
      { number: '删除戊', text: '（已依法删除）' },
    ]);
  });

  it('takes its level back when what made it grave is taken out again', async () => {
    const a = await taken('小事', { violation: 'sold-expired', measures: { amount: 100 } });
    const b = await taken('大事', { measures: { people: 30, amount: 10_000_000 } });
    const d = await taken('中事', { measures: { amount: 10_000_000 } });
    for (const { id } of [b, d])
      answered(await step('supervisor', id, { step: 'merge', version: 0, into: a.id }));
    const ruleOf = async () => {
      const query = { authority: AUTHORITY };
      const rows = answered(await at.as('supervisor').listClues({ query })).clues;
      return rows.find(({ clue }) => clue.id === a.id)?.clue.level.byRule.rule;
    };
    const rules = [await ruleOf()];
    for (const { id } of [b, d]) {
      const out = { step: 'split', version: 1, reason: 'other-matter' } as const;
      answered(await step('supervisor', id, out));
      rules.push(await ruleOf());
    }
    expect(rules).toEqual(['many-people', 'large-amount', 'none']);
  });

  it('counts a matter once among those alike, however often it was reported', async () => {
    const alike = (number: string) => taken(number, { violation: 'scale-unverified' });
    const [first, second] = [await alike('同一甲'), await alike('同一乙')];
    answered(await step('supervisor', second.id, { step: 'merge', version: 0, into: first.id }));
    await alike('另一丙');
    // Two matters that came in as three reports.
    expect((await alike('另一丁')).level.byRule.rule).toBe('none');
    expect((await alike('另一戊')).level.byRule.rule).toBe('again-and-again');
  });

  it('does not bring erased words back with a step that had read them', async () => {
    const { clue, place } = answered(
      await at.as('supervisor').takeClue({ body: report('删除丁', { text: '秘密内容丁' }) }),
    );
    const { year, index } = place;
    answered(
      await at.as('supervisor').erase({
        body: { format: 'chidu-erasure/1', authority: AUTHORITY, year, index, ground: '依法删除' },
      }),
    );
    const { database } = at.running.service;
    const read = contentWith({ ...clue, state: 'claimed', version: 1 });
    expect(await database.write((sql) => clues.update(sql, AUTHORITY, read))).toBe(false);
    expect(await step('supervisor', clue.id, { step: 'claim', version: 0 })).toMatchObject({
      status: 409,
      error: 'changed-meanwhile',
    });
    const now = answered(await step('supervisor', clue.id, { step: 'claim', version: 1 }));
    expect(now.clue).toMatchObject({ version: 2, sources: [{ text: '（已依法删除）' }] });
  });

  it('takes a feed by its name in the list and a unit by its number, and no words for either', async () => {
    const words = '张三丰举报的内容';
    expect(
      await at.as('supervisor').takeClue({
        body: { ...report('自由文字'), feed: words as ClueReport['feed'] },
      }),
    ).toMatchObject({ status: 400, at: '/body/feed' });
    const { id } = await taken('去向');
    expect(
      await step('supervisor', id, { step: 'transfer', version: 0, unit: words }),
    ).toMatchObject({ status: 400, at: '/body/unit' });
  });

  it('is read in pages in which each has its own, however many others came before', async () => {
    const mine: string[] = [];
    for (let i = 1; i <= 6; i += 1) {
      const { id } = await taken(`分页${i}`);
      if (i % 2 === 1) continue;
      mine.push(id);
      answered(await step('supervisor', id, { step: 'assign', version: 0, unit: AUTHORITY }));
    }
    const pages = async (who: StaffName, limit: string) => {
      const ids: string[][] = [];
      for (let after: string | null | undefined; after !== null; ) {
        const query = { authority: AUTHORITY, limit, ...(after && { after }) };
        const page = answered(await at.as(who).listClues({ query }));
        ids.push(page.clues.map(({ clue }) => clue.id));
        after = page.next;
      }
      return ids;
    };
    const [a, b, c] = mine;
    expect(await pages('head', '1')).toEqual([[a], [b], [c]]);
    expect(await pages('head', '2')).toEqual([[a, b], [c]]);
    expect(await pages('head', '3')).toEqual([mine]);
    const all = (await pages('supervisor', '1000')).flat();
    expect(all.slice(-5)).toContain(a);
    expect((await pages('supervisor', '4')).flat()).toEqual(all);
    const query = { authority: AUTHORITY, after: '0000-0000-0000-0000' };
    expect(await at.as('supervisor').listClues({ query })).toMatchObject({
      status: 404,
      at: '/after',
    });
  });

  it('tells the log no word of a report, and the head of the authority nothing', async () => {
    const query = { authority: AUTHORITY, year: '2026' };
    const told = answered(await at.as('auditor').listEvents({ query })).events;
    const kinds = told.filter(({ kind }) => kind.startsWith('clue'));
    expect(kinds.length).toBeGreaterThan(5);
    expect(JSON.stringify(kinds)).not.toMatch(/罚款|秘密|一号|交办/);
    const head = answered(await at.as('head').listEvents({ query })).events;
    expect(head.filter(({ kind, data }) => kind.startsWith('clue') && data !== null)).toEqual([]);
  });
});

describe('a clue of another authority', () => {
  it('is not found under this one', async () => {
    const at = await runService();
    const { clue } = answered(
      await at.as('supervisor').takeClue({ body: report('别处', { authority: OTHER }) }),
    );
    const body = {
      format: 'chidu-clue-step/1',
      authority: AUTHORITY,
      step: 'claim',
      version: 0,
    } as const;
    expect(await at.as('supervisor').stepClue({ params: { number: clue.id }, body })).toMatchObject(
      { status: 404 },
    );
    await at.close();
  });
});
