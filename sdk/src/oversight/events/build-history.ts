import type * as z from 'zod/mini';
import type { CaseHistory, CodeHistory, ObjectionHistory, Unread } from './case-history.ts';
import { type OversightEvent, type Place, placeId } from './event.ts';
import { EVENT_DATA } from './event-data.ts';
import { happened, inOrder, placeOf, referredId } from './happened.ts';
import { type QuickRead, quickRead } from './quick-read.ts';

/** The same while it is being put together. */
type Open<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };
type Data<K extends keyof typeof EVENT_DATA> = z.infer<(typeof EVENT_DATA)[K]>;

const READ = Object.fromEntries(
  Object.entries(EVENT_DATA).map(([kind, schema]) => [kind, quickRead(schema)]),
) as { readonly [K in keyof typeof EVENT_DATA]: QuickRead<Data<K>> };

/** What is known of one case, and the entries that could not be used. */
export interface Built {
  /** The first entry that speaks of it. */
  readonly first: Place;
  /** Null where none of the entries that it needs is there. */
  readonly history: CaseHistory | null;
  readonly unread: readonly Unread[];
}

/**
 * The history of one case from all entries that speak of it, in any order and with repetitions. `erased` holds the places
 * whose bodies are gone: what such an entry said is not used, even where it was read before.
 */
export function buildHistory(
  thread: readonly OversightEvent[],
  erased: ReadonlySet<string>,
): Built {
  const events = inOrder(thread);
  const first = placeOf(events[0] as OversightEvent);
  const unread: Unread[] = [];
  const codes: Open<CodeHistory>[] = [];
  const byId = new Map<string, Open<CodeHistory>>();
  const byPlace = new Map<string, Open<CodeHistory>>();
  const objections = new Map<string, Open<ObjectionHistory>>();
  const stages: CaseHistory['stages'][number][] = [];
  const changes: CaseHistory['changes'][number][] = [];
  const remedies: CaseHistory['remedies'][number][] = [];
  let caseNumber: string | null = null;

  const leave = (event: OversightEvent, why: Unread['why']): void => {
    unread.push({ place: placeOf(event), kind: event.kind, why });
  };
  const read = <K extends keyof typeof EVENT_DATA>(
    event: OversightEvent,
    as: K,
  ): Data<K> | null => {
    const gone = event.data === null || (erased.size > 0 && erased.has(placeId(event)));
    const data = gone ? undefined : READ[as](event.data);
    if (data !== undefined) return data;
    leave(event, gone ? 'erased' : 'malformed');
    return null;
  };
  const named = (data: { case?: string | undefined }): void => {
    caseNumber ??= data.case ?? null;
  };

  // Later entries may stand in a log that is read before the one they refer to: what others refer to comes first.
  for (const event of events) {
    if (event.kind !== 'issued' || event.codeId === null) continue;
    const issued = read(event, 'issued');
    if (issued) named(issued);
    const code = {
      ...happened(event),
      codeId: event.codeId,
      issued,
      firstViewed: null,
      ended: null,
      decided: null,
    };
    codes.push(code);
    byId.set(event.codeId, code);
    byPlace.set(placeId(event), code);
  }
  for (const event of events) {
    if (event.kind !== 'objected') continue;
    if (event.codeId === null || !byId.has(event.codeId)) {
      leave(event, 'refers-to-nothing');
      continue;
    }
    objections.set(placeId(event), {
      ...happened(event),
      codeId: event.codeId,
      disputed: read(event, 'objected')?.disputed ?? null,
      steps: [],
      escalations: [],
      state: 'received',
      result: null,
    });
  }
  for (const event of events) {
    const { kind, codeId } = event;
    switch (kind) {
      case 'issued': {
        if (codeId === null) leave(event, 'malformed');
        const replaced = byPlace.get(referredId(event) ?? '');
        if (replaced) replaced.ended ??= { ...happened(event), how: 'corrected' };
        break;
      }
      case 'objected':
        break;
      case 'first-viewed':
      case 'withdrawn':
      case 'corrected':
      case 'decided': {
        const code = byId.get(codeId ?? '');
        if (code === undefined) leave(event, 'refers-to-nothing');
        else if (kind === 'first-viewed') code.firstViewed ??= happened(event);
        else if (kind === 'decided')
          code.decided ??= { ...happened(event), data: read(event, 'decided') };
        else code.ended ??= { ...happened(event), how: kind };
        break;
      }
      case 'routed':
      case 'answered':
      case 'opinion':
      case 'step': {
        const objection = objections.get(referredId(event) ?? '');
        if (objection === undefined) {
          leave(event, 'refers-to-nothing');
          break;
        }
        const data = read(event, 'step');
        objection.steps.push({ ...happened(event), step: data?.step ?? kind, data });
        objection.state = data?.state ?? objection.state;
        objection.result = data?.result ?? objection.result;
        break;
      }
      case 'escalated': {
        const objection = objections.get(referredId(event) ?? '');
        if (objection === undefined) leave(event, 'refers-to-nothing');
        else objection.escalations.push(happened(event));
        break;
      }
      case 'stage': {
        const data = read(event, 'stage');
        if (data === null) break;
        named(data);
        stages.push({
          ...happened(event),
          stage: data.stage,
          on: data.on,
          source: data.source,
        });
        break;
      }
      case 'document-changed': {
        const data = read(event, 'document-changed');
        if (data === null) break;
        named(data);
        changes.push({ ...happened(event), codeId, part: data.part, gone: data.gone });
        break;
      }
      case 'remedy': {
        const data = read(event, 'remedy');
        if (data === null) break;
        named(data);
        const { case: _, ...remedy } = data;
        remedies.push({ ...happened(event), ...remedy });
        break;
      }
    }
  }

  const { authority } = first;
  const id = caseNumber === null ? codes[0]?.codeId : `${authority}/${caseNumber}`;
  if (id === undefined) {
    // Only documents that changed, of a code that is nowhere.
    for (const { place } of changes)
      unread.push({ place, kind: 'document-changed', why: 'refers-to-nothing' });
    return { first, history: null, unread };
  }
  return {
    first,
    history: {
      id,
      authority,
      caseNumber,
      codes,
      stages,
      changes,
      remedies,
      objections: [...objections.values()],
    },
    unread,
  };
}
