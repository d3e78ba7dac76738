import type * as z from 'zod/mini';
import type { Happened, Unread } from './case-history.ts';
import { type OversightEvent, placeId } from './event.ts';
import {
  type ClueData,
  type ClueStepData,
  EVENT_DATA,
  type SupervisionData,
  type SupervisionStepData,
  type TaskData,
  type TaskStepData,
} from './event-data.ts';
import { happened, placeOf, referredId } from './happened.ts';

/** 线索 with its steps, in order. */
export interface ClueHistory extends Happened {
  readonly id: string;
  readonly data: ClueData;
  readonly steps: readonly (Happened & { readonly data: ClueStepData })[];
  /** After the last step; `pooled` before the first. */
  readonly state: string;
  /** By the last word of a person, else by the rule. */
  readonly level: ClueData['level'];
}

/** 监督案件 with its steps, in order. */
export interface SupervisionHistory extends Happened {
  /** Authority of the log and 监督案号: two logs may number alike. */
  readonly id: string;
  readonly data: SupervisionData;
  readonly steps: readonly (Happened & { readonly data: SupervisionStepData })[];
  /** After the last step; `issued` before the first. */
  readonly state: string;
  /** Of the last step that set one, else of the case. */
  readonly due: string | null;
}

/** 联动任务 with its steps, in order. */
export interface TaskHistory extends Happened {
  /** Authority of the log and number of the task. */
  readonly id: string;
  readonly data: TaskData;
  readonly steps: readonly (Happened & { readonly data: TaskStepData })[];
  /** After the last step; `sent` before the first. */
  readonly state: string;
  /** Of the last step that set one, else of the task. */
  readonly due: string | null;
}

/** What the supervision body works on, and the entries that could not be used. */
export interface Matters {
  readonly clues: readonly ClueHistory[];
  readonly supervisions: readonly SupervisionHistory[];
  readonly tasks: readonly TaskHistory[];
  readonly unread: readonly Unread[];
}

/** Whether `mattersOf` has a use for an entry. */
export const isOfMatters = ({ kind }: Pick<OversightEvent, 'kind'>): boolean =>
  /^(?:clue|supervision|task|erasure)/.test(kind);

type Kind = 'clue' | 'clue-step' | 'supervision' | 'supervision-step' | 'task' | 'task-step';
type Data<K extends Kind> = z.infer<(typeof EVENT_DATA)[K]>;

/**
 * Clues, supervision cases and tasks from the entries of any logs, in any order and with repetitions; other kinds are passed over.
 * A step belongs to the matter that it names; one that names none that is there is `refers-to-nothing`. A clue has one id in all
 * logs. The number of a supervision case is one in its log: a step in another log belongs to it where no second case has that
 * number; that of a task is one in its log, and its steps stand there too. An entry that opens once more what is open, with other content, is `given-twice`.
 */
export function mattersOf(events: Iterable<OversightEvent>): Matters {
  const all = [...distinct(events)];
  const erased = new Set(
    all.flatMap((one) => (one.kind === 'erasure' ? (referredId(one) ?? []) : [])),
  );
  const unread: Unread[] = [];
  const leave = (event: OversightEvent, why: Unread['why']): null => {
    unread.push({ place: placeOf(event), kind: event.kind, why });
    return null;
  };
  const read = <K extends Kind>(event: OversightEvent, kind: K): Data<K> | null => {
    if (erased.has(placeId(event))) return leave(event, 'erased');
    // An erasure is an entry of its own: a body that is missing without one is kept from this reader.
    if (event.data === null) return leave(event, 'withheld');
    const parsed = EVENT_DATA[kind].safeParse(event.data);
    return parsed.success ? (parsed.data as Data<K>) : leave(event, 'malformed');
  };
  const clues = new Map<string, Opened<ClueData, ClueStepData>>();
  const cases = new Map<string, Opened<SupervisionData, SupervisionStepData>>();
  const tasks = new Map<string, Opened<TaskData, TaskStepData>>();
  const open = <D, S>(
    opened: Map<string, Opened<D, S>>,
    key: string,
    event: OversightEvent,
    data: D,
  ): void => {
    const first = opened.get(key);
    if (first === undefined) opened.set(key, { event, data, steps: [] });
    // Read by one schema: members stand in its order.
    else if (JSON.stringify(first.data) !== JSON.stringify(data)) leave(event, 'given-twice');
  };
  for (const event of all) {
    if (event.kind === 'clue') {
      const data = read(event, 'clue');
      if (data) open(clues, data.clue, event, data);
    } else if (event.kind === 'supervision') {
      const data = read(event, 'supervision');
      if (data) open(cases, caseKey(event, data), event, data);
    } else if (event.kind === 'task') {
      const data = read(event, 'task');
      if (data) open(tasks, `${event.authority}/${data.task}`, event, data);
    }
  }
  const numbered = Map.groupBy(cases.values(), ({ data }) => data.supervision);
  const caseOf = (event: OversightEvent, data: SupervisionStepData) => {
    const own = cases.get(caseKey(event, data));
    const [only, second] = numbered.get(data.supervision) ?? [];
    return own ?? (second === undefined ? only : undefined);
  };
  for (const event of all) {
    if (event.kind === 'clue-step') {
      const data = read(event, 'clue-step');
      if (data === null) continue;
      const clue = clues.get(data.clue);
      if (clue) clue.steps.push({ ...happened(event), data });
      else leave(event, 'refers-to-nothing');
    } else if (event.kind === 'supervision-step') {
      const data = read(event, 'supervision-step');
      if (data === null) continue;
      const supervision = caseOf(event, data);
      if (supervision) supervision.steps.push({ ...happened(event), data });
      else leave(event, 'refers-to-nothing');
    } else if (event.kind === 'task-step') {
      const data = read(event, 'task-step');
      if (data === null) continue;
      const task = tasks.get(`${event.authority}/${data.task}`);
      if (task) task.steps.push({ ...happened(event), data });
      else leave(event, 'refers-to-nothing');
    }
  }
  return {
    clues: [...clues].map(([id, { event, data, steps }]) => ({
      ...happened(event),
      id,
      data,
      steps,
      state: steps.at(-1)?.data.state ?? 'pooled',
      level: steps.findLast((step) => step.data.level !== undefined)?.data.level ?? data.level,
    })),
    supervisions: [...cases].map(([id, opened]) => ({ id, ...ledOn(opened, 'issued') })),
    tasks: [...tasks].map(([id, opened]) => ({ id, ...ledOn(opened, 'sent') })),
    unread,
  };
}

type Step<T> = Happened & { readonly data: T };

interface Opened<D, S> {
  readonly event: OversightEvent;
  readonly data: D;
  readonly steps: Step<S>[];
}

/** As the last steps have left it. */
function ledOn<
  D extends { readonly due: string | null },
  S extends { readonly state: string; readonly due?: string | null | undefined },
>({ event, data, steps }: Opened<D, S>, first: string) {
  const due = steps.findLast((step) => step.data.due !== undefined)?.data.due;
  const state = steps.at(-1)?.data.state ?? first;
  return { ...happened(event), data, steps, state, due: due === undefined ? data.due : due };
}

const caseKey = (
  { authority }: OversightEvent,
  { supervision }: SupervisionData | SupervisionStepData,
): string => `${authority}/${supervision}`;

/** Entries that matter here, by time and place, each place once. */
function distinct(events: Iterable<OversightEvent>): Iterable<OversightEvent> {
  const found = new Map<string, OversightEvent>();
  for (const event of events) if (isOfMatters(event)) found.set(placeId(event), event);
  // Steps may stand in another log than the matter: what all logs share is the time.
  return [...found.values()].sort((a, b) =>
    a.at === b.at ? a.year - b.year || a.index - b.index : a.at < b.at ? -1 : 1,
  );
}
