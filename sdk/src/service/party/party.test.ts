import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Issued } from '../../api/index.ts';
import { partyCommitment, toHex } from '../../codes/index.ts';
import { AUTHORITY, answered, type Running, runService } from '../fixtures/running.ts';
import { detailFor, TICK } from './detail.ts';

const NAME = '示例食品店';
const NUMBER = '92330106MA0000000X';
const DOCUMENT = JSON.stringify({ facts: '示例事实' });

let at: Running;
beforeAll(async () => {
  at = await runService();
});
afterAll(() => at.close());

async function withDetail(from: Running = at): Promise<Issued> {
  const salt = new Uint8Array(randomBytes(8));
  const party = { salt: toHex(salt), commitment: toHex(partyCommitment(salt, NAME, NUMBER)) };
  const detail = { type: 'application/json', content: Buffer.from(DOCUMENT).toString('base64') };
  return answered(await from.as('officer').issueCode({ body: from.request({ party, detail }) }));
}

describe('the detail document', () => {
  const nothing = { content: null, type: null };

  it('is given to whoever names the party', async () => {
    const { text } = await withDetail();
    const ask = { code: text, name: ` ${NAME}`, idNumber: NUMBER.toLowerCase() };
    const { content, type } = answered(await at.party.detail({ body: ask }));
    expect(Buffer.from(content ?? '', 'base64').toString()).toBe(DOCUMENT);
    expect(type).toBe('application/json');
  });

  it('is refused in one shape, whatever was wrong, and no later for one reason than for another', async () => {
    const { text } = await withDetail();
    const plain = answered(await at.as('officer').issueCode({ body: at.request() }));
    const cases = {
      name: { code: text, name: '另一家', idNumber: NUMBER },
      number: { code: text, name: NAME, idNumber: '92330106MA0000001X' },
      'no party': { code: plain.text, name: NAME, idNumber: NUMBER },
      'no code': { code: text.replace(/\d{3}$/, '000'), name: NAME, idNumber: NUMBER },
      'long name': { code: text, name: '长'.repeat(120), idNumber: NUMBER },
    };
    for (const body of Object.values(cases)) {
      expect(await at.party.detail({ body })).toEqual({ ok: true, status: 200, answer: nothing });
    }
    // How long each would wait beside how long it worked: all leave on a tick, whatever there was to do.
    for (const body of [...Object.values(cases), { code: text, name: NAME, idNumber: NUMBER }]) {
      const looks: number[] = [];
      let [worked, waited] = [0, 0];
      const pause = async (ms: number) => {
        worked = (looks.at(-1) ?? 0) - (looks[0] ?? 0);
        waited = ms;
      };
      // A clock of its own: this machine may do other things in between.
      const clock = vi.spyOn(performance, 'now').mockImplementation(() => {
        looks.push(1000 + looks.length * 83.75);
        return looks.at(-1) ?? 0;
      });
      await detailFor({ ...at.running.service, pause }, body);
      clock.mockRestore();
      expect(worked).toBeGreaterThan(0);
      expect(waited).toBeGreaterThan(0);
      expect((worked + waited) % TICK).toBe(0);
    }
  });

  it('is closed after five attempts in an hour, the right one included, and opens in the next hour', async () => {
    const fresh = await runService();
    const { text } = await withDetail(fresh);
    const right = { code: text, name: NAME, idNumber: NUMBER };
    const wrong = { ...right, name: '另一家' };
    for (let attempt = 0; attempt < 5; attempt += 1) {
      expect(answered(await fresh.party.detail({ body: wrong }))).toEqual(nothing);
    }
    expect(answered(await fresh.party.detail({ body: right }))).toEqual(nothing);
    fresh.clock.now += 3_600_000;
    expect(answered(await fresh.party.detail({ body: right })).content).not.toBeNull();
    await fresh.close();
  });
});

describe('look-up', () => {
  it('finds a code by what stands beside it, as the widget asks', async () => {
    const body = at.request();
    const issued = answered(await at.as('officer').issueCode({ body }));
    const { checkCode } = issued;
    const found = await at.party.lookUp({
      query: {
        document: body.document.replace('〔2026〕', '[2026]'),
        checkCode: checkCode.replaceAll('-', ' '),
      },
    });
    expect(answered(found)).toBe(issued.text);
    const wrong = await at.party.lookUp({
      query: { document: body.document, checkCode: '000000000000' },
    });
    expect(wrong).toMatchObject({ status: 404, error: 'not-found' });
    expect(await at.party.lookUp({ query: { document: '　', checkCode } })).toMatchObject({
      status: 404,
    });
  });

  it('stops whoever tries the digits of one document', async () => {
    const document = '示市监罚告〔2026〕试号';
    const tries = Array.from({ length: 22 }, (_, digit) =>
      at.party.lookUp({ query: { document, checkCode: String(digit).padStart(12, '0') } }),
    );
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(2);
  });
});

it('enters the first view once and without who it was', async () => {
  const issued = answered(await at.as('officer').issueCode({ body: at.request() }));
  const body = { code: issued.text };
  const views = await Promise.all([1, 2, 3].map(() => at.party.viewCode({ body })));
  const times = new Set(views.map((view) => answered(view).firstViewedAt));
  expect(times.size).toBe(1);
  const { events } = answered(
    await at.as('auditor').listEvents({ query: { authority: AUTHORITY, year: '2026' } }),
  );
  const seen = events.filter(
    ({ kind, codeId }) => kind === 'first-viewed' && codeId === issued.codeId,
  );
  expect(seen).toMatchObject([{ role: 'party', kid: null, data: {} }]);
});
