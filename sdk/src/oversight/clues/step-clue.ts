import { ChiduError } from '../../errors.ts';
import type { ClueStepData, Risk } from '../events/event-data.ts';
import type { Clue } from './clue.ts';
import {
  CLUE_STATES,
  CLUE_STEPS,
  type ClueActor,
  type ClueReason,
  type ClueResult,
  type ClueStep,
} from './flow.ts';
import type { Work } from './work.ts';

/** Whoever acts: the unit, the key, and whether it leads supervision (主次机制: one lead body for a matter). */
export interface ClueCaller {
  readonly unit: string;
  readonly kid: string;
  readonly lead: boolean;
}

export interface ClueRequest {
  readonly step: ClueStep;
  /** Version that was read. */
  readonly version: number;
  /** Who gets it: read where the step needs it, and by no other step. */
  readonly unit?: string;
  readonly work?: Work;
  readonly level?: Risk;
  readonly into?: string;
  readonly reason?: ClueReason;
  readonly result?: ClueResult;
}

/** The clue after a step, and what the log is told of it. */
export interface Stepped {
  readonly clue: Clue;
  readonly data: ClueStepData;
}

/**
 * One step, by whoever may take it. Of two who claim at the same time the second has read another version than the one
 * that now stands, and is refused: a store that keeps the version in the same statement needs no other lock.
 *
 * @param on day of the step
 * @throws {ChiduError} `changed-meanwhile`, `step-not-allowed` from this state or by this caller, `step-incomplete` with
 * what is missing.
 */
export function stepClue(
  clue: Clue,
  request: ClueRequest,
  caller: ClueCaller,
  on: string,
): Stepped {
  const { step, version, work, level, into, reason, result } = request;
  const { by, from, to, needs } = CLUE_STEPS[step];
  if (version !== clue.version) {
    throw new ChiduError('changed-meanwhile', 'read the clue again', {
      fields: { version: clue.version },
    });
  }
  const roles: ClueActor[] = [
    ...(caller.lead ? (['lead'] as const) : []),
    clue.unit === caller.unit ? 'holder' : 'unit',
  ];
  const may = roles.some((role) => (by as readonly ClueActor[]).includes(role));
  if (!may || !(from as readonly string[]).includes(clue.state)) {
    throw new ChiduError('step-not-allowed', `${step} does not lead on from ${clue.state}`, {
      fields: { state: clue.state, step },
    });
  }
  const missing = needs.find((name) => request[name] === undefined);
  if (missing !== undefined || into === clue.id) {
    throw new ChiduError('step-incomplete', `${step} needs ${missing ?? 'another clue'}`, {
      at: `/${missing ?? 'into'}`,
    });
  }
  const state = to ?? clue.state;
  const given = (needs as readonly string[]).includes('unit') ? request.unit : clue.unit;
  const unit = step === 'claim' ? caller.unit : (given ?? null);
  const next: Clue = {
    ...clue,
    version: version + 1,
    state,
    unit: CLUE_STATES[state].open && state !== 'pooled' ? unit : null,
    work: state === 'working' ? (work?.kind ?? clue.work) : null,
    into: step === 'merge' ? (into ?? null) : step === 'split' ? null : clue.into,
    ...(step === 'level' && {
      level: {
        ...clue.level,
        byPerson: { level: level as Risk, reason: reason as string, kid: caller.kid, on },
      },
    }),
  };
  const said = result ?? reason;
  return {
    clue: next,
    data: {
      clue: clue.id,
      step,
      state,
      ...(next.unit !== null && next.unit !== clue.unit && { unit: next.unit }),
      ...(step === 'start' && work && { work: work.kind }),
      ...(step === 'level' && { level: level as Risk }),
      ...(step === 'merge' && { into: into as string }),
      ...(said !== undefined && { reason: said }),
    },
  };
}
