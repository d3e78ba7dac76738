import type { FactDefinition } from '@chidu/sdk/rules';
import { describe, expect, it } from 'vitest';
import type { FieldId } from '../adapters/adapter.ts';
import type { CaseField } from '../judge/merge-frames.ts';
import type { FieldValue } from '../locate/reading.ts';
import { caseOf, formFields } from './case-form.ts';
import { type Draft, EMPTY_DRAFT, withGround, withTyped, withViolation } from './draft.ts';

const FACTS: readonly FactDefinition[] = [
  { number: 1, id: 'goodsValue', type: 'fen', label: { zh: '货值金额' }, min: 0 },
  { number: 6, id: 'serious', type: 'bool', label: { zh: '情节严重' } },
  {
    number: 10,
    id: 'partyType',
    type: 'enum',
    label: { zh: '当事人类型' },
    values: [{ number: 1, id: 'individual', label: { zh: '个人' } }],
  },
];

const readings = (values: Partial<Record<FieldId, FieldValue>>): ReadonlyMap<FieldId, CaseField> =>
  new Map(
    Object.entries(values).map(([field, value]) => [
      field as FieldId,
      {
        field: field as FieldId,
        state: 'read',
        value,
        found: { by: 'label', where: field, raw: String(value), unit: '', hidden: false },
        healed: false,
        frame: 'mainFrame',
        at: '2026-11-21T01:00:00Z',
      } as CaseField,
    ]),
  );
const PAGE = readings({
  caseNumber: '兰市监案〔2026〕1号',
  partyKind: 'entity',
  actDate: '2026-09-07',
  'facts.goodsValue': 1_000_000,
});
const clock = { today: '2026-11-21', at: '2026-11-21T02:00:00Z' };
const made = (draft: Draft, page = PAGE) =>
  caseOf('food-unlicensed-operation', formFields(page, draft, FACTS), draft, clock);

describe('the case as it stands', () => {
  it('holds what was read, with where it came from, and nothing for what is unknown', () => {
    const case_ = made(EMPTY_DRAFT);
    expect(case_).toMatchObject({
      actDate: '2026-09-07',
      decisionDate: '2026-11-21',
      party: { kind: 'entity' },
      facts: { goodsValue: 1_000_000 },
      origins: { 'facts.goodsValue': { kind: 'page', locator: 'label:facts.goodsValue' } },
    });
    expect(Object.keys(case_?.facts ?? {})).toEqual(['goodsValue']);
    expect(case_).not.toHaveProperty('grounds');
  });

  it('lets a typed value stand instead of the read one, and says so', () => {
    const draft = withTyped(EMPTY_DRAFT, 'facts.goodsValue', '３７，５００元');
    expect(made(draft)).toMatchObject({
      facts: { goodsValue: 3_750_000 },
      origins: { 'facts.goodsValue': { kind: 'typed' } },
    });
    expect(made(withTyped(draft, 'facts.goodsValue', ''))).toEqual(made(EMPTY_DRAFT));
  });

  it('has no value for what was typed wrongly, not even the one on the page', () => {
    const draft = withTyped(EMPTY_DRAFT, 'facts.goodsValue', '约三万');
    expect(made(draft)?.facts).toEqual({});
    const [field] = formFields(PAGE, draft, FACTS).filter(({ id }) => id === 'facts.goodsValue');
    expect(field).toMatchObject({ value: null, problem: 'amount-vague' });
  });

  it('is none without the end of the act or the kind of party, or with a wrong decision date', () => {
    expect(made(EMPTY_DRAFT, readings({ partyKind: 'entity' }))).toBeNull();
    expect(made(EMPTY_DRAFT, readings({ actDate: '2026-09-07' }))).toBeNull();
    expect(made(withTyped(EMPTY_DRAFT, 'decisionDate', '2026-13-01'))).toBeNull();
  });

  it('asks for the kind of party once, and for an age only of a person', () => {
    const ids = (page: typeof PAGE) => formFields(page, EMPTY_DRAFT, FACTS).map(({ id }) => id);
    expect(ids(PAGE)).not.toContain('facts.partyType');
    expect(ids(PAGE)).not.toContain('partyAge');
    expect(ids(readings({ partyKind: 'individual' }))).toContain('partyAge');
  });

  it('knows no grounds until they were examined', () => {
    const found = withGround(EMPTY_DRAFT, 'coerced', true);
    expect(made(found)).not.toHaveProperty('grounds');
    expect(made({ ...found, groundsExamined: true })).toMatchObject({ grounds: ['coerced'] });
  });

  it('forgets grounds and factors when another violation is chosen', () => {
    const draft = { ...withGround(EMPTY_DRAFT, 'coerced', true), factors: { harm: 'none' } };
    expect(withViolation(draft, 'ad-false')).toMatchObject({
      typed: { violation: 'ad-false' },
      grounds: [],
      factors: {},
    });
  });
});
