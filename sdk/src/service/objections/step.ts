import {
  OBJECTION_STATES,
  OBJECTION_STEPS,
  type ObjectionFile,
  type ObjectionState,
  type StepRequest,
} from '../../api/index.ts';
import { ChiduError } from '../../errors.ts';
import type { ActorRole, LeafType } from '../../log/index.ts';
import { chinaDay } from '../../text/index.ts';
import type { Caller } from '../caller.ts';
import { once } from '../once.ts';
import { instant, record } from '../record.ts';
import type { Service } from '../service.ts';
import { type ObjectionRow, objections, steps } from '../store/records/objections.ts';
import { dueFor } from './due.ts';
import { objectionFile, visibleObjection } from './queue.ts';

/** Entries in the log that a step has a type of its own for; the rest are `step`. */
const TYPES: Readonly<Partial<Record<StepRequest['step'], LeafType>>> = {
  route: 'routed',
  answer: 'answered',
  order: 'opinion',
};

/** Role in a leaf. */
const ACTORS = { officer: 'officer', head: 'head', supervisor: 'supervision' } as const;

/**
 * One step on an objection, by a person who signs for it.
 *
 * @throws {ChiduError} `not-found`, `step-not-allowed` from this state or by this role, `step-incomplete` with what is
 * missing, `remedy-pending`, `changed-meanwhile`.
 */
export async function stepObjection(
  service: Service,
  caller: Caller,
  number: string,
  request: StepRequest,
): Promise<ObjectionFile> {
  const { authority, step } = request;
  await once(service, authority, caller, async (keep) => {
    const row = await visibleObjection(service, caller, authority, number);
    const to = nextState(row, caller, request);
    complete(row, request);
    // A version that is not there yet may be when it is written, and nobody has looked whether this step leads on from it.
    if (request.version > row.version) throw changed();
    const actor: ActorRole = ACTORS[caller.role as keyof typeof ACTORS];
    const { instrument, result, evidence, remedy, days, to: routedTo } = request;
    const shown = { step, state: to, instrument, result, evidence, remedy, days };
    const open = JSON.parse(JSON.stringify(shown)) as Record<string, unknown>;
    await record(service, {
      authority,
      type: TYPES[step] ?? 'step',
      codeId: row.codeId,
      refersTo: { year: row.year, index: row.logIndex },
      actor: { role: actor, kid: caller.kid },
      open,
      closed: { text: request.text ?? null, number },
      signed: caller.signed,
      once: keep(() => ({ done: true })),
      within: async (sql, place, at) => {
        const enteredOn = chinaDay(at);
        const updated = await objections.update(sql, authority, number, request.version, {
          state: to,
          ...dueFor(to, enteredOn, service.config, days ?? OBJECTION_STATES[to].days),
          escalatedAt: null,
          ...(step === 'route' && { routed: 1 as const, routedTo: routedTo ?? null }),
          // Whoever is to correct has to see what about.
          ...(step === 'order' && { routed: 1 as const }),
          ...(step === 'steer' && { remedy: remedy ?? row.remedy }),
          ...(step === 'answer' && {
            answer: JSON.stringify({ at: instant(at), result, text: request.text }),
          }),
          ...(step === 'reopen' && { answer: null }),
        });
        if (!updated) throw changed();
        await steps.insert(sql, {
          authority,
          number,
          seq: (await steps.of(sql, authority, number)).length,
          step,
          at,
          role: caller.role,
          kid: caller.kid,
          state: to,
          text: request.text ?? null,
          data: JSON.stringify(open),
          year: place.year,
          logIndex: place.index,
        });
      },
    });
    return { done: true };
  });
  return objectionFile(service, caller, authority, number);
}

const changed = (): ChiduError => new ChiduError('changed-meanwhile', 'read the objection again');

function nextState(row: ObjectionRow, caller: Caller, { step }: StepRequest): ObjectionState {
  const { by, from, to } = OBJECTION_STEPS[step];
  const allowed =
    (by as readonly string[]).includes(caller.role) &&
    (from as readonly string[]).includes(row.state);
  if (!allowed) {
    throw new ChiduError('step-not-allowed', `${step} does not lead on from ${row.state}`, {
      fields: { state: row.state, step, role: caller.role },
    });
  }
  // 行政执法监督条例 33(3): supervision is not repeated beside a remedy that runs.
  if (row.remedy !== null && !['steer', 'account', 'decline'].includes(step)) {
    throw new ChiduError('remedy-pending', 'reconsideration or a suit runs: steer there', {
      fields: { remedy: row.remedy },
    });
  }
  return to;
}

/** What each step cannot do without. */
const NEEDS: Readonly<Partial<Record<StepRequest['step'], readonly (keyof StepRequest)[]>>> = {
  decline: ['text'],
  account: ['text'],
  answer: ['text', 'result'],
  order: ['text', 'instrument'],
  report: ['text', 'evidence'],
  return: ['text'],
  submit: ['text'],
  steer: ['text'],
  reopen: ['text'],
};

function complete(row: ObjectionRow, request: StepRequest): void {
  const missing = (NEEDS[request.step] ?? []).filter((name) => {
    const value = request[name];
    return value === undefined || (Array.isArray(value) && value.length === 0);
  });
  if (request.step === 'steer' && row.remedy === null && !request.remedy) missing.push('remedy');
  const [first] = missing;
  if (first === undefined) return;
  throw new ChiduError('step-incomplete', `${request.step} needs ${missing.join(', ')}`, {
    at: `/${first}`,
    fields: { missing },
  });
}
