import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx, type SheetInput, writeXlsx } from '@chidu/sdk/sheets';
import { canonicalJson } from '@chidu/sdk/text';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommandIo } from '../command.ts';
import { run } from '../commands/rules.ts';
import { changesBetween } from './changes.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chidu-rules-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function rules(args: string, stdin = '') {
  const written = { out: '', err: '' };
  const io: CommandIo = {
    stdin: async () => new TextEncoder().encode(stdin),
    out: (text) => {
      written.out += text;
    },
    err: (text) => {
      written.err += text;
    },
    cwd: folder,
    now: () => 0,
  };
  return { exit: await run(args.split(' '), io), ...written };
}

const sample = async () =>
  JSON.parse(await readFile(new URL('../../packs/sample-benchmark.json', import.meta.url), 'utf8'));
const save = (name: string, value: unknown) =>
  writeFile(join(folder, name), typeof value === 'string' ? value : JSON.stringify(value));

const CASE = {
  format: 'chidu-case/1',
  violation: 'food-unlicensed-operation',
  actDate: '2026-05-01',
  decisionDate: '2026-11-21',
  party: { kind: 'entity' },
  facts: { goodsValue: 3_750_000 },
  grounds: [],
  factors: {
    fault: 'gross',
    'food-risk': 'bulk',
    duration: 'from-1m',
    premises: 'from-50',
    conditions: 'partly',
    'licence-history': 'expired',
    harm: 'slight',
    recidivism: 'once',
    correction: 'in-time',
    cooperation: 'ordinary',
  },
};

describe('chidu rules list', () => {
  it('gives every entry with the hash of its Rule', async () => {
    const { exit, out } = await rules('list --json');
    const rows = JSON.parse(out);
    expect([exit, rows.length]).toEqual([0, 278]);
    expect(rows[0]).toEqual({
      id: 'food-unlicensed-operation@2025-12-01',
      violation: 'food-unlicensed-operation',
      law: '食品安全法',
      article: 122,
      from: '2025-12-01',
      to: null,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      benchmark: { pack: 'sample-market-supervision', version: '2026.11.1' },
      sample: true,
    });
  });

  it('says which text is in force on a day, and has no hash without a table', async () => {
    const pack = await sample();
    await save('special.json', { ...pack, benchmarks: pack.benchmarks.slice(1) });
    const at = async (day: string) => {
      const { out } = await rules(
        `list --json --on ${day} --violation tm-well-known-wording --benchmark special.json --sample`,
      );
      return JSON.parse(out).map(({ from, hash, benchmark }: Record<string, unknown>) => [
        from,
        hash,
        benchmark,
      ]);
    };
    expect(await at('2026-12-31')).toEqual([['2019-11-01', null, null]]);
    expect(await at('2027-01-01')).toEqual([['2027-01-01', null, null]]);
  });
});

describe('chidu rules import and export', () => {
  it('round-trip the template without loss', async () => {
    expect(await rules('export --out template.xlsx')).toMatchObject({ exit: 0 });
    expect(await rules('import template.xlsx --sample --out back.json')).toMatchObject({ exit: 0 });
    const back = JSON.parse(await readFile(join(folder, 'back.json'), 'utf8'));
    expect(canonicalJson(back)).toBe(canonicalJson(await sample()));
  });

  it('name the cells of all faults, for people and for programs', async () => {
    await rules('export --out faulty.xlsx');
    const book = readXlsx(new Uint8Array(await readFile(join(folder, 'faulty.xlsx'))));
    if (!book.ok) throw new Error('unreadable');
    const sheets = book.value.sheets.map((sheet): SheetInput => {
      const rows = Array.from({ length: sheet.rows }, (_, r) =>
        Array.from({ length: sheet.columns }, (_, c) => {
          const at = `${String.fromCharCode(65 + c)}${r + 1}`;
          if (sheet.name === '阶次' && at === 'C2') return '0-30分';
          if (sheet.name === '阶次' && at === 'E4') return '0.9';
          const cell = sheet.cells.get(at);
          return cell?.format.includes('%')
            ? { bp: Math.round(Number(cell.text) * 10_000) }
            : (cell?.text ?? null);
        }),
      );
      return { name: sheet.name, rows };
    });
    await writeFile(join(folder, 'faulty.xlsx'), writeXlsx(sheets));
    const told = await rules('import faulty.xlsx --sample');
    expect(told.exit).toBe(1);
    expect(told.err).toContain('阶次!C2\t两端归属不明，请用“以上”“不足”写明');
    expect(told.err).toContain('阶次!E4\t请写明百分号，例如30%');
    const { issues } = JSON.parse((await rules('import faulty.xlsx --sample --json')).out);
    expect(issues.map((one: { at: string; code: string }) => `${one.code} ${one.at}`)).toEqual([
      'interval-unclear 阶次!C2',
      'percent-unclear 阶次!E4',
    ]);
  });

  it('refuse a sample that nobody asked for, a key that stands twice, and a file that is not there', async () => {
    await save('sample.json', await sample());
    await save('twice.json', '{"format":"chidu-benchmark/1","format":"chidu-benchmark/1"}');
    const code = async (args: string) => {
      const { exit, out } = await rules(`${args} --json`);
      return [exit, JSON.parse(out).issues[0].code];
    };
    expect(await code('check sample.json')).toEqual([1, 'unpublished']);
    expect(await code('check twice.json')).toEqual([1, 'duplicate-key']);
    expect(await code('check nowhere.json')).toEqual([1, 'json']);
  });
});

describe('chidu rules check', () => {
  it('finds nothing wrong in the sample, and what the law leaves open is told', async () => {
    const { exit, out, err } = await rules('check');
    expect(exit).toBe(0);
    expect(err).toContain('273 rules: 0 errors of the benchmark, 7 of the statutes');
    expect(out).toContain('error\treg-no-change@2022-03-01\t/statute/tiers');
  });

  it('fails on a benchmark whose heavier option weighs less', async () => {
    const pack = await sample();
    pack.benchmarks[1].factors[0].options[3].points = 0;
    await save('bad.json', pack);
    const { exit, out } = await rules(
      'check bad.json --sample --violation food-unlicensed-operation --json',
    );
    expect(exit).toBe(1);
    const { ok, rules: checked } = JSON.parse(out);
    expect(ok).toBe(false);
    expect(checked[0].open).toContainEqual(
      expect.objectContaining({ code: 'option-order', level: 'error' }),
    );
  });
});

describe('chidu rules diff', () => {
  it('tells what was changed and what it does to amounts', async () => {
    const pack = await sample();
    await save('old.json', pack);
    pack.benchmarks[1].factors[0].options[1].points += 1;
    await save('new.json', pack);
    const { exit, out } = await rules('diff old.json new.json --sample --json');
    const { same, changes, effects } = JSON.parse(out);
    expect([exit, same]).toEqual([1, false]);
    expect(changes).toEqual([
      {
        at: '/benchmarks/food-unlicensed-operation/factors/1/options/2/points',
        before: 3,
        after: 4,
      },
    ]);
    const [effect] = effects.filter((one: { id: string }) => one.id.startsWith('food-unlicensed'));
    expect(effect.difference.regions[0]).toMatchObject({ lighter: 0, heavier: expect.any(Number) });
    expect(await rules('diff old.json old.json --sample')).toMatchObject({
      exit: 0,
      out: expect.not.stringContaining('→ 4'),
    });
  });

  it('knows an entry that moved from one that is new', () => {
    const [a, b] = [
      { number: 1, x: 1 },
      { number: 2, x: 1 },
    ];
    expect(changesBetween([a, b], [b, a])).toEqual([]);
    expect(changesBetween([a], [a, b])).toEqual([{ at: '/2', before: undefined, after: b }]);
    expect(changesBetween([1, 2], [2, 1])).toEqual([{ at: '', before: [1, 2], after: [2, 1] }]);
  });
});

describe('chidu rules test', () => {
  const file = (expect: Record<string, unknown>, change = {}) => ({
    format: 'chidu-trials/1',
    trials: [{ name: '无证经营', case: { ...CASE, ...change }, expect }],
  });

  it('passes and fails by what comes out, and says what was not tried', async () => {
    await save('pass.json', file({ tier: 'ordinary', points: 35, suggestion: 50_620_000 }));
    const passed = await rules('test pass.json');
    expect(passed).toMatchObject({ exit: 0, out: '通过 pass\t无证经营\n' });
    expect(passed.err).toMatch(
      /^food-unlicensed-operation@2025-12-01: \d+ of \d+ tried, \d+ of \d+ slips noticed\n1 passed/,
    );
    await save('fail.json', file({ tier: 'lighten' }));
    const { exit, out } = await rules('test fail.json');
    expect(exit).toBe(1);
    expect(out).toContain('tier: "lighten" expected, "ordinary" found');
  });

  it('offers trials for the rest, which pass and leave nothing untried', async () => {
    const { out } = await rules('test pass.json --offer');
    const offered = JSON.parse(out);
    await save('all.json', {
      ...offered,
      trials: [...file({ points: 35 }).trials, ...offered.trials],
    });
    const { exit, out: told } = await rules('test all.json --json');
    const [rule] = JSON.parse(told).rules;
    expect([exit, rule.coverage.missing]).toEqual([0, []]);
  });

  it.each([
    ['an expectation that it does not know', file({ colour: 'red' }), 'unknown-field'],
    ['a day without a law', file({ points: 35 }, { actDate: '2020-01-01' }), 'unknown-reference'],
  ])('refuses %s', async (_, value, code) => {
    await save('odd.json', value);
    const { exit, err } = await rules('test odd.json');
    expect([exit, err]).toEqual([1, expect.stringContaining(`[${code}]`)]);
  });
});

describe('chidu rules explain', () => {
  it('tells a case in Chinese and in English', async () => {
    await save('case.json', CASE);
    const zh = await rules('explain case.json');
    expect(zh.exit).toBe(0);
    expect(zh.out).toContain('建议罚款506,200元');
    const en = await rules('explain - --lang en', JSON.stringify(CASE));
    expect(en.out).toContain('506,200 yuan');
  });

  it('says which part of a case is missing or wrong and what belongs there', async () => {
    const { actDate: _, ...rest } = CASE;
    await save('part.json', { ...rest, decisionDate: '2026-02-30', colour: 'red' });
    const { exit, err } = await rules('explain part.json');
    expect(exit).toBe(1);
    expect(err).toContain('/actDate\t缺少内容 · 违法行为终了日期 YYYY-MM-DD');
    expect(err).toContain('/decisionDate\t格式不符 · 拟作出决定的日期 YYYY-MM-DD');
    expect(err).toContain('/colour\t多出的内容');
  });

  it('says what is missing, and exits with 1', async () => {
    await save('open.json', { ...CASE, facts: {} });
    const { exit, err } = await rules('explain open.json');
    expect([exit, err]).toEqual([1, expect.stringContaining('fact-missing facts.goodsValue')]);
  });
});

it('is called wrongly with exit code 2 and its usage', async () => {
  for (const args of [
    '',
    'burn',
    'list --colour red',
    'import',
    'export',
    'diff one',
    'explain a --lang fr',
  ]) {
    const { exit, err } = await rules(args);
    expect([exit, err]).toEqual([2, expect.stringContaining('Usage: chidu rules list')]);
  }
});
