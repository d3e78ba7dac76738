import { readFile } from 'node:fs/promises';
import { generateOfficerKey, keyRing, verifyCode, webCryptoSigner } from '@chidu/sdk/codes';
import { assess, type Case } from '@chidu/sdk/discretion';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FieldId } from '../adapters/adapter.ts';
import type { CaseField } from '../judge/merge-frames.ts';
import type { IssuedCode } from '../platform/database.ts';
import { EMPTY_DRAFT } from './draft.ts';
import type { ServiceAnswer, ServiceIssue } from './issue-at-service.ts';
import { type IssuePorts, type IssueRequest, issueCode } from './issue-code.ts';
import { loadRuleBook, ruleFor } from './rule-book.ts';

const packs = new URL('../../sdk/packs/', import.meta.url);
const AUTHORITY = '11990100MB0A00018B';
const NOW = new Date('2026-11-21T02:00:00Z');

const reading = (value: number): ReadonlyMap<FieldId, CaseField> =>
  new Map([
    [
      'facts.goodsValue',
      {
        field: 'facts.goodsValue',
        state: 'read',
        value,
        found: { by: 'label', where: '货值金额', raw: '', unit: '', hidden: false },
        healed: false,
        adapter: 'a',
        frame: 'mainFrame',
        at: '',
      },
    ],
  ]);

let request: IssueRequest;
let ports: IssuePorts;
let recorded: IssuedCode[];

beforeAll(async () => {
  const book = await loadRuleBook((file) => readFile(new URL(file, packs), 'utf8'));
  const found = ruleFor(book, 'food-unlicensed-operation', '2026-09-07', '2026-11-21');
  if (!found.ok) return expect.fail(found.reason);
  const { rule } = found;
  const case_: Case = {
    format: 'chidu-case/1',
    violation: 'food-unlicensed-operation',
    actDate: '2026-09-07',
    decisionDate: '2026-11-21',
    party: { kind: 'entity' },
    facts: { goodsValue: 1_000_000 },
    grounds: [],
    factors: Object.fromEntries(
      rule.benchmark.factors.map(({ id, options }) => [id, options[1]?.id ?? '']),
    ),
  };
  const signer = await webCryptoSigner(await generateOfficerKey());
  request = {
    case: case_,
    rule,
    assessment: assess(case_, rule),
    readings: reading(1_000_000),
    draft: { ...EMPTY_DRAFT, groundsExamined: true },
    caseNumber: '兰市监案〔2026〕138号',
    document: '兰市监罚告〔2026〕138号',
    settings: {
      language: 'zh',
      authority: { name: '', code: AUTHORITY },
      officer: { name: '', number: '3301' },
      portal: 'https://fxjd.example.gov.cn',
      service: '',
      trustList: '',
      roots: null,
      adaptersOff: [],
    },
    listItems: [],
    takeOver: null,
  };
  recorded = [];
  ports = {
    reread: async () => reading(1_000_000),
    service: null,
    signer: async () => signer,
    current: async () => null,
    record: async (code) => {
      recorded.push(code);
    },
    now: () => NOW,
  };
});

const refusal = async (change: Partial<IssueRequest>, other: Partial<IssuePorts> = {}) => {
  const issued = await issueCode({ ...request, ...change }, { ...ports, ...other });
  return issued.ok ? 'issued' : issued.refusal;
};

/** The officer's key as a trust list would hold it. */
async function keys() {
  const signer = (await ports.signer()) ?? expect.fail('no signer');
  return keyRing([
    {
      alg: signer.alg,
      spki: signer.spki,
      authorities: [AUTHORITY],
      role: 'officer-provisional',
      notBefore: 20260101,
      notAfter: 20261231,
      revokedAt: null,
    },
  ]);
}

describe('issuing a code', () => {
  it('binds the suggestion, the officer and the document, and any verifier accepts it', async () => {
    const issued = await issueCode(request, ports);
    if (!issued.ok) return expect.fail(issued.refusal.reason);
    const { code } = issued;
    expect(recorded).toEqual([code]);
    expect(code).toMatchObject({ fine: request.assessment.suggestion, departure: null });
    const checked = await verifyCode(code.text, await keys());
    if (!checked.ok) return expect.fail(checked.error);
    expect(checked.payload).toMatchObject({
      authority: AUTHORITY,
      document: '兰市监罚告〔2026〕138号',
      issued: 20261121,
      fine: request.assessment.suggestion,
      officer: 3301,
    });
    expect(checked.checkCode).toBe(code.checkCode);
  });

  it('names the code it replaces', async () => {
    const [first] = recorded;
    const again = await issueCode(request, { ...ports, current: async () => first ?? null });
    if (!again.ok) return expect.fail(again.refusal.reason);
    const checked = await verifyCode(again.code.text, await keys());
    if (!checked.ok) return expect.fail(checked.error);
    const corrects = Buffer.from(checked.payload.corrects ?? []).toString('hex');
    expect(corrects).toBe(first?.codeId.slice(0, 16));
  });

  it('refuses when the page shows something else at this moment, or nothing at all', async () => {
    const changed = { reason: 'page-changed', fields: ['facts.goodsValue'] };
    expect(await refusal({}, { reread: async () => reading(999_900) })).toEqual(changed);
    expect(await refusal({}, { reread: async () => new Map() })).toEqual(changed);
  });

  it('refuses a fine outside the band, and one that departs without a reason', async () => {
    const { band, suggestion } = request.assessment;
    const as = (fine: string, departure = '') => ({
      draft: { ...request.draft, fine, departure },
    });
    const yuan = (fen: number) => String(fen / 100);
    expect(await refusal(as(yuan((band?.max ?? 0) + 100)))).toEqual({
      reason: 'refused',
      codes: ['bind-fine'],
    });
    expect(await refusal(as('约十万'))).toEqual({ reason: 'fine-text' });
    const other = yuan(suggestion === band?.max ? (band?.min ?? 0) : (band?.max ?? 0));
    expect(await refusal(as(other))).toEqual({ reason: 'departure-unexplained' });
    const issued = await issueCode({ ...request, ...as(other, '当事人隐瞒进货票据') }, ports);
    expect(issued.ok && issued.code.departure).toEqual({
      suggested: suggestion,
      reason: '当事人隐瞒进货票据',
    });
  });

  it('keeps the code of a lost answer with what was decided then, and issues nothing else', async () => {
    const signed = await issueCode(request, ports);
    if (!signed.ok) return expect.fail('not signed');
    recorded = [];
    const { codeId, checkCode, text } = signed.code;
    const answers: string[][] = [];
    const found = await refusal(
      {
        draft: {
          ...request.draft,
          fine: String(((signed.code.fine ?? 0) + 100) / 100),
          departure: '另有情节须考虑',
        },
      },
      {
        service: async () => ({
          ok: false,
          error: 'issued-before',
          before: {
            code: {
              ok: true,
              id: codeId,
              checkCode,
              text: text.slice(text.indexOf('#') + 1),
              answers: ['r1'],
            },
            issue: {
              authority: AUTHORITY,
              document: request.document,
              documentKind: 1,
              fine: signed.code.fine ?? 0,
              departure: null,
              suggested: null,
            },
          },
        }),
        record: async (code, ids) => {
          recorded.push(code);
          answers.push([...ids]);
        },
      },
    );
    expect(found).toMatchObject({
      reason: 'issued-before',
      code: { codeId, fine: signed.code.fine },
    });
    expect(recorded.map((code) => code.text)).toEqual([text]);
    expect(answers).toEqual([['r1']]);
  });

  it('names a live code that it does not know, and sends why it is taken over', async () => {
    recorded = [];
    const sent: ServiceIssue['replaces'][] = [];
    const service = async ({ replaces }: ServiceIssue): Promise<ServiceAnswer> => {
      sent.push(replaces);
      return { ok: false, error: 'live-code', live: 'aa'.repeat(16) };
    };
    expect(await refusal({}, { service })).toEqual({
      reason: 'live-code',
      codeId: 'aa'.repeat(16),
    });
    const takeOver = {
      codeId: 'aa'.repeat(16),
      why: 'handed-over' as const,
      reason: '原承办人调离',
    };
    await refusal({ takeOver }, { service });
    expect(sent).toEqual([null, takeOver]);
    expect(recorded).toEqual([]);
  });

  it('refuses without key, document number, case number or settings', async () => {
    expect(await refusal({}, { signer: async () => null })).toEqual({ reason: 'no-key' });
    expect(await refusal({ document: ' ' })).toEqual({ reason: 'no-document' });
    expect(await refusal({ caseNumber: '' })).toEqual({ reason: 'no-case-number' });
    expect(await refusal({ settings: { ...request.settings, portal: '' } })).toEqual({
      reason: 'no-settings',
    });
  });

  it('signs nothing while the case is undecided', async () => {
    const { grounds: _, ...open } = request.case;
    const undecided = { case: open, assessment: assess(open, request.rule) };
    expect(await refusal(undecided)).toEqual({ reason: 'refused', codes: ['bind-undecided'] });
  });
});
