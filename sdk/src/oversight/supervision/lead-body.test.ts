import { expect, it } from 'vitest';
import { ChiduError } from '../../errors.ts';
import { EVENT_DATA } from '../events/event-data.ts';
import { loadSupervision, openSupervision, stepSupervision } from './index.ts';

const JUSTICE = { code: '11330106MB0000001X', name: '示例区司法局' };
const AUDIT = { code: '11330106MB0000002X', name: '示例区审计局' };
const PETITIONS = { code: '11330106MB0000003X', name: '示例区信访局' };

const opened = (bodies = { lead: JUSTICE, support: [AUDIT] }) =>
  openSupervision(
    {
      id: '示司监〔2026〕3号',
      supervisor: '示例区司法局',
      authority: { code: '11330106002489128X', name: '示例区市场监督管理局' },
      case: null,
      codes: ['ab'.repeat(32)],
      situation: 'inaction',
      clue: null,
      bodies,
      days: 10,
      opinion: {
        instrument: '督办函',
        finding: '投诉满十五个工作日未核查。',
        reasoning: '超过核查期限。',
        decision: '请核查并书面反馈。',
        served: '2026-10-12',
      },
      items: [],
      evidence: [],
    },
    { remedy: null },
  );
const at = { on: '2026-10-13', remedy: null };
const codeOf = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    return error instanceof ChiduError ? error.code : error;
  }
  return null;
};

it('has one lead body at a time, and every change of it leaves a trace', () => {
  const { supervision, data } = opened();
  expect(EVENT_DATA.supervision.parse(data)).toMatchObject({
    lead: JUSTICE.code,
    support: [AUDIT.code],
    about: { codes: ['ab'.repeat(32)] },
  });
  const bodies = { lead: AUDIT, support: [JUSTICE, PETITIONS] };
  const request = { step: 'lead', version: 0, text: '由审计局牵头。', bodies } as const;
  const changed = stepSupervision(supervision, request, 'supervisor', at);
  expect(changed.supervision).toMatchObject({
    bodies,
    state: 'issued',
    due: supervision.due,
    from: supervision.from,
    steps: [{ step: 'lead', state: 'issued', bodies }],
  });
  expect(EVENT_DATA['supervision-step'].parse(changed.data)).toEqual({
    supervision: supervision.id,
    step: 'lead',
    state: 'issued',
    lead: AUDIT.code,
    support: [JUSTICE.code, PETITIONS.code],
  });
  expect(loadSupervision(changed.supervision)).toEqual({ ok: true, value: changed.supervision });
  // Of two who change it at once, one has read another version.
  const again = () => stepSupervision(changed.supervision, request, 'supervisor', at);
  expect(codeOf(again)).toBe('changed-meanwhile');
});

it('refuses a body with two parts, a change by another step, and one by the supervised', () => {
  const { supervision } = opened();
  const doubled = { lead: AUDIT, support: [PETITIONS, AUDIT] };
  expect(codeOf(() => opened(doubled))).toBe('given-twice');
  const step = (more: object, by: 'supervisor' | 'head' = 'supervisor') =>
    codeOf(() =>
      stepSupervision(
        supervision,
        { step: 'lead', version: 0, text: '变更。', bodies: doubled, ...more },
        by,
        at,
      ),
    );
  const bodies = { lead: AUDIT, support: [] };
  expect(step({})).toBe('given-twice');
  expect(step({ bodies: undefined })).toBe('step-incomplete');
  expect(step({ bodies }, 'head')).toBe('step-not-allowed');
  expect(step({ step: 'contest', bodies }, 'head')).toBe('contradiction');
});
