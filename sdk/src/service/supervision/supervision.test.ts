import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SupervisionOpening } from '../../api/index.ts';
import { matterFigures } from '../../oversight/board/index.ts';
import { mattersOf } from '../../oversight/index.ts';
import { AUTHORITY, answered, OTHER, type Running, runService } from '../fixtures/running.ts';
import {
  AUDIT,
  evidence,
  JUSTICE,
  opening,
  RESPOND,
  supervising,
} from '../fixtures/supervising.ts';
import { onBothEngines } from '../store/fixtures/engines.ts';
import { type SupervisionRow, supervisions } from '../store/records/supervisions.ts';

onBothEngines('a supervision case', (engine) => {
  let at: Running;
  let of: ReturnType<typeof supervising>;
  beforeAll(async () => {
    at = await runService({ store: await engine.address() });
    of = supervising(at);
  });
  afterAll(() => at.close());

  /** A clue in the pool. */
  const clue = async (number: string) =>
    answered(
      await at.as('supervisor').takeClue({
        body: {
          format: 'chidu-clue-report/1',
          authority: AUTHORITY,
          channel: 'petitions',
          feed: '信访投诉举报',
          number,
          on: '2026-11-18',
          text: '处罚畸重。',
        },
      }),
    ).clue;
  const stepClue = (number: string, more: object) =>
    at.as('supervisor').stepClue({
      params: { number },
      body: {
        format: 'chidu-clue-step/1',
        authority: AUTHORITY,
        step: 'claim',
        version: 0,
        ...more,
      },
    });

  it('comes from a clue that was taken up, names the codes it is about, and is one', async () => {
    const body = at.request();
    const { codeId } = answered(await at.as('officer').issueCode({ body }));
    const { id } = await clue('一号');
    const from = { clue: id, codes: [codeId], case: body.caseNumber };
    expect(await of.open(from)).toMatchObject({
      status: 409,
      error: 'step-not-allowed',
      at: '/clue',
    });
    answered(await stepClue(id, {}));
    const settle = { step: 'settle', version: 1, result: 'supervision-case' };
    expect(await stepClue(id, settle)).toMatchObject({ error: 'step-incomplete', at: '/result' });
    const both = await Promise.all([of.open(from), of.open(from)]);
    const won = both.filter(({ ok }) => ok);
    expect(won).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ error: 'changed-meanwhile', at: '/clue' });
    expect(won[0]).toMatchObject({
      status: 201,
      answer: {
        supervision: { clue: id, codes: [codeId], state: 'issued', due: '2026-12-04', version: 0 },
        remedy: null,
      },
    });
    answered(await stepClue(id, settle));
    for (const [unknown, where] of [
      [{ clue: '0000-0000-0000-0000' }, '/clue'],
      [{ codes: [codeId, '0'.repeat(64)] }, '/codes/1'],
    ] satisfies [Partial<SupervisionOpening>, string][]) {
      expect(await of.open(unknown)).toMatchObject({ status: 404, at: where });
    }
  });

  it('is opened once by one request, and its number is used once', async () => {
    const body = opening(of.number(900));
    const open = (more = {}, id = 'open-once-1') =>
      at.as('supervisor').openSupervision({ body: { ...body, ...more }, id });
    const both = await Promise.all([open(), open()]);
    expect(both.map(answered)).toEqual([answered(both[0]), answered(both[0])]);
    expect(await open({ days: 5 })).toMatchObject({ error: 'request-reused' });
    expect(await open({}, 'open-once-2')).toMatchObject({
      error: 'changed-meanwhile',
      at: '/number',
    });
    const opened = (await of.events()).filter(
      ({ kind, data }) => kind === 'supervision' && data?.supervision === body.number,
    );
    expect(opened).toHaveLength(1);
  });

  it('is contested, upheld, answered, sent back, closed and opened again, each act an entry', async () => {
    const { supervision } = await of.opened({
      items: [{ text: '重新裁量', owner: '法规科', due: '2026-12-01' }],
    });
    const { id } = supervision;
    const acts = [
      ['head', { step: 'contest', text: '不同意。' }],
      ['supervisor', { step: 'uphold', text: '维持。', days: 10 }],
      ['head', RESPOND],
      ['supervisor', { step: 'return', text: '未附凭证。', days: 5 }],
      ['head', { step: 'respond', text: '已补充。', evidence: [evidence(2)] }],
      [
        'supervisor',
        { step: 'lead', text: '改由审计局牵头。', bodies: { lead: AUDIT, support: [JUSTICE] } },
      ],
      [
        'supervisor',
        {
          step: 'close',
          text: '办结。',
          result: 'corrected',
          items: [{ number: 1, evidence: [1, 2] }],
        },
      ],
      ['supervisor', { step: 'reopen', text: '出现新情况。', days: 5 }],
    ] as const;
    for (const [version, [who, act]] of acts.entries()) {
      answered(await of.step(who, id, { version, ...act } as never));
    }
    const file = await of.read(id);
    expect(file.supervision).toMatchObject({
      state: 'issued',
      version: acts.length,
      bodies: { lead: AUDIT },
      items: [{ closed: { evidence: [1, 2] } }],
    });
    expect(file.supervision.steps.map(({ step }) => step)).toEqual(
      acts.map(([, { step }]) => step),
    );
    const history = mattersOf(await of.events()).supervisions.find(
      (one) => one.id === `${AUTHORITY}/${id}`,
    );
    expect(history).toMatchObject({ state: 'issued', place: file.place });
    expect(history?.steps.map(({ data }) => data.step)).toEqual(acts.map(([, { step }]) => step));
  });

  it('is stepped on by those whose turn it is, and by one of two at once', async () => {
    const { id } = (await of.opened()).supervision;
    expect(
      await of.step('supervisor', id, { ...RESPOND, version: 0, evidence: [evidence(1)] }),
    ).toMatchObject({
      status: 409,
      error: 'step-not-allowed',
    });
    const same = { version: 0, ...RESPOND, evidence: [evidence(1)] };
    const all = await Promise.all([
      of.step('head', id, same),
      of.step('head', id, { step: 'contest', version: 0, text: '不同意。' }),
      of.step('head', id, same),
    ]);
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
    for (const lost of all.filter(({ ok }) => !ok)) {
      expect(lost).toMatchObject({ status: 409, error: 'changed-meanwhile' });
    }
    const request = { step: 'overdue', version: 1 } as const;
    expect(await of.step('supervisor', id, request)).toMatchObject({ error: 'step-not-allowed' });
  });

  it('does the same request once', async () => {
    const { id } = (await of.opened()).supervision;
    const request = { version: 0, ...RESPOND, evidence: [evidence(1)] };
    const both = await Promise.all([1, 2].map(() => of.step('head', id, request, 'respond-once')));
    expect(both.map((one) => answered(one).supervision.version)).toEqual([1, 1]);
  });

  it('is steered where a remedy runs by the word of the supervision body, and nowhere else', async () => {
    const body = at.request();
    const { codeId } = answered(await at.as('officer').issueCode({ body }));
    const about = { codes: [codeId] };
    const { id } = (await of.opened(about)).supervision;
    const steer = { step: 'steer', version: 0, text: '已起诉。' } as const;
    expect(await of.step('supervisor', id, steer)).toMatchObject({ error: 'step-not-allowed' });
    answered(await of.remedy(body.caseNumber, 'pending', 'head'));
    expect((await of.read(id)).remedy).toBeNull();
    answered(await of.remedy(body.caseNumber, 'pending'));
    expect((await of.read(id)).remedy).toBe('suit');
    const respond = { version: 0, ...RESPOND, evidence: [evidence(1)] };
    expect(await of.step('head', id, respond)).toMatchObject({
      status: 409,
      error: 'remedy-pending',
    });
    expect(await of.open(about)).toMatchObject({ status: 409, error: 'remedy-pending' });
    const steered = answered(await of.step('supervisor', id, steer));
    expect(steered.supervision.state).toBe('steered');
  });

  it('is read by the authority that it is about, page by page, and by no other', async () => {
    const mine = await of.opened();
    const query = { authority: AUTHORITY };
    const pages: string[] = [];
    for (let after: string | null | undefined; after !== null; ) {
      const page = answered(
        await at
          .as('head')
          .listSupervisions({ query: { ...query, limit: '2', ...(after && { after }) } }),
      );
      expect(page.supervisions.length).toBeLessThanOrEqual(2);
      pages.push(...page.supervisions.map(({ supervision }) => supervision.id));
      after = page.next;
    }
    expect(pages.at(-1)).toBe(mine.supervision.id);
    expect(new Set(pages).size).toBe(pages.length);
    const other = { authority: OTHER };
    expect(await at.as('head').listSupervisions({ query: other })).toMatchObject({ status: 403 });
    expect(await at.as('supervisor').listSupervisions({ query: other })).toMatchObject({
      answer: { supervisions: [] },
    });
    const closed = answered(
      await at.as('head').listSupervisions({ query: { ...query, state: 'steered' } }),
    );
    expect(closed.supervisions.map(({ supervision }) => supervision.state)).toEqual(['steered']);
  });

  it.each(['督办函', '意见书', '决定书'] as const)(
    'is served as %s, a page by itself',
    async (instrument) => {
      const opinion = { ...opening('').opinion, instrument };
      const { id } = (await of.opened({ opinion })).supervision;
      const html = answered(await of.paper('head', id, 'instrument'));
      expect(html).toContain(`<h1>行政执法监督${instrument}</h1>`);
      expect(html).toContain('示司监意〔2026〕1号');
      expect(html).toContain(opinion.decision);
      expect(html).toContain('期限届满日为2026-12-04');
      for (const paper of ['submission', 'reply'] as const) {
        expect(await of.paper('supervisor', id, paper)).toMatchObject({
          status: 404,
          at: '/paper',
        });
      }
    },
  );

  it('is found when its period may be over, however many there are', async () => {
    const { reader } = at.running.service.database;
    const found = async (limit: number) => {
      const pages: SupervisionRow[][] = [];
      for (let after: SupervisionRow | undefined, more = true; more; ) {
        const page = await supervisions.runOut(reader, AUTHORITY, 'issued', '2099-01-01', {
          after,
          limit,
        });
        pages.push(page);
        after = page.at(-1);
        more = page.length === limit;
      }
      return pages.flat().map(({ id }) => id);
    };
    const all = await found(1000);
    expect(all.length).toBeGreaterThan(4);
    expect(await found(2)).toEqual(all);
    expect(await found(1)).toEqual(all);
  });

  it('tells the public of its end, and nothing before', async () => {
    const { id } = (await of.opened()).supervision;
    answered(await of.step('head', id, { version: 0, ...RESPOND, evidence: [evidence(1)] }));
    answered(
      await of.step('supervisor', id, {
        step: 'close',
        version: 1,
        text: '办结。',
        result: 'corrected',
      }),
    );
    const html = answered(await of.paper('head', id, 'reply'));
    expect(html).toContain('该机关已改正并书面反馈');
    expect(html).not.toContain(RESPOND.text);
  });

  it('tells the log no word, and takes no number that words could hide in', async () => {
    const { id } = (await of.opened()).supervision;
    answered(await of.step('head', id, { version: 0, ...RESPOND, evidence: [evidence(1)] }));
    const entered = JSON.stringify(
      (await of.events())
        .filter(({ kind }) => kind.startsWith('supervision'))
        .map(({ data }) => data),
    );
    expect(entered).toContain(id);
    expect(entered).not.toMatch(/罚款|裁量|改正|司法局|法规科|管理局/);
    for (const number of ['张三丰举报的案件', '示司监〔2026〕张三号', '示司监〔2026〕1号 张三']) {
      expect(await at.as('supervisor').openSupervision({ body: opening(number) })).toMatchObject({
        status: 400,
        at: '/body/number',
      });
    }
    const served = { ...opening('').opinion, served: '2026-11-23' };
    expect(await of.open({ opinion: served })).toMatchObject({
      status: 400,
      at: '/opinion/served',
    });
  });

  it('forgets what an erased entry said, and a step that had read it does not bring it back', async () => {
    const { supervision, place } = await of.opened({ evidence: [evidence(1)] });
    const { id } = supervision;
    answered(await of.step('head', id, { version: 0, ...RESPOND, evidence: [evidence(2)] }));
    const erase = async (index: number) =>
      answered(
        await at.as('supervisor').erase({
          body: {
            format: 'chidu-erasure/1',
            authority: AUTHORITY,
            year: place.year,
            index,
            ground: '依法删除',
          },
        }),
      );
    await erase(place.index);
    const kept = (await of.read(id)).supervision;
    expect(JSON.stringify(kept.opinions)).not.toContain('裁量');
    expect(kept.evidence.map(({ what }) => what)).toEqual(['（已依法删除）', '改正材料2']);
    expect(kept.steps[0]?.text).toBe(RESPOND.text);
    const close = { step: 'close', text: '办结。', result: 'corrected' } as const;
    expect(await of.step('supervisor', id, { ...close, version: 1 })).toMatchObject({
      error: 'changed-meanwhile',
    });
    const answer = (await of.events()).findLast(({ kind }) => kind === 'supervision-step');
    await erase(answer?.index ?? -1);
    answered(await of.step('supervisor', id, { ...close, version: 3 }));
    const { steps, evidence: papers } = (await of.read(id)).supervision;
    expect(JSON.stringify([steps[0], papers])).not.toContain('改正');
  });

  it('stands in the figures of the board as it was led through the service', async () => {
    const { clues, unread, supervisions: led } = mattersOf(await of.events());
    // The entry and the step that were erased.
    expect(unread.map(({ why }) => why)).toEqual(['erased', 'erased', 'refers-to-nothing']);
    const figure = new Map(matterFigures(clues, led).map((one) => [one.id, one]));
    const query = { authority: AUTHORITY, limit: '100' };
    const rows = answered(await at.as('supervisor').listSupervisions({ query })).supervisions;
    const states = Map.groupBy(rows, ({ supervision }) => supervision.state);
    expect(figure.get('board.supervisions')?.numerator).toBe(rows.length - 1);
    expect(figure.get('board.supervision-state[state=steered]')).toMatchObject({
      numerator: 1,
      in: states.get('steered')?.map(({ supervision }) => `${AUTHORITY}/${supervision.id}`),
    });
    for (const [state, of] of states) {
      const erased = state === 'closed' ? 1 : 0;
      expect(figure.get(`board.supervision-state[state=${state}]`)?.numerator).toBe(
        of.length - erased,
      );
    }
  });
});
