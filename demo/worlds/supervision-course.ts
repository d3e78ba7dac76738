import {
  openSupervision,
  type SupervisionActor,
  type SupervisionRequest,
  stepSupervision,
} from '@chidu/sdk/oversight/supervision';
import { addDays } from '@chidu/sdk/text';
import type { Bureau } from './bureau.ts';
import type { LogWriter } from './log-writer.ts';
import { workDaysAfter } from './work-days.ts';

/** What leads a case on: after how many working days, who, and what is done. */
type Act = readonly [
  days: number,
  by: SupervisionActor,
  request: Omit<SupervisionRequest, 'version'>,
];

const paper = (day: string, number: number) => ({
  number,
  what: '改正材料',
  source: '示例县',
  obtained: day,
  sha256: 'ab'.repeat(32),
  custody: [{ on: day, by: '示例县行政执法监督机构' }],
});

/** Ways that supervision cases go: corrected, explained after it was sent back, overdue and submitted, revoked, answered late. */
const COURSES: readonly ((day: string) => readonly Act[])[] = [
  (day) => [
    [6, 'head', { step: 'respond', text: '已改正。', evidence: [paper(day, 1)] }],
    [9, 'supervisor', { step: 'close', text: '办结。', result: 'corrected' }],
  ],
  (day) => [
    [8, 'head', { step: 'respond', text: '已说明。', evidence: [paper(day, 1)] }],
    [10, 'supervisor', { step: 'return', text: '说明不充分。', days: 5 }],
    [13, 'head', { step: 'respond', text: '已补充。', evidence: [paper(day, 2)] }],
    [15, 'supervisor', { step: 'close', text: '办结。', result: 'explained' }],
  ],
  () => [
    [11, 'service', { step: 'overdue' }],
    [13, 'supervisor', { step: 'submit', text: '已报送。' }],
  ],
  () => [
    [4, 'head', { step: 'contest', text: '不同意。' }],
    [7, 'supervisor', { step: 'revoke', text: '撤销。' }],
  ],
  (day) => [
    [11, 'service', { step: 'overdue' }],
    [12, 'head', { step: 'respond', text: '已改正。', evidence: [paper(day, 1)] }],
  ],
];

/**
 * 监督案件 from a clue that is worked on specially: every entry is what `@chidu/sdk/oversight/supervision` tells a log, and nothing is
 * drawn, so that the rest of a world stays as it was.
 */
export function enterSupervision(
  log: LogWriter,
  {
    lead,
    place,
    clue,
    on,
    number,
  }: {
    readonly lead: Bureau;
    readonly place: Bureau;
    readonly clue: string;
    readonly on: string;
    readonly number: number;
  },
): void {
  const year = on.slice(0, 4);
  const body = { code: lead.authority, name: '示例县行政执法监督机构' };
  let { supervision, data } = openSupervision(
    {
      id: `示监〔${year}〕${number}号`,
      supervisor: body.name,
      authority: { code: place.authority, name: '示例县执法机关' },
      case: null,
      situation: 'inaction',
      clue,
      bodies: { lead: body, support: [] },
      days: 10,
      opinion: {
        instrument: number % 3 === 0 ? '督办函' : '意见书',
        finding: '见线索。',
        reasoning: '见线索。',
        decision: '请改正并反馈。',
        served: on,
      },
      items: [],
      evidence: [],
    },
    { remedy: null },
  );
  const at = (day: string, hour: number) => Date.parse(`${day}T0${hour}:00:00Z`);
  const first = log.add({
    authority: place.authority,
    at: at(on, 7),
    kind: 'supervision',
    role: 'supervision',
    kid: lead.supervisor,
    data,
  });
  for (const [days, by, request] of COURSES[number % COURSES.length]?.(addDays(on, 1)) ?? []) {
    const day = workDaysAfter(on, days);
    const asked = { ...request, version: supervision.version };
    const stepped = stepSupervision(supervision, asked, by, { on: day, remedy: null });
    supervision = stepped.supervision;
    log.add({
      authority: place.authority,
      at: at(day, 8),
      kind: 'supervision-step',
      role: by === 'supervisor' ? 'supervision' : by,
      kid: by === 'supervisor' ? lead.supervisor : by === 'head' ? place.supervisor : null,
      refersTo: first,
      data: stepped.data,
    });
  }
}
