import { afterEach, expect, it } from 'vitest';
import { AUTHORITY } from '../fixtures/authority.ts';
import { onBothEngines } from '../fixtures/engines.ts';
import { openStore } from '../open-store.ts';
import type { Database } from '../sql/database.ts';
import { remedies, stages } from './cases.ts';
import { type CodeRow, codes } from './codes.ts';
import { jobs } from './jobs.ts';
import { attachments, type ObjectionRow, objections, steps } from './objections.ts';
import { rates } from './rates.ts';
import { requests } from './requests.ts';
import { rules } from './rules.ts';
import { enrolments, staff } from './staff.ts';

const OTHER = '11330100002489456X';
const bytes = Uint8Array.of(0, 1, 254, 255);
const place = { authority: AUTHORITY, year: 2026, logIndex: 4 };

const code = (number: number, more: Partial<CodeRow> = {}): CodeRow => ({
  ...place,
  codeId: number.toString(16).padStart(64, '0'),
  caseNumber: '杭市监案〔2026〕7号',
  slot: 'notice',
  document: '杭市监罚告〔2026〕7号',
  normalDocument: '杭市监罚告〔2026〕7号',
  documentKind: 1,
  checkCode: `0000-0000-${String(number).padStart(4, '0')}`,
  issuedOn: '2026-11-22',
  period: '2026',
  statusIndex: number,
  status: 'valid',
  live: 1,
  supersedes: null,
  officer: '6c5e53a4b940dd22',
  unit: null,
  rule: 'ab'.repeat(32),
  payload: bytes,
  text: null,
  salt: bytes,
  party: null,
  detail: null,
  details: '{"阶次":"一般"}',
  createdAt: 1000 + number,
  firstViewedAt: null,
  firstViewedIndex: null,
  ...more,
});

const objection = (number: string, more: Partial<ObjectionRow> = {}): ObjectionRow => ({
  ...place,
  number,
  codeId: '0'.repeat(64),
  caseNumber: '杭市监案〔2026〕7号',
  contentKey: `key of ${number}`,
  state: 'received',
  subject: '{"factor":2}',
  text: '货值金额算错了。',
  attachments: '[]',
  contact: bytes,
  receivedAt: 5,
  receivedOn: '2026-11-22',
  routed: 0,
  routedTo: null,
  handler: '6c5e53a4b940dd22',
  answer: null,
  dueOn: '2026-12-01',
  period: 'first-look',
  escalatedAt: null,
  remedy: null,
  version: 1,
  ...more,
});

onBothEngines('the records', (engine) => {
  let database: Database;
  afterEach(() => database.close());

  async function open() {
    database = await openStore({
      address: await engine.address(),
      clock: () => 0,
      schema: 'migrate',
    });
    return database;
  }
  const insertCode = (row: CodeRow) => database.write((sql) => codes.insert(sql, row));

  it('give a code back as it went in, by id, by what is printed, by case', async () => {
    const { reader } = await open();
    const row = code(1);
    await insertCode(row);
    expect(await codes.byId(reader, AUTHORITY, row.codeId)).toEqual(row);
    expect(await codes.byId(reader, OTHER, row.codeId)).toBeNull();
    expect(await codes.byLookup(reader, AUTHORITY, row.normalDocument, row.checkCode)).toEqual(row);
    expect(await codes.liveOf(reader, AUTHORITY, row.caseNumber, 'notice')).toEqual(row);
    expect(await codes.ofCase(reader, AUTHORITY, row.caseNumber)).toEqual([row]);
  });

  it('hold one live code for a case, and let another one take its place', async () => {
    const { reader } = await open();
    await insertCode(code(1));
    await expect(insertCode(code(2))).rejects.toMatchObject({
      fields: { constraint: 'code_live' },
    });
    await insertCode(code(2, { authority: OTHER }));
    await insertCode(code(3, { slot: 'decision' }));
    await database.write(async (sql) => {
      expect(await codes.replace(sql, AUTHORITY, code(1).codeId)).toBe(1);
      await codes.insert(sql, code(4, { supersedes: code(1).codeId }));
    });
    expect(await codes.notValid(reader, AUTHORITY, '2026')).toEqual([
      { statusIndex: 1, status: 'superseded' },
    ]);
    await expect(insertCode(code(5, { slot: 'x', statusIndex: 4 }))).rejects.toMatchObject({
      fields: { constraint: 'code_status_index' },
    });
  });

  it('know what is left to sign, what an officer had issued, and who looked first', async () => {
    const { reader } = await open();
    await insertCode(code(1));
    await insertCode(code(2, { slot: 'decision', text: '1234' }));
    expect((await codes.pending(reader, AUTHORITY)).map(({ codeId }) => codeId)).toEqual([
      code(1).codeId,
    ]);
    expect(await codes.issuedBy(reader, AUTHORITY, code(1).officer, 1002)).toBe(1);
    await database.write(async (sql) => {
      await codes.setText(sql, AUTHORITY, code(1).codeId, '1999');
      await codes.setViewed(sql, AUTHORITY, code(1).codeId, 77, 9);
      await codes.setStatus(sql, AUTHORITY, code(1).codeId, 'withdrawn', 0);
    });
    expect(await codes.pending(reader, AUTHORITY)).toEqual([]);
    expect(await codes.byId(reader, AUTHORITY, code(1).codeId)).toMatchObject({
      text: '1999',
      firstViewedAt: 77,
      firstViewedIndex: 9,
      status: 'withdrawn',
      live: 0,
    });
  });

  it('take an objection once, list the overdue, and refuse a change of an older version', async () => {
    const { reader } = await open();
    const rows = ['A', 'B', 'C'].map((number, at) =>
      objection(number, { receivedAt: at, period: 'day' }),
    );
    await database.write(async (sql) => {
      for (const row of rows) await objections.insert(sql, row);
    });
    const same = objection('D', { contentKey: 'key of A' });
    await expect(database.write((sql) => objections.insert(sql, same))).rejects.toMatchObject({
      fields: { constraint: 'objection_content' },
    });
    expect(await objections.byContent(reader, AUTHORITY, 'key of A')).toEqual(rows[0]);
    expect(await objections.list(reader, AUTHORITY, { limit: 2 })).toEqual(rows.slice(0, 2));
    const after = { receivedAt: 1, number: 'B' };
    const query = { state: 'received', dueBefore: '2026-12-02', after, limit: 9 };
    expect(await objections.list(reader, AUTHORITY, query)).toEqual(rows.slice(2));
    expect(await objections.list(reader, AUTHORITY, { dueBefore: '2026-12-01', limit: 9 })).toEqual(
      [],
    );
    const done = objection('0', { receivedAt: 0, dueOn: null, period: null });
    await database.write((sql) => objections.insert(sql, done));
    const urgent = await objections.list(reader, AUTHORITY, { urgentFirst: true, limit: 9 });
    expect(urgent.map(({ number }) => number)).toEqual(['A', 'B', 'C', '0']);
    const overdue = { dueBefore: '2026-12-02', toEscalate: true, limit: 9 } as const;
    expect(await objections.list(reader, AUTHORITY, overdue)).toHaveLength(3);
    expect(await objections.list(reader, AUTHORITY, { routed: 1, limit: 9 })).toEqual([]);
    const change = (version: number) =>
      database.write((sql) =>
        objections.update(sql, AUTHORITY, 'A', version, { state: 'routed', routed: 1 }),
      );
    expect([await change(1), await change(1)]).toEqual([true, false]);
    expect(await objections.byNumber(reader, AUTHORITY, 'A')).toMatchObject({
      state: 'routed',
      version: 2,
    });
  });

  it('keep steps in order, and files by their hash', async () => {
    const { reader } = await open();
    const step = (seq: number) => ({
      ...place,
      number: 'A',
      seq,
      step: 'look',
      at: 1,
      role: 'supervision',
      kid: null,
      state: 'open',
      text: null,
      data: '{}',
    });
    const file = {
      authority: AUTHORITY,
      hash: 'h',
      number: 'A',
      type: 'image/png',
      content: bytes,
      at: 1,
    };
    await database.write(async (sql) => {
      await steps.insert(sql, step(2));
      await steps.insert(sql, step(1));
      await attachments.insert(sql, file);
    });
    expect((await steps.of(reader, AUTHORITY, 'A')).map(({ seq }) => seq)).toEqual([1, 2]);
    expect(await attachments.byHash(reader, AUTHORITY, 'h', 'A')).toEqual(file);
  });

  it('keep keys, requests for keys, rules, remedies and stages', async () => {
    const { reader } = await open();
    const person = {
      ...place,
      kid: 'k1',
      role: 'officer',
      alg: -7,
      spki: bytes,
      officer: 1204,
      unit: null,
      notBefore: 20260101,
      notAfter: 20261231,
      revokedAt: null,
      certificate: null,
      addedAt: 1,
    };
    const asked = {
      authority: AUTHORITY,
      hash: 'h',
      request: bytes,
      receivedAt: 1,
      approval: null,
    };
    const rule = {
      authority: AUTHORITY,
      hash: 'r',
      violation: 'v',
      document: bytes,
      addedAt: 1,
      withdrawnAt: null,
    };
    const remedy = {
      ...place,
      caseNumber: '7',
      kind: 'suit',
      openedOn: '2026-11-22',
      endedOn: null,
    };
    const stage = {
      ...place,
      caseNumber: '7',
      seq: 1,
      stage: 'filed',
      happenedOn: '2026-11-01',
      at: 1,
      kid: 'k1',
      data: '{}',
    };
    await database.write(async (sql) => {
      await staff.insert(sql, person);
      await enrolments.insert(sql, asked);
      await rules.insert(sql, rule);
      await remedies.insert(sql, remedy);
      await stages.insert(sql, stage);
      expect(await staff.update(sql, AUTHORITY, 'k1', { revokedAt: 20261101 })).toBe(true);
      await enrolments.approve(sql, AUTHORITY, 'h', bytes);
      await rules.withdraw(sql, AUTHORITY, 'r', 9);
      await remedies.end(sql, remedy, '2026-12-01');
    });
    expect(await staff.list(reader, AUTHORITY)).toEqual([{ ...person, revokedAt: 20261101 }]);
    expect(await staff.byKid(reader, OTHER, 'k1')).toBeNull();
    expect(await enrolments.byHash(reader, AUTHORITY, asked.hash)).toEqual({
      ...asked,
      approval: bytes,
    });
    expect(await enrolments.waiting(reader, AUTHORITY, 0)).toEqual([]);
    expect(await enrolments.byHash(reader, AUTHORITY, 'h')).toMatchObject({ request: bytes });
    expect(await rules.byHash(reader, AUTHORITY, 'r')).toEqual({ ...rule, withdrawnAt: 9 });
    expect(await rules.ofViolation(reader, AUTHORITY, 'v')).toHaveLength(1);
    expect(await remedies.of(reader, AUTHORITY, '7')).toEqual([
      { ...remedy, endedOn: '2026-12-01' },
    ]);
    expect(await stages.of(reader, AUTHORITY, '7')).toEqual([stage]);
  });

  it('answer a request once', async () => {
    const { reader } = await open();
    const row = { authority: AUTHORITY, id: 'r', digest: 'd', answer: '{}', at: 5 };
    const insert = () => database.write((sql) => requests.insert(sql, row));
    await insert();
    await expect(insert()).rejects.toMatchObject({ fields: { constraint: 'request_pkey' } });
    expect(await requests.find(reader, AUTHORITY, 'r')).toEqual(row);
  });

  it('count attempts of many at the same time', async () => {
    await open();
    const hit = () => database.write((sql) => rates.hit(sql, AUTHORITY, 'detail', 60));
    const counts = await Promise.all(Array.from({ length: 20 }, hit));
    expect(counts.sort((a, b) => a - b)).toEqual(counts.map((_, at) => at + 1));
    expect(await database.write((sql) => rates.prune(sql, AUTHORITY, 61))).toBe(1);
    expect(await hit()).toBe(1);
  });

  it('hand out what is due, to one taker', async () => {
    const { reader } = await open();
    const job = (id: string, dueAt: number) => ({
      authority: AUTHORITY,
      id,
      kind: 'mail',
      dueAt,
      attempts: 0,
      doneAt: null,
      data: '{}',
    });
    await database.write(async (sql) => {
      await jobs.insert(sql, job('late', 1));
      await jobs.insert(sql, job('later', 2));
      await jobs.insert(sql, job('tomorrow', 99));
    });
    const due = await jobs.due(reader, AUTHORITY, 50, 9);
    expect(due.map(({ id }) => id)).toEqual(['late', 'later']);
    const again = () => database.write((sql) => jobs.again(sql, job('late', 1), 60));
    expect([await again(), await again()]).toEqual([true, false]);
    await database.write((sql) => jobs.done(sql, AUTHORITY, 'later', 51));
    expect(await jobs.due(reader, AUTHORITY, 50, 9)).toEqual([]);
    expect(await jobs.byId(reader, AUTHORITY, 'late')).toMatchObject({ attempts: 1, dueAt: 60 });
  });
});
