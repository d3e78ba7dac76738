import { stateCalendar } from '../../deadlines/index.ts';
import { ChiduError } from '../../errors.ts';
import type { SupervisionStepData } from '../events/event-data.ts';
import { SUPERVISION_STEPS, type SupervisionActor, type SupervisionStep } from './flow.ts';
import {
  type DueOptions,
  dueNow,
  dueOf,
  type RunningRemedy,
  refuseDays,
  refuseTwice,
  refuseTwoParts,
  toldBodies,
} from './open-supervision.ts';
import type { Bodies, Opinion, SupervisionCase, SupervisionEvidence } from './supervision-case.ts';

export interface SupervisionRequest {
  readonly step: SupervisionStep;
  /** Version that was read. */
  readonly version: number;
  readonly text?: string;
  /** Working days anew, 1 to 180, counted from the day of the step; with an `opinion` from its service. */
  readonly days?: number;
  /** Handed in with it, with numbers that are not used yet. */
  readonly evidence?: readonly SupervisionEvidence[];
  /** Items that it closes, each with the numbers of its evidence: a step of the supervisor alone. */
  readonly items?: readonly { readonly number: number; readonly evidence: readonly number[] }[];
  /** `close`. */
  readonly result?: 'corrected' | 'explained';
  /** `lead`: who leads and who supports from now on. */
  readonly bodies?: Bodies;
  /** `escalate`; `reopen`, and always where the case was revoked. */
  readonly opinion?: Opinion;
}

export interface SupervisionAt extends DueOptions {
  /** Day of the step. */
  readonly on: string;
  /** What runs against the case of the authority, by the word of the supervision body; null: it was looked up, and nothing does. */
  readonly remedy: RunningRemedy | null;
}

const STRENGTH = ['督办函', '意见书', '决定书'];

/**
 * One step on a supervision case, and what the log is told of it.
 *
 * A case is closed on a recorded response only, which needs evidence, and never while an item of its list is open. The authority
 * hands in evidence; whether it closes an item is the supervisor's word.
 * While reconsideration or a suit runs, the one step left is to steer there (行政执法监督条例 33(3)); while none does, there is
 * nowhere to steer to.
 *
 * @throws {ChiduError} `changed-meanwhile`, `remedy-pending`, `step-not-allowed` from this state, by this role or before its
 * time, or for items closed by another, `step-incomplete` with what is missing, `unknown-reference` for an item or evidence that is
 * not there, `given-twice`, `contradiction` for bodies with another step than `lead`, `schema` for days beyond 1 to 180.
 */
export function stepSupervision(
  supervision: SupervisionCase,
  request: SupervisionRequest,
  by: SupervisionActor,
  { on, remedy, calendar = stateCalendar() }: SupervisionAt,
): { readonly supervision: SupervisionCase; readonly data: SupervisionStepData } {
  const { step, version, text, days, bodies } = request;
  const known = dueNow(supervision, calendar);
  mayStep({ ...supervision, ...known }, request, by, { on, remedy });
  if (days !== undefined) refuseDays(days);
  if (bodies) refuseTwoParts(bodies);
  const added = request.evidence ?? [];
  const evidence = [...supervision.evidence, ...added];
  refuseTwice(evidence);
  const items = closeItems(supervision, request, evidence, on);
  complete(supervision, request, items);
  const to = SUPERVISION_STEPS[step].to ?? supervision.state;
  const result = step === 'close' ? request.result : undefined;
  const opinion = step === 'escalate' || step === 'reopen' ? request.opinion : undefined;
  const from = opinion?.served ?? on;
  const set =
    days === undefined || SUPERVISION_STEPS[step].to !== 'issued'
      ? null
      : dueOf(from, days, calendar);
  const told = set ?? (supervision.due === null && known.due !== null ? known : null);
  const shown = [...new Set([...added.map(({ number }) => number), ...itemEvidence(request)])].sort(
    (a, b) => a - b,
  );
  return {
    supervision: {
      ...supervision,
      ...(set ? { ...set, days: days as number, from } : known),
      opinions: opinion ? [...supervision.opinions, opinion] : supervision.opinions,
      ...(bodies && { bodies }),
      items,
      evidence,
      state: to,
      version: version + 1,
      steps: [
        ...supervision.steps,
        {
          step,
          on,
          state: to,
          text: text ?? null,
          result: result ?? null,
          evidence: shown,
          ...(bodies && { bodies }),
        },
      ],
    },
    data: {
      supervision: supervision.id,
      step,
      state: to,
      ...(result && { result }),
      ...(step === 'steer' && remedy && { remedy }),
      ...(bodies && toldBodies(bodies)),
      ...(opinion && { instrument: opinion.instrument }),
      ...(added.length > 0 && { evidence: added.length }),
      ...(told && { due: told.due }),
    },
  };
}

function mayStep(
  { version, state, due }: SupervisionCase,
  { step, version: read, bodies }: SupervisionRequest,
  by: SupervisionActor,
  { on, remedy }: { readonly on: string; readonly remedy: RunningRemedy | null },
): void {
  if (read !== version) {
    throw new ChiduError('changed-meanwhile', 'read the supervision case again', {
      fields: { version },
    });
  }
  const { by: allowed, from } = SUPERVISION_STEPS[step];
  const early = step === 'overdue' && (due === null || on <= due);
  const nowhere = step === 'steer' && remedy === null;
  if (by !== allowed || !(from as readonly string[]).includes(state) || early || nowhere) {
    throw new ChiduError('step-not-allowed', `${step} does not lead on from ${state}`, {
      fields: { state, step, role: by },
    });
  }
  if (remedy !== null && step !== 'steer') {
    throw new ChiduError('remedy-pending', 'reconsideration or a suit runs: steer there', {
      fields: { remedy },
    });
  }
  if (bodies && step !== 'lead') {
    throw new ChiduError('contradiction', 'bodies are changed by a step of its own', {
      at: '/bodies',
    });
  }
}

const itemEvidence = ({ items = [] }: SupervisionRequest): number[] =>
  items.flatMap(({ evidence }) => evidence);

function closeItems(
  supervision: SupervisionCase,
  { step, items: closing = [] }: SupervisionRequest,
  evidence: readonly SupervisionEvidence[],
  on: string,
): SupervisionCase['items'] {
  if (closing.length > 0 && SUPERVISION_STEPS[step].by !== 'supervisor') {
    throw new ChiduError('step-not-allowed', 'items are closed by the supervisor', {
      at: '/items',
    });
  }
  const known = new Set(evidence.map(({ number }) => number));
  const seen = new Set<number>();
  closing.forEach((one, i) => {
    const at = `/items/${i}`;
    if (seen.has(one.number)) {
      throw new ChiduError('given-twice', `item ${one.number} stands twice`, { at });
    }
    seen.add(one.number);
    const item = supervision.items.find(({ number }) => number === one.number);
    if (item === undefined || item.closed !== null) {
      throw new ChiduError('unknown-reference', `no open item ${one.number}`, { at });
    }
    if (one.evidence.length === 0) {
      throw new ChiduError('step-incomplete', 'an item is closed by evidence', {
        at: `${at}/evidence`,
        fields: { missing: ['evidence'] },
      });
    }
    const missing = one.evidence.find((number) => !known.has(number));
    if (missing !== undefined) {
      throw new ChiduError('unknown-reference', `no evidence ${missing}`, { at: `${at}/evidence` });
    }
  });
  return supervision.items.map((item) => {
    const done = closing.find(({ number }) => number === item.number);
    return done ? { ...item, closed: { on, evidence: [...done.evidence] } } : item;
  });
}

function complete(
  supervision: SupervisionCase,
  request: SupervisionRequest,
  items: SupervisionCase['items'],
): void {
  const { step, opinion } = request;
  const { state } = supervision;
  const missing: string[] = SUPERVISION_STEPS[step].needs.filter((name) => {
    if (name === 'instrument') return opinion === undefined;
    const value = request[name];
    return value === undefined || (Array.isArray(value) && value.length === 0);
  });
  if (step === 'close' && items.some(({ closed }) => closed === null)) missing.push('items');
  if (step === 'reopen' && state === 'revoked' && !opinion) missing.push('instrument');
  const [first] = missing;
  if (first !== undefined) {
    throw new ChiduError('step-incomplete', `${step} needs ${missing.join(', ')}`, {
      at: `/${first}`,
      fields: { missing },
    });
  }
  const last = supervision.opinions.at(-1)?.instrument ?? '';
  if (
    step === 'escalate' &&
    opinion &&
    STRENGTH.indexOf(opinion.instrument) <= STRENGTH.indexOf(last)
  ) {
    throw new ChiduError('step-not-allowed', `${opinion.instrument} is no step up from ${last}`, {
      at: '/opinion/instrument',
    });
  }
}
