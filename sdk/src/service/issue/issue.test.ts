import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { CodeStatus } from '../../codes/index.ts';
import { readStatusList, verifyCode } from '../../codes/index.ts';
import { decodeLeaf, parseReceipt } from '../../log/index.ts';
import {
  AUTHORITY,
  answered,
  kidOf,
  OTHER,
  type Running,
  runService,
} from '../fixtures/running.ts';
import { ownKeys } from '../own-keys.ts';
import { codes } from '../store/records/codes.ts';
import { finishAll } from './finish.ts';
import { differsFrom, heavierThan } from './heavier.ts';

let at: Running;
beforeAll(async () => {
  at = await runService();
});
afterAll(() => at.close());

const reason = '重复计算了一项因素';

async function issue(more: Parameters<Running['request']>[0] = {}) {
  const body = at.request(more);
  return { body, issued: answered(await at.as('officer').issueCode({ body })) };
}

async function readList() {
  const file = answered(await at.party.statusList({ params: { file: `${AUTHORITY}-2026.txt` } }));
  const read = await readStatusList(new TextEncoder().encode(file), {
    keys: await ownKeys(at.running.service),
    now: at.clock.now,
  });
  return read.ok ? read : expect.fail(read.error);
}

const statusOf = async (index: number): Promise<CodeStatus | null> =>
  (await readList()).statusOf(index);

it('gives every state of a status list a number of its own, within one second too', async () => {
  const numbers: number[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    const { issued } = await issue();
    const body = { format: 'chidu-withdrawal/1' as const, authority: AUTHORITY, reason };
    const params = { codeId: issued.codeId };
    answered(await at.as('officer').withdrawCode({ params, body }));
    numbers.push((await readList()).list.seq);
  }
  expect(new Set(numbers).size).toBe(3);
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
});

describe('a code', () => {
  it('is issued when its entry lies in a signed checkpoint', async () => {
    const { body, issued } = await issue();
    const code = await verifyCode(issued.text, await ownKeys(at.running.service));
    expect(code).toMatchObject({
      ok: true,
      id: issued.codeId,
      checkCode: issued.checkCode,
      payload: {
        document: body.document,
        issued: 20261120,
        fine: body.fine,
        points: body.seen.points,
        statusIndex: issued.statusIndex,
      },
    });
    const receipt = parseReceipt(issued.proof);
    expect(receipt?.index).toBe(issued.place.index);
    expect(receipt && decodeLeaf(receipt.entry)).toMatchObject({
      ok: true,
      leaf: {
        type: 'issued',
        codeId: issued.codeId,
        actor: { role: 'officer', kid: kidOf(at.keys.officer) },
      },
    });
    expect(await statusOf(issued.statusIndex)).toBe('valid');
  });

  it('is one, however often the same request comes, also at once', async () => {
    const body = at.request();
    const officer = at.as('officer');
    const id = 'outbox-0001';
    const all = await Promise.all([1, 2, 3].map(() => officer.issueCode({ body, id })));
    const ids = new Set(all.map((each) => answered(each).codeId));
    expect(ids.size).toBe(1);
    expect(answered(await officer.issueCode({ body, id })).codeId).toBe([...ids][0]);
    expect(await officer.issueCode({ body: at.request(), id })).toMatchObject({
      ok: false,
      status: 409,
      error: 'request-reused',
    });
  });

  it('says in the log which items of the four lists applied, and nothing where none was told', async () => {
    const { issued } = await issue({
      listItems: ['sample-lists/12', 'sample-lists/3', 'sample-lists/12'],
    });
    const without = await issue();
    const page = answered(
      await at.as('auditor').listEvents({ query: { authority: AUTHORITY, year: '2026' } }),
    );
    const dataOf = (codeId: string) =>
      page.events.find((one) => one.kind === 'issued' && one.codeId === codeId)?.data;
    expect(dataOf(issued.codeId)).toMatchObject({
      listItems: ['sample-lists/12', 'sample-lists/3'],
    });
    expect(dataOf(without.issued.codeId)).not.toHaveProperty('listItems');
    expect(
      await at.as('officer').issueCode({ body: at.request({ listItems: ['张三'] }) }),
    ).toMatchObject({ ok: false, error: 'request-schema' });
  });

  it('is signed later where the process died between entry and signature', async () => {
    const { issued } = await issue();
    const { database } = at.running.service;
    await database.write((sql) =>
      sql.run('update code set text = null where code_id = $1', [issued.codeId]),
    );
    await finishAll(at.running.service, AUTHORITY);
    const row = await codes.byId(database.reader, AUTHORITY, issued.codeId);
    expect(await verifyCode(row?.text ?? '', await ownKeys(at.running.service))).toMatchObject({
      ok: true,
      id: issued.codeId,
    });
  });
});

it('is signed later also behind one whose key is no longer there', async () => {
  const own = await runService();
  const officer = own.as('officer');
  const { service } = own.running;
  const [lost, later] = [
    answered(await officer.issueCode({ body: own.request() })),
    answered(await officer.issueCode({ body: own.request() })),
  ];
  await service.database.write(async (sql) => {
    await sql.run('update code set text = null');
    // What was prepared for another key has another id.
    await sql.run('update code set code_id = $1 where code_id = $2', ['0'.repeat(64), lost.codeId]);
  });
  await expect(finishAll(service, AUTHORITY)).rejects.toMatchObject({ code: 'internal' });
  const row = await codes.byId(service.database.reader, AUTHORITY, later.codeId);
  expect(row?.text).not.toBeNull();
  await own.close();
});

describe('what is refused', () => {
  const refused = async (more: Parameters<Running['request']>[0]) =>
    at.as('officer').issueCode({ body: at.request(more) });

  it('numbers that do not follow from the facts', async () => {
    const { seen, fine = 0, facts } = at.request();
    const range = seen.range ?? expect.fail('no range');
    for (const more of [
      { seen: { ...seen, points: (seen.points ?? 0) + 1 } },
      { seen: { ...seen, points: null } },
      { seen: { ...seen, range: { ...range, max: range.max + 1 } } },
      { tier: 5 },
      { fine: range.max + 1 },
      { facts: facts.map(([number, value]) => [number, value + 100_000_000] as [number, number]) },
      { factors: [] },
      { factors: [[999, 1] as [number, number]] },
    ]) {
      expect(await refused(more)).toMatchObject({
        ok: false,
        status: 422,
        error: 'replay-differs',
      });
    }
    expect(await refused({ fine: fine + 1 })).toMatchObject({ error: 'departure-unexplained' });
  });

  it('a fine off the suggestion without a reason, and takes it with one', async () => {
    const { fine = 0 } = at.request();
    const { issued } = await issue({
      fine: fine + 100,
      departure: { suggested: fine, reason: '危害后果较模型估计更广' },
    });
    expect(issued.flags).toContain('departure');
  });

  it('a Rule that is not in force here', async () => {
    expect(await refused({ rule: '0'.repeat(64) })).toMatchObject({ error: 'rule-not-current' });
  });

  it('a second live code of a case, and takes one that replaces the first', async () => {
    const { body, issued } = await issue();
    const officer = at.as('officer');
    const again = { ...body, document: `${body.document}之二` };
    expect(await officer.issueCode({ body: again })).toMatchObject({
      ok: false,
      status: 409,
      error: 'live-code',
      fields: { codeId: issued.codeId },
    });
    const second = answered(
      await officer.issueCode({
        body: { ...again, replaces: { codeId: issued.codeId, why: 'corrected', reason } },
      }),
    );
    expect(second.replaced).toBe(issued.codeId);
    expect(await statusOf(issued.statusIndex)).toBe('superseded');
    expect(await statusOf(second.statusIndex)).toBe('valid');
    const page = answered(
      await at.as('auditor').listEvents({ query: { authority: AUTHORITY, year: '2026' } }),
    );
    const corrected = page.events.filter(({ kind }) => kind === 'corrected');
    expect(corrected).toMatchObject([{ codeId: issued.codeId, refersTo: second.place.index }]);
  });

  it("another officer's live code, and takes its place where the case was handed over, by the log", async () => {
    const { body, issued } = await issue();
    const replace = (why: 'reissued' | 'corrected' | 'handed-over') =>
      at.as('colleague').issueCode({
        body: {
          ...body,
          document: `${body.document}之三`,
          replaces: { codeId: issued.codeId, why, reason: '原承办人调离' },
        },
      });
    for (const why of ['reissued', 'corrected'] as const) {
      expect(await replace(why)).toMatchObject({ status: 403, at: '/replaces/why' });
    }
    expect(await statusOf(issued.statusIndex)).toBe('valid');
    const { codeId } = answered(await replace('handed-over'));
    const query = { authority: AUTHORITY, year: '2026' };
    const { events } = answered(await at.as('auditor').listEvents({ query }));
    expect(events.find((each) => each.codeId === codeId)).toMatchObject({
      kid: kidOf(at.keys.colleague),
      refersTo: issued.place.index,
      data: { replaces: 'handed-over' },
    });
  });

  it('two at once for one case: one wins', async () => {
    const body = at.request();
    const officer = at.as('officer');
    const both = await Promise.all([
      officer.issueCode({ body }),
      officer.issueCode({ body: { ...body, document: '示市监罚告〔2026〕另号' } }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ error: 'live-code' });
  });

  it('a detail document without a party', async () => {
    const detail = { type: 'application/json', content: 'e30=' };
    expect(await refused({ detail })).toMatchObject({ error: 'detail-needs-party' });
  });

  it('more than an officer may issue in a day', async () => {
    const small = await runService({
      config: {
        limits: {
          issuePerDay: 2,
          detailPerHour: 5,
          lookupPerHour: 5,
          objectionsPerDay: 5,
          openPerMinute: 100,
        },
      },
    });
    const officer = small.as('officer');
    // All at once: each would pass a count that is taken before the first is written.
    const together = await Promise.all(
      Array.from({ length: 12 }, () => officer.issueCode({ body: small.request() })),
    );
    expect(together.filter(({ ok }) => ok)).toHaveLength(2);
    expect(await officer.issueCode({ body: small.request() })).toMatchObject({
      status: 429,
      error: 'too-many',
    });
    expect(await small.as('colleague').issueCode({ body: small.request() })).toMatchObject({
      ok: true,
    });
    await small.close();
  });

  it('an officer whose certificate has run out or covers another field', async () => {
    const kid = kidOf(at.keys.colleague);
    const colleague = at.as('colleague');
    const head = at.as('head');
    const set = (notAfter: string, fields: string[] | null) =>
      head.setCertificate({
        params: { kid },
        body: {
          format: 'chidu-certificate/1',
          authority: AUTHORITY,
          notBefore: '2024-01-01',
          notAfter,
          fields,
        },
      });
    const ask = () => colleague.issueCode({ body: at.request() });
    answered(await set('2026-11-19', null));
    expect(await ask()).toMatchObject({ error: 'officer-certificate' });
    answered(await set('2028-11-19', ['price']));
    expect(await ask()).toMatchObject({ error: 'officer-scope' });
    answered(await set('2026-12-01', null));
    expect(answered(await ask()).flags).toContain('certificate-ends-soon');
    answered(await set('2028-11-19', ['food']));
    expect(answered(await ask()).flags).not.toContain('certificate-unknown');
  });

  it('an officer of another authority, and a key that was revoked', async () => {
    expect(await at.as('stranger').issueCode({ body: at.request() })).toMatchObject({
      status: 403,
      error: 'forbidden',
    });
    const fresh = await runService();
    answered(
      await fresh.as('head').revokeKey({
        params: { kid: kidOf(fresh.keys.officer) },
        body: { format: 'chidu-revocation/1', authority: AUTHORITY, reason: '离岗' },
      }),
    );
    expect(await fresh.as('officer').issueCode({ body: fresh.request() })).toMatchObject({
      status: 403,
    });
    expect(OTHER).not.toBe(AUTHORITY);
    await fresh.close();
  });
});

describe('after it was issued', () => {
  it('is withdrawn by whoever asked for it or by the head, and by nobody else', async () => {
    const { body, issued } = await issue();
    const withdrawal = {
      params: { codeId: issued.codeId },
      body: { format: 'chidu-withdrawal/1' as const, authority: AUTHORITY, reason },
    };
    expect(await at.as('colleague').withdrawCode(withdrawal)).toMatchObject({ error: 'not-found' });
    expect(answered(await at.as('officer').withdrawCode(withdrawal)).status).toBe('withdrawn');
    expect(await statusOf(issued.statusIndex)).toBe('withdrawn');
    expect(await at.as('head').withdrawCode(withdrawal)).toMatchObject({ error: 'not-live' });
    // The case is free again.
    expect(await at.as('officer').issueCode({ body })).toMatchObject({ ok: true });
  });

  it('says how the decision stands to the notice, and takes nothing heavier', async () => {
    const { body, issued } = await issue();
    const { fine = 0, kinds = [], tier } = body;
    const decide = (more: object) =>
      at.as('officer').decideCode({
        params: { codeId: issued.codeId },
        body: {
          format: 'chidu-decision/1',
          authority: AUTHORITY,
          document: '示市监罚〔2026〕1号',
          outcome: 'penalty',
          tier,
          fine,
          kinds,
          decided: '2026-11-25',
          ...more,
        },
      });
    expect(await decide({ fine: fine + 1 })).toMatchObject({ error: 'heavier-than-notice' });
    expect(await decide({ kinds: [...kinds, 8] })).toMatchObject({ error: 'heavier-than-notice' });
    expect(await decide({ fine: fine - 100 })).toMatchObject({ error: 'reason-missing' });
    const acted = answered(await decide({ fine: fine - 100, reason: '听证后采纳申辩' }));
    expect(acted).toMatchObject({ differs: 'lighter', status: 'decided-differently' });
    expect(await statusOf(issued.statusIndex)).toBe('decided-differently');
    const view = answered(await at.party.viewCode({ body: { code: issued.text } }));
    expect(view.decision).toMatchObject({ differs: 'lighter', decided: '2026-11-25' });
    // What was told is not taken back by deciding once more.
    expect(await decide({})).toMatchObject({ status: 409, error: 'decided-already' });
    expect(await statusOf(issued.statusIndex)).toBe('decided-differently');
    const heavier = at.request({ caseNumber: body.caseNumber, documentKind: 3 });
    expect(heavierThan({ fine, kinds }, heavier)).toBe(false);
    expect(await at.as('officer').issueCode({ body: heavier })).toMatchObject({ ok: true });
  });

  it('takes nothing heavier behind a notice that was withdrawn, before another notice', async () => {
    const { body, issued } = await issue();
    const { fine = 0, caseNumber } = body;
    const withdrawal = { format: 'chidu-withdrawal/1' as const, authority: AUTHORITY, reason };
    const params = { codeId: issued.codeId };
    answered(await at.as('officer').withdrawCode({ params, body: withdrawal }));
    const more = {
      caseNumber,
      fine: fine + 100,
      departure: { suggested: fine, reason: '情节较重' },
    };
    const decision = at.request({ ...more, documentKind: 3 });
    expect(await at.as('officer').issueCode({ body: decision })).toMatchObject({
      error: 'heavier-than-notice',
      fields: { codeId: issued.codeId },
    });
    await issue(more);
    expect(await at.as('officer').issueCode({ body: decision })).toMatchObject({ ok: true });
  });

  it('takes nothing heavier than a lighter notice that came while the decision was being checked', async () => {
    const { fine = 0 } = at.request();
    const heavier = { fine: fine + 100, departure: { suggested: fine, reason: '情节较重' } };
    const { body, issued } = await issue(heavier);
    const { caseNumber } = body;
    const { service } = at.running;
    const decision = at.request({ ...heavier, caseNumber, documentKind: 3 });
    // Between the reading and the writing of the decision, another notice takes the place of the first.
    const between = vi.spyOn(service.logs, 'head').mockImplementationOnce(async (log) => {
      await issue({
        caseNumber,
        replaces: { codeId: issued.codeId, why: 'reissued', reason },
      });
      return service.logs.head(log);
    });
    const answer = await at.as('officer').issueCode({ body: decision });
    between.mockRestore();
    expect(answer).toMatchObject({ error: 'heavier-than-notice' });
  });

  it('knows what is heavier', () => {
    expect(heavierThan({ fine: 5 }, { fine: 6 })).toBe(true);
    expect(heavierThan({ fine: null }, { fine: 1 })).toBe(true);
    expect(heavierThan({ fine: 5, kinds: [3] }, { fine: 4, kinds: [3, 4] })).toBe(true);
    expect(heavierThan({ fine: 5, kinds: [3, 4] }, { fine: 5, kinds: [4, 3] })).toBe(false);
    expect(differsFrom({ fine: 5, kinds: [3], tier: 4 }, { fine: 5, kinds: [3], tier: 4 })).toBe(
      'same',
    );
    expect(differsFrom({ fine: 5, kinds: [3], tier: 4 }, { fine: 5, kinds: [3], tier: 3 })).toBe(
      'other',
    );
  });
});

it('tells an officer what was issued in the own name', async () => {
  const fresh = await runService();
  answered(await fresh.as('officer').issueCode({ body: fresh.request() }));
  const query = { authority: AUTHORITY, day: '2026-11-20' };
  expect(answered(await fresh.as('officer').digest({ query })).issued).toBe(1);
  expect(answered(await fresh.as('colleague').digest({ query })).issued).toBe(0);
  await fresh.close();
});
