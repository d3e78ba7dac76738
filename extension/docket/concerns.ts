import type { Label } from '@chidu/sdk/deadlines';
import type { Docket } from './docket.ts';
import { dueIn } from './due.ts';
import { STEPS } from './steps.ts';

/** What somebody should look at: each is a question to a person, not a verdict. */
export interface Concern {
  readonly id: 'paper-changed' | 'step-skipped' | 'stalled' | 'number-vanished';
  /** What it is about: a document number, a step, a period. */
  readonly about: string;
  readonly text: Label;
}

/** A case with a step still due that nothing was seen of for so long. */
const STALLED_DAYS = 30;

/**
 * Altered papers, skipped steps and cases that stall, from what was seen. `vanished`: the page where this case was read
 * shows it no longer.
 */
export function concerns(
  docket: Docket,
  at: { readonly today: string; readonly field: string | null; readonly vanished: boolean },
): Concern[] {
  const found: Concern[] = [];
  for (const [document, { changedAt }] of Object.entries(docket.papers))
    if (changedAt !== null)
      found.push({
        id: 'paper-changed',
        about: document,
        text: {
          zh: `文书${document}在签发监督码后被改动（${day(changedAt)}发现）`,
          en: `${document} was changed after its code was issued (noticed ${day(changedAt)})`,
        },
      });
  for (const [index, step] of STEPS.entries()) {
    if (docket.steps[step.id]?.day !== null) continue;
    const later = STEPS.slice(index + 1).find(({ id }) => docket.steps[id]?.day);
    // 缴款 may follow 结案 approval in files that are closed for other reasons; the check list says so in detail.
    if (later && step.id !== 'paid')
      found.push({
        id: 'step-skipped',
        about: step.id,
        text: {
          zh: `“${step.label.zh}”日期为空，而“${later.label.zh}”已有日期`,
          en: `“${step.label.en}” has no day, but “${later.label.en}” has`,
        },
      });
  }
  const { deadlines } = dueIn(docket, { procedure: 'ordinary', field: at.field ?? '' }, at.today);
  for (const { period, state, due } of deadlines)
    if (state === 'late' && period.who !== 'party' && due.state === 'day' && isWatched(period.id))
      found.push({
        id: 'stalled',
        about: period.id,
        text: {
          zh: `${period.label.zh}的期限已于${due.day}届满，页面上未见办理`,
          en: `${period.label.en}: the time ran out on ${due.day}, and no page shows it done`,
        },
      });
  if (found.every(({ id }) => id !== 'stalled') && idleDays(docket, at.today) > STALLED_DAYS)
    found.push({
      id: 'stalled',
      about: 'idle',
      text: {
        zh: `最近一个步骤距今已超过${STALLED_DAYS}日，案件未结`,
        en: `More than ${STALLED_DAYS} days since the last step, and the case is open`,
      },
    });
  if (at.vanished)
    found.push({
      id: 'number-vanished',
      about: docket.caseNumber,
      text: {
        zh: `原来显示案件${docket.caseNumber}的页面已不再显示该案`,
        en: `The page that showed case ${docket.caseNumber} shows it no longer`,
      },
    });
  return found;
}

/** Periods whose end a case page shows; of others nothing is known. */
const isWatched = (period: string): boolean => ['decide', 'serve'].includes(period);

/** Days since the last step, for a case that is neither closed nor without any step. */
function idleDays({ steps }: Docket, today: string): number {
  if (steps.closed?.day) return 0;
  const last = Object.values(steps)
    .flatMap(({ day }) => day ?? [])
    .sort()
    .at(-1);
  return last ? (Date.parse(today) - Date.parse(last)) / 86_400_000 : 0;
}

const day = (at: string): string => at.slice(0, 10);
