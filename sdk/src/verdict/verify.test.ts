import { beforeAll, describe, expect, it } from 'vitest';
import { type CodeStatus, readTrustList, signText, statusListBody } from '../codes/index.ts';
import { type SignedCase, signedCase } from './fixtures/signed-case.ts';
import type { DocumentMeta } from './payload-for.ts';
import { FINDINGS_EN } from './texts/en.ts';
import { FINDINGS_ZH } from './texts/zh.ts';
import type { Verdict } from './verdict.ts';
import { verify } from './verify.ts';
import { type LoadRule, type Trust, verifyWith } from './verify-with.ts';

const NOW = new Date('2026-11-21T03:00:00Z');

async function trustOf({ list, roots }: SignedCase): Promise<Trust> {
  const read = await readTrustList(list, { roots, now: NOW.getTime() });
  if (!read.ok) throw new Error(read.error);
  return { keys: read.keys, against: `list ${read.seq}`, nextUpdate: read.list.nextUpdate };
}

const serving =
  (bytes: Uint8Array | string | null): LoadRule =>
  async () =>
    bytes === null
      ? null
      : {
          bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
          from: 'rules.example',
        };

/** `signature:pass`, `rule:unknown:rule-not-found`, … */
const told = ({ steps }: Verdict) =>
  Object.fromEntries(
    steps.map(({ id, finding }) => [
      id,
      finding.state === 'pass' ? 'pass' : `${finding.state} ${finding.code}`,
    ]),
  );

const ALL_WELL = {
  trust: 'pass',
  code: 'pass',
  key: 'pass',
  signature: 'pass',
  rule: 'pass',
  replay: 'pass',
  log: 'unknown no-log',
  status: 'unknown no-status',
};
const NOT_CHECKED = 'unknown not-checked';
const UNSIGNED = {
  rule: NOT_CHECKED,
  replay: NOT_CHECKED,
  log: NOT_CHECKED,
  status: NOT_CHECKED,
};

describe('verify', () => {
  let signed: SignedCase;
  let trust: Trust;
  const check = (text: string, options: Partial<Parameters<typeof verify>[1]> = {}) =>
    verify(text, {
      trust,
      loadRule: serving(JSON.stringify(signed.rule)),
      now: () => NOW,
      ...options,
    });

  beforeAll(async () => {
    signed = await signedCase();
    trust = await trustOf(signed);
  });

  it('tells each step of a genuine code, when and against what', async () => {
    const verdict = await check(`https://fxjd.example.gov.cn/c#${signed.text}`);
    expect(told(verdict)).toEqual(ALL_WELL);
    expect(verdict.steps.map(({ id }) => id)).toEqual(Object.keys(ALL_WELL));
    expect(verdict.checkCode).toBe(signed.checkCode);
    expect(verdict.replayed?.band).toEqual(verdict.payload?.range);
    const rule = verdict.steps.find(({ id }) => id === 'rule');
    expect(rule).toMatchObject({
      at: '2026-11-21T03:00:00.000Z',
      against: `sha256 ${signed.hash} · rules.example`,
    });
  });

  it('says that the signature stands before it waits for the Rule, and only then', async () => {
    const order: string[] = [];
    const onSigned = (soFar: Verdict) => {
      order.push('signed');
      expect(told(soFar)).toEqual({
        ...UNSIGNED,
        trust: 'pass',
        code: 'pass',
        key: 'pass',
        signature: 'pass',
      });
      expect(soFar.rule).toBeNull();
    };
    const loadRule: LoadRule = async (hash) => {
      order.push('rule');
      return serving(JSON.stringify(signed.rule))(hash);
    };
    expect(told(await check(signed.text, { onSigned, loadRule }))).toEqual(ALL_WELL);
    expect(order).toEqual(['signed', 'rule']);
    const other = signed.text.replace(/.$/, (digit) => String((Number(digit) + 1) % 10));
    await check(other, { onSigned, loadRule });
    expect(order).toEqual(['signed', 'rule']);
  });

  it('accepts the Rule in any spelling of its JSON, from any host', async () => {
    const { format, ...rest } = signed.rule;
    const spelled = JSON.stringify({ ...rest, format }, null, 4);
    expect(told(await check(signed.text, { loadRule: serving(spelled) }))).toEqual(ALL_WELL);
  });

  it('lets no altered digit pass, and then says nothing about the rest', async () => {
    for (let at = 41; at < signed.text.length; at += 37) {
      const digit = (Number(signed.text[at]) + 1) % 10;
      const verdict = await check(signed.text.slice(0, at) + digit + signed.text.slice(at + 1));
      expect(verdict.payload).toBeNull();
      expect(verdict.steps.filter(({ finding }) => finding.state === 'fail')).toHaveLength(1);
      expect(told(verdict)).toMatchObject(UNSIGNED);
    }
  });

  it('says at which step a code was refused', async () => {
    const last = signed.text.slice(0, -3) + (signed.text.endsWith('000') ? '001' : '000');
    expect(told(await check('1'.padEnd(60, '9')))).toMatchObject({
      code: 'fail digits',
      key: NOT_CHECKED,
      signature: NOT_CHECKED,
    });
    expect(told(await check('示例'))).toMatchObject({ code: 'fail format', ...UNSIGNED });
    expect(told(await check(last))).toMatchObject({ code: 'pass', signature: 'fail signature' });
    const late = await signedCase({ meta: { issued: '2028-01-03' } });
    expect(told(await check(late.text, { trust: await trustOf(late) }))).toMatchObject({
      code: 'pass',
      signature: 'pass',
      key: 'fail key-window',
      ...UNSIGNED,
    });
  });

  it('tells a key that is not listed from a list that is not there', async () => {
    const unlisted = await signedCase({ unlisted: true });
    expect(told(await check(unlisted.text, { trust: await trustOf(unlisted) }))).toEqual({
      trust: 'pass',
      code: 'pass',
      key: 'fail unknown-key',
      signature: NOT_CHECKED,
      ...UNSIGNED,
    });
    const missing = { keys: null, why: 'trust-missing', against: '' } as const;
    const verdict = await check(signed.text, { trust: missing });
    expect(told(verdict)).toEqual({
      trust: 'unknown trust-missing',
      code: 'pass',
      key: 'unknown trust-missing',
      signature: NOT_CHECKED,
      ...UNSIGNED,
    });
    expect(verdict.checkCode).toBe(signed.checkCode);
  });

  it('goes on with a stale list, and says that it is stale', async () => {
    const stale = { ...trust, nextUpdate: '2026-11-21T02:59:59Z' } as Trust;
    expect(told(await check(signed.text, { trust: stale }))).toEqual({
      ...ALL_WELL,
      trust: 'unknown trust-stale',
    });
  });

  it('tells a Rule that is missing, out of reach, unreadable or another', async () => {
    const rule = (loadRule: LoadRule) => check(signed.text, { loadRule }).then(told);
    const unknown = (code: string) => ({
      ...ALL_WELL,
      rule: `unknown ${code}`,
      replay: NOT_CHECKED,
    });
    expect(await rule(serving(null))).toEqual(unknown('rule-not-found'));
    expect(await rule(() => Promise.reject(new Error('offline')))).toEqual(
      unknown('rule-unreachable'),
    );
    expect(await rule(serving('<!doctype html>'))).toEqual(unknown('rule-unreadable'));
    const lighter = structuredClone(signed.rule);
    Object.assign(lighter.benchmark.factors[0]?.options[1] ?? {}, { points: 1 });
    expect(await rule(serving(JSON.stringify(lighter)))).toMatchObject({
      signature: 'pass',
      rule: 'fail rule-hash',
      replay: NOT_CHECKED,
    });
  });

  it('keeps the Rule step when the arithmetic cannot be had', async () => {
    const verdict = await verifyWith(signed.text, {
      trust,
      loadRule: serving(JSON.stringify(signed.rule)),
      now: () => NOW,
      replay: () => null,
    });
    expect(told(verdict)).toEqual({ ...ALL_WELL, replay: 'unknown replay-unavailable' });
  });

  describe('with a status list', () => {
    const head = {
      authority: '11330106002489128X',
      period: '2026',
      seq: 3,
      issued: '2026-11-20T00:00:00Z',
      nextUpdate: '2026-11-22T00:00:00Z',
    };
    const statusOf = async (
      status: CodeStatus,
      change: Partial<typeof head> = {},
      meta: Partial<DocumentMeta> = { statusIndex: 77 },
    ) => {
      const issued = await signedCase({ meta });
      const body = statusListBody(
        { ...head, ...change },
        status === 'valid' ? [] : [[77, status]],
        128,
      );
      const bytes = await signText(body, [issued.signer]);
      const verdict = await check(issued.text, {
        trust: await trustOf(issued),
        loadStatus: async (authority, year) => {
          expect([authority, year]).toEqual([head.authority, head.period]);
          return { bytes, from: 'status.example' };
        },
      });
      const step = verdict.steps.find(({ id }) => id === 'status');
      return `${told(verdict).status} | ${step?.against}`;
    };

    it('tells what became of the code', async () => {
      const against = '| no. 3 · 2026-11-20 · status.example';
      expect(await statusOf('valid')).toBe(`pass ${against}`);
      expect(await statusOf('withdrawn')).toBe(`fail status-withdrawn ${against}`);
      expect(await statusOf('superseded')).toBe(`fail status-superseded ${against}`);
      expect(await statusOf('decided-differently')).toBe(
        `fail status-decided-differently ${against}`,
      );
    });

    it('does not take a list for what it is not', async () => {
      const stale = { nextUpdate: '2026-11-20T12:00:00Z' };
      expect(await statusOf('valid', stale)).toContain('unknown status-stale');
      expect(await statusOf('withdrawn', stale)).toContain('fail status-withdrawn');
      expect(await statusOf('valid', { period: '2025' })).toContain('unknown status-refused');
      expect(await statusOf('valid', { authority: '11330000002482002B' })).toContain(
        'unknown status-refused',
      );
      expect(await statusOf('valid', {}, {})).toContain('unknown no-status');
      expect(await statusOf('valid', {}, { statusIndex: 128 })).toContain('unknown status-refused');
    });
  });

  it('has a text for every finding in both languages', () => {
    expect(Object.keys(FINDINGS_EN).sort()).toEqual(Object.keys(FINDINGS_ZH).sort());
  });
});
