import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openContact, readRecipient, sealContact } from '../../api/contact.ts';
import type { Issued, ObjectionRequest, StepRequest } from '../../api/index.ts';
import { OBJECTION_STATES, OBJECTION_STEPS, type ObjectionState } from '../../api/index.ts';
import { decodeLeaf, parseReceipt } from '../../log/index.ts';
import { AUTHORITY, answered, kidOf, type Running, runService } from '../fixtures/running.ts';
import { objections } from '../store/records/objections.ts';
import { objectionNumber } from './content.ts';
import { dueFor } from './due.ts';
import { escalateOverdue } from './escalate.ts';

const DAY = 86_400_000;

let at: Running;
beforeAll(async () => {
  at = await runService();
});
afterAll(() => at.close());

const newCode = async (from: Running = at): Promise<Issued & { caseNumber: string }> => {
  const body = from.request();
  return { ...answered(await from.as('officer').issueCode({ body })), caseNumber: body.caseNumber };
};

const objection = (code: string, more: Partial<ObjectionRequest> = {}): ObjectionRequest => ({
  format: 'chidu-objection/1',
  code,
  disputed: [{ kind: 'factor', factor: 2 }],
  text: '货值认定有误，请复核。',
  ...more,
});

const step = (
  number: string,
  version: number,
  name: StepRequest['step'],
  more: Partial<StepRequest> = {},
) => ({
  params: { number },
  body: {
    format: 'chidu-objection-step/1' as const,
    authority: AUTHORITY,
    step: name,
    version,
    ...more,
  },
});

const evidence = [{ sha256: 'a'.repeat(64), size: 10, type: 'application/pdf' }];

describe('an objection', () => {
  it('is answered with a receipt that proves it', async () => {
    const code = await newCode();
    const receipt = answered(await at.party.object({ body: objection(code.text) }));
    expect(receipt).toMatchObject({
      state: 'received',
      repeated: false,
      stopsNoClock: true,
      remedy: null,
      due: { who: 'supervisor', day: '2026-11-27', overdue: false },
    });
    const parsed = parseReceipt(receipt.proof);
    expect(parsed && decodeLeaf(parsed.entry)).toMatchObject({
      ok: true,
      leaf: { type: 'objected', codeId: code.codeId, refersTo: code.place.index },
    });
  });

  it('is one for one content, also at once, and another for another', async () => {
    const code = await newCode();
    const body = objection(code.text);
    const all = await Promise.all([1, 2, 3].map(() => at.party.object({ body })));
    const receipts = all.map((each) => answered(each));
    expect(new Set(receipts.map(({ number }) => number)).size).toBe(1);
    expect(receipts.filter(({ repeated }) => !repeated)).toHaveLength(1);
    const other = answered(
      await at.party.object({ body: objection(code.text, { text: '另一事项' }) }),
    );
    expect(other.number).not.toBe(receipts[0]?.number);
    const numbers = [other.number, receipts[0]?.number ?? ''];
    const { objections } = answered(
      await at.party.viewCode({ body: { code: code.text, numbers } }),
    );
    expect(objections).toHaveLength(2);
  });

  it('needs a code that was issued here, so that a case number stands behind it', async () => {
    const code = await newCode();
    const altered = code.text.replace(/\d{3}$/, '000');
    expect(await at.party.object({ body: objection(altered) })).toMatchObject({
      status: 422,
      error: 'code-refused',
    });
    const elsewhere = await runService();
    const foreign = await newCode(elsewhere);
    expect(await at.party.object({ body: objection(foreign.text) })).toMatchObject({ ok: false });
    await elsewhere.close();
  });

  it('keeps its contact from everybody but the supervision body', async () => {
    const code = await newCode();
    const { trust } = at.running.service;
    const text = answered(await at.party.recipient({ params: { authority: AUTHORITY } }));
    const bytes = new TextEncoder().encode(text);
    const keys = await trust.keys();
    const options = { keys, authority: AUTHORITY, today: '2026-11-20' };
    const recipient = (await readRecipient(bytes, options)) ?? expect.fail('no recipient');
    expect(await readRecipient(bytes, { ...options, authority: '11330109002489130P' })).toBeNull();
    expect(await readRecipient(bytes, { ...options, today: '2028-01-01' })).toBeNull();
    const over = new Map([...keys].map(([kid, key]) => [kid, { ...key, notAfter: 20261119 }]));
    expect(await readRecipient(bytes, { ...options, keys: over })).toBeNull();
    const swapped = new TextEncoder().encode(
      text.replace(recipient.publicKey, `04${'a'.repeat(128)}`),
    );
    expect(await readRecipient(swapped, options)).toBeNull();

    const contact = { name: '某某', telephone: '000-5550199' };
    const sealed = await sealContact(recipient, contact, code.codeId);
    const short = await sealContact(recipient, { name: '某' }, code.codeId);
    expect(sealed.ciphertext.length).toBe(short.ciphertext.length);
    const { number } = answered(
      await at.party.object({ body: objection(code.text, { contact: sealed }) }),
    );
    const query = { authority: AUTHORITY };
    const file = answered(await at.as('supervisor').readObjection({ params: { number }, query }));
    const got = file.contact ?? expect.fail('no contact');
    expect(await openContact(got, at.recipient, code.codeId)).toEqual(contact);
    expect(await openContact(got, at.recipient, '0'.repeat(64))).toBeNull();
    expect(JSON.stringify(file)).not.toContain('5550199');
    expect(file.contactOfOtherKey).toBe(false);
    const foreign = { ...sealed, recipient: '00'.repeat(8) };
    const lost = answered(
      await at.party.object({ body: objection(code.text, { text: '壬', contact: foreign }) }),
    );
    const { objections } = answered(await at.as('supervisor').listObjections({ query }));
    const marked = objections.filter((row) => row.contactOfOtherKey).map((row) => row.number);
    expect(marked).toEqual([lost.number]);
    answered(await at.as('supervisor').stepObjection(step(number, 0, 'accept')));
    answered(await at.as('supervisor').stepObjection(step(number, 1, 'route')));
    const routed = answered(await at.as('head').readObjection({ params: { number }, query }));
    expect(routed.contact).toBeNull();
  });

  it('is limited a day, and a repeat of what was taken still gets its receipt', async () => {
    const limits = {
      issuePerDay: 9,
      detailPerHour: 5,
      lookupPerHour: 5,
      objectionsPerDay: 2,
      openPerMinute: 100,
    };
    const small = await runService({ config: { limits } });
    const { text } = await newCode(small);
    const say = (words: string) => small.party.object({ body: objection(text, { text: words }) });
    answered(await say('一'));
    answered(await say('二'));
    expect(await say('三')).toMatchObject({ status: 429, error: 'too-many' });
    expect(answered(await say('一')).repeated).toBe(true);
    await small.close();
  });
});

describe('who sees it', () => {
  it('is unseen at the authority until it is routed, and then by the head and the one it was routed to', async () => {
    const code = await newCode();
    const { number } = answered(
      await at.party.object({ body: objection(code.text, { text: '甲' }) }),
    );
    const query = { authority: AUTHORITY };
    const seen = async (name: 'officer' | 'colleague' | 'head' | 'supervisor') => {
      const { objections } = answered(await at.as(name).listObjections({ query }));
      const read = await at.as(name).readObjection({ params: { number }, query });
      const listed = objections.some((row) => row.number === number);
      expect(read.ok).toBe(listed);
      if (!read.ok) expect(read).toMatchObject({ status: 404, error: 'not-found' });
      return listed;
    };
    /** What somebody finds who has the code, and what a head reads in the log. */
    const found = async (numbers?: string[]) => {
      const body = { code: code.text, ...(numbers && { numbers }) };
      const view = answered(await at.party.viewCode({ body }));
      const { proofs } = answered(await at.party.proofs({ body }));
      const kinds = [...view.entries, ...proofs].map(({ kind }) => kind);
      expect(kinds.includes('objected')).toBe(view.objections.length > 0);
      return view.objections.map((each) => each.number);
    };
    const told = async (name: 'head' | 'auditor') => {
      const page = { authority: AUTHORITY, year: '2026' };
      const { events } = answered(await at.as(name).listEvents({ query: page }));
      return events
        .filter(({ kind, codeId }) => kind !== 'first-viewed' && codeId === code.codeId)
        .map(({ kind, data }) => [kind, data !== null]);
    };
    expect(await found()).toEqual([]);
    expect(await found([number])).toEqual([number]);
    expect(await found(['0000-0000-0000-0000'])).toEqual([]);
    expect(await told('head')).toEqual([
      ['issued', true],
      ['objected', false],
    ]);
    expect(await told('auditor')).toContainEqual(['objected', true]);
    expect(await seen('supervisor')).toBe(true);
    for (const name of ['officer', 'colleague', 'head'] as const)
      expect(await seen(name)).toBe(false);
    answered(await at.as('supervisor').stepObjection(step(number, 0, 'accept')));
    expect(await seen('head')).toBe(false);
    expect(await found()).toEqual([]);
    expect(await told('head')).toContainEqual(['step', false]);
    const to = kidOf(at.keys.colleague);
    answered(await at.as('supervisor').stepObjection(step(number, 1, 'route', { to })));
    expect(await seen('head')).toBe(true);
    expect(await seen('colleague')).toBe(true);
    expect(await seen('officer')).toBe(false);
    expect(await found()).toEqual([number]);
    expect((await told('head')).every(([, open]) => open)).toBe(true);
    const pages = answered(
      await at.as('auditor').listEvents({ query: { authority: AUTHORITY, year: '2026' } }),
    );
    expect(JSON.stringify(pages)).not.toContain('货值认定有误');
    expect(pages.events.map(({ kind }) => kind)).toContain('routed');
  });
});

describe('its way', () => {
  it('leads to an answer that the party reads by the same code', async () => {
    const code = await newCode();
    const { number } = answered(
      await at.party.object({ body: objection(code.text, { text: '乙' }) }),
    );
    const supervisor = at.as('supervisor');
    answered(await supervisor.stepObjection(step(number, 0, 'accept')));
    answered(await supervisor.stepObjection(step(number, 1, 'route')));
    answered(await at.as('head').stepObjection(step(number, 2, 'account', { text: '说明' })));
    expect(
      await supervisor.stepObjection(step(number, 3, 'answer', { text: '答复' })),
    ).toMatchObject({
      error: 'step-incomplete',
      at: '/result',
    });
    const answer = step(number, 3, 'answer', { text: '异议部分成立', result: 'partly-upheld' });
    expect(answered(await supervisor.stepObjection(answer)).state).toBe('answered');
    const view = answered(await at.party.viewCode({ body: { code: code.text } }));
    const [told] = view.objections;
    expect(told).toMatchObject({
      number,
      state: 'answered',
      due: null,
      answer: { result: 'partly-upheld', text: '异议部分成立' },
    });
    expect(told?.steps.map((each) => each.step)).toEqual(['accept', 'route', 'account', 'answer']);
    const { proofs } = answered(await at.party.proofs({ body: { code: code.text } }));
    expect(proofs.map(({ kind }) => kind)).toEqual([
      'issued',
      'objected',
      'accept',
      'route',
      'account',
      'answer',
      'first-viewed',
    ]);
    for (const { proof } of proofs) expect(parseReceipt(proof)).not.toBeNull();
  });

  it('cannot close an order to correct without a report with evidence', async () => {
    const code = await newCode();
    const { number } = answered(
      await at.party.object({ body: objection(code.text, { text: '丙' }) }),
    );
    const supervisor = at.as('supervisor');
    const head = at.as('head');
    answered(await supervisor.stepObjection(step(number, 0, 'accept')));
    const ordered = answered(
      await supervisor.stepObjection(
        step(number, 1, 'order', { text: '改正', instrument: '意见书', days: 3 }),
      ),
    );
    expect(ordered).toMatchObject({
      state: 'correcting',
      due: { who: 'authority', day: '2026-11-25' },
    });
    const answer = { text: '已办结', result: 'upheld' as const };
    expect(await supervisor.stepObjection(step(number, 2, 'answer', answer))).toMatchObject({
      error: 'step-not-allowed',
    });
    expect(
      await head.stepObjection(step(number, 2, 'report', { text: '已改', evidence: [] })),
    ).toMatchObject({ error: 'step-incomplete' });
    answered(await head.stepObjection(step(number, 2, 'report', { text: '已改', evidence })));
    const returned = step(number, 3, 'return', { text: '证据不足', days: 5 });
    expect(answered(await supervisor.stepObjection(returned)).state).toBe('correcting');
    answered(await supervisor.stepObjection(step(number, 4, 'submit', { text: '逾期' })));
    answered(await head.stepObjection(step(number, 5, 'report', { text: '补正', evidence })));
    answered(await supervisor.stepObjection(step(number, 6, 'answer', answer)));
    const file = answered(
      await supervisor.stepObjection(step(number, 7, 'reopen', { text: '复查' })),
    );
    expect(file.state).toBe('accepted');
    expect(file.steps).toHaveLength(8);
    expect(file.steps.every(({ kid }) => kid !== null)).toBe(true);
  });

  it('refuses a step on a version that is no longer the newest, and takes the same request twice as one', async () => {
    const code = await newCode();
    const { number } = answered(
      await at.party.object({ body: objection(code.text, { text: '丁' }) }),
    );
    const supervisor = at.as('supervisor');
    const accept = { ...step(number, 0, 'accept'), id: 'step-accept-1' };
    answered(await supervisor.stepObjection(accept));
    expect(answered(await supervisor.stepObjection(accept)).version).toBe(1);
    expect(await supervisor.stepObjection(step(number, 0, 'route'))).toMatchObject({
      status: 409,
      error: 'changed-meanwhile',
    });
  });

  it('refuses a step on a version that is not there yet', async () => {
    const code = await newCode();
    const { number } = answered(
      await at.party.object({ body: objection(code.text, { text: '戊' }) }),
    );
    const supervisor = at.as('supervisor');
    answered(await supervisor.stepObjection(step(number, 0, 'accept')));
    const { logs } = at.running.service;
    const text = '不属实。';
    // Allowed from version 1, which is what it finds, and written when version 2 is an answer.
    const between = vi.spyOn(logs, 'append').mockImplementationOnce(async (authority, entry) => {
      answered(
        await supervisor.stepObjection(step(number, 1, 'answer', { text, result: 'upheld' })),
      );
      return logs.append(authority, entry);
    });
    const order = step(number, 2, 'order', { text, instrument: '意见书' });
    expect(await supervisor.stepObjection(order)).toMatchObject({ error: 'changed-meanwhile' });
    between.mockRestore();
    answered(await supervisor.stepObjection(step(number, 1, 'answer', { text, result: 'upheld' })));
    expect(
      answered(
        await supervisor.readObjection({ params: { number }, query: { authority: AUTHORITY } }),
      ).steps.map(({ state }) => state),
    ).toEqual(['accepted', 'answered']);
  });

  it('is steered to reconsideration or a suit while one runs', async () => {
    const code = await newCode();
    const supervisor = at.as('supervisor');
    const { number } = answered(
      await at.party.object({ body: objection(code.text, { text: '戊' }) }),
    );
    answered(await supervisor.stepObjection(step(number, 0, 'accept')));
    const remedy = (state: 'pending' | 'ended') =>
      supervisor.recordRemedy({
        body: {
          format: 'chidu-remedy/1',
          authority: AUTHORITY,
          caseNumber: code.caseNumber,
          kind: 'reconsideration',
          state,
          on: '2026-11-20',
        },
      });
    answered(await remedy('pending'));
    const answer = step(number, 2, 'answer', { text: '答复', result: 'upheld' });
    expect(await supervisor.stepObjection(answer)).toMatchObject({
      status: 409,
      error: 'remedy-pending',
      fields: { remedy: 'reconsideration' },
    });
    const late = answered(await at.party.object({ body: objection(code.text, { text: '己' }) }));
    expect(late.remedy).toBe('reconsideration');
    const view = answered(await at.party.viewCode({ body: { code: code.text } }));
    expect(view.remedy).toBe('reconsideration');
    const steered = step(number, 2, 'steer', { text: '请通过行政复议解决' });
    expect(answered(await supervisor.stepObjection(steered)).state).toBe('steered');
    answered(await remedy('ended'));
    expect(await remedy('ended')).toMatchObject({ error: 'not-found' });
    const numbers = [number, late.number];
    const after = answered(await at.party.viewCode({ body: { code: code.text, numbers } }));
    expect(after.objections).toHaveLength(2);
    expect(after.objections.every((each) => each.remedy === null)).toBe(true);
  });

  it('is not paused by the authority that says a suit runs, before the supervision body confirms it', async () => {
    const code = await newCode();
    const supervisor = at.as('supervisor');
    const { number } = answered(
      await at.party.object({ body: objection(code.text, { text: '庚' }) }),
    );
    const remedy = (name: 'head' | 'supervisor', state: 'pending' | 'ended') =>
      at.as(name).recordRemedy({
        body: {
          format: 'chidu-remedy/1',
          authority: AUTHORITY,
          caseNumber: code.caseNumber,
          kind: 'suit',
          state,
          on: '2026-11-20',
        },
      });
    const stands = async () => {
      const query = { authority: AUTHORITY };
      const { objections } = answered(await supervisor.listObjections({ query }));
      const file = answered(await supervisor.readObjection({ params: { number }, query }));
      const row = objections.find((each) => each.number === number);
      expect([row?.remedy, row?.remedyReported]).toEqual([file.remedy, file.remedyReported]);
      return [file.remedy, file.remedyReported];
    };
    const view = async () =>
      answered(await at.party.viewCode({ body: { code: code.text, numbers: [number] } })).remedy;
    answered(await remedy('head', 'pending'));
    expect([await stands(), await view()]).toEqual([[null, 'suit'], null]);
    answered(await supervisor.stepObjection(step(number, 0, 'accept')));
    const late = answered(await at.party.object({ body: objection(code.text, { text: '辛' }) }));
    expect(late.remedy).toBeNull();
    answered(await remedy('supervisor', 'pending'));
    expect([await stands(), await view()]).toEqual([['suit', null], 'suit']);
    const answer = step(number, 2, 'answer', { text: '答复', result: 'upheld' });
    expect(await supervisor.stepObjection(answer)).toMatchObject({ error: 'remedy-pending' });
    // Nor does the authority end what the supervision body knows to run.
    expect(await remedy('head', 'ended')).toMatchObject({ error: 'not-found' });
    answered(await remedy('supervisor', 'ended'));
    expect([await stands(), await view()]).toEqual([[null, null], null]);
  });

  it('has no state without a way on or an end, and nobody acts out of turn', () => {
    const states = Object.keys(OBJECTION_STATES) as ObjectionState[];
    const all = Object.values(OBJECTION_STEPS);
    for (const state of states) {
      expect(all.some(({ from }) => (from as readonly string[]).includes(state))).toBe(true);
      expect(state === 'received' || all.some(({ to }) => to === state)).toBe(true);
      const { open, days, who } = OBJECTION_STATES[state];
      expect([days !== null, who !== null]).toEqual([open, open]);
    }
    const toAnswer = all.filter(({ to }) => to === 'answered').flatMap(({ from }) => [...from]);
    expect(toAnswer).not.toContain('correcting');
  });
});

describe('its periods', () => {
  it('are working days, and say so where the holidays are not published', () => {
    const config = { periods: {} };
    expect(dueFor('received', '2026-09-30', config)).toEqual({
      dueOn: '2026-10-13',
      period: 'day',
    });
    expect(dueFor('received', '2026-11-20', { periods: { received: 1 } })).toEqual({
      dueOn: '2026-11-23',
      period: 'day',
    });
    expect(dueFor('accepted', '2026-12-21', config).period).toBe('bound');
    expect(dueFor('answered', '2026-11-20', config)).toEqual({ dueOn: null, period: null });
  });

  it('escalate once each when they run out, with an entry', async () => {
    const fresh = await runService();
    const code = await newCode(fresh);
    const { number } = answered(await fresh.party.object({ body: objection(code.text) }));
    expect(await escalateOverdue(fresh.running.service, AUTHORITY)).toBe(0);
    fresh.clock.now += 7 * DAY;
    expect(await escalateOverdue(fresh.running.service, AUTHORITY)).toBe(0);
    fresh.clock.now += DAY;
    const both = await Promise.all([
      escalateOverdue(fresh.running.service, AUTHORITY),
      escalateOverdue(fresh.running.service, AUTHORITY),
    ]);
    expect(both.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(await escalateOverdue(fresh.running.service, AUTHORITY)).toBe(0);
    const body = { code: code.text, numbers: [number] };
    const view = answered(await fresh.party.viewCode({ body }));
    expect(view.objections[0]).toMatchObject({ escalated: true, due: { overdue: true } });
    const query = { authority: AUTHORITY, overdue: 'true' as const };
    const late = answered(await fresh.as('supervisor').listObjections({ query }));
    expect(late.objections.map((row) => row.number)).toEqual([number]);
    await fresh.close();
  });
});

it('escalates what is overdue behind more than one go of what was escalated before', async () => {
  const fresh = await runService();
  try {
    const { database } = fresh.running.service;
    const code = await newCode(fresh);
    const { number } = answered(await fresh.party.object({ body: objection(code.text) }));
    const row = await objections.byNumber(database.reader, AUTHORITY, number);
    if (row === null) throw new Error('no row');
    await database.write(async (sql) => {
      for (let n = 0; n < 200; n += 1) {
        const of = { number: `old-${n}`, contentKey: `old-${n}`, receivedAt: row.receivedAt - 1 };
        await objections.insert(sql, { ...row, ...of, escalatedAt: row.receivedAt });
      }
    });
    fresh.clock.now += 8 * DAY;
    expect(await escalateOverdue(fresh.running.service, AUTHORITY)).toBe(1);
  } finally {
    await fresh.close();
  }
});

it('lists what waits before a thousand that are answered', async () => {
  const fresh = await runService();
  try {
    const { database } = fresh.running.service;
    const code = await newCode(fresh);
    const { number } = answered(await fresh.party.object({ body: objection(code.text) }));
    const row = await objections.byNumber(database.reader, AUTHORITY, number);
    if (row === null) throw new Error('no row');
    await database.write(async (sql) => {
      for (let n = 0; n < 1000; n += 1) {
        const of = { number: `old-${n}`, contentKey: `old-${n}`, receivedAt: row.receivedAt - 1 };
        await objections.insert(sql, {
          ...row,
          ...of,
          state: 'answered',
          dueOn: null,
          period: null,
        });
      }
    });
    const query = { authority: AUTHORITY };
    const first = async (name: 'supervisor' | 'officer') =>
      answered(await fresh.as(name).listObjections({ query })).objections[0]?.number;
    expect(await first('supervisor')).toBe(number);
    answered(await fresh.as('supervisor').stepObjection(step(number, 0, 'accept')));
    expect(await first('officer')).toBeUndefined();
    const to = kidOf(fresh.keys.officer);
    answered(await fresh.as('supervisor').stepObjection(step(number, 1, 'route', { to })));
    expect(await first('officer')).toBe(number);
  } finally {
    await fresh.close();
  }
});

it('gives the next number where two contents meet in one', () => {
  const numbers = [0, 1, 2].map((turn) => objectionNumber('ab', turn));
  expect(new Set(numbers).size).toBe(3);
  for (const number of numbers) expect(number).toMatch(/^\d{4}-\d{4}-\d{4}-\d{4}$/);
});
