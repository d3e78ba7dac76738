import type * as z from 'zod/mini';
import { type Answer, openApi, type ROUTES, type RouteName } from '../../api/index.ts';
import { ChiduError } from '../../errors.ts';
import type { Caller } from '../caller.ts';
import { recordPage, recordRemedy, recordStage } from '../cases/events.ts';
import { listClues } from '../clues/pool.ts';
import { stepClue } from '../clues/step-clue.ts';
import { takeClue } from '../clues/take-clue.ts';
import { erase } from '../events/erase.ts';
import { eventsFrom, PAGE } from '../events/feed.ts';
import { eventStream } from '../events/stream.ts';
import { StoredFigures } from '../figures/stored-figures.ts';
import type { StatusLists } from '../files/status-list.ts';
import { trustIsStale } from '../files/trust-list.ts';
import { decideCode, withdrawCode } from '../issue/after.ts';
import { issueCode } from '../issue/issue-code.ts';
import { digest, listCodes } from '../issue/lists.ts';
import {
  approveKeyRequest,
  listKeyRequests,
  listKeys,
  revokeKey,
  setCertificate,
  takeKeyRequest,
} from '../keys/enrol.ts';
import { listTasks, sendTask, stepTask, taskPaper } from '../liaison/tasks.ts';
import { object } from '../objections/object.ts';
import { listObjections, objectionFile } from '../objections/queue.ts';
import { stepObjection } from '../objections/step.ts';
import { detailFor } from '../party/detail.ts';
import { lookUp } from '../party/look-up.ts';
import { proofsOf, receiptOf, viewCode } from '../party/view.ts';
import type { Service } from '../service.ts';
import { openSupervision } from '../supervision/open-case.ts';
import { listSupervisions, supervisionFile, supervisionPaper } from '../supervision/read-cases.ts';
import { stepSupervision } from '../supervision/step-case.ts';
import { logNamed, takeCosignatures } from '../witnessing.ts';

/** What a route gets: its parts, read by their schemas, and who signed. */
export interface Call<Name extends RouteName> {
  readonly params: Read<Name, 'params'>;
  readonly query: Read<Name, 'query'>;
  readonly body: (typeof ROUTES)[Name] extends { readonly body: infer Body }
    ? Body extends z.ZodMiniType
      ? z.output<Body>
      : string
    : undefined;
  /** Null where the route is for everyone. */
  readonly caller: Caller;
  readonly lastEventId: string | undefined;
  readonly signal: AbortSignal;
}

type Read<Name extends RouteName, Key extends string> = (typeof ROUTES)[Name] extends {
  readonly [key in Key]: infer Schema extends z.ZodMiniType;
}
  ? z.output<Schema>
  : Readonly<Record<string, string>>;

/** A file rather than JSON. `immutable`: its name fixes its content. */
export class FileAnswer {
  readonly content: string | Uint8Array | ReadableStream<Uint8Array>;
  readonly cache: 'immutable' | 'revalidate' | 'never';

  constructor(content: FileAnswer['content'], cache: FileAnswer['cache']) {
    this.content = content;
    this.cache = cache;
  }
}

type Handlers = {
  readonly [Name in RouteName]: (
    call: Call<Name>,
  ) => Promise<Answer<Name> extends string ? FileAnswer : Answer<Name>>;
};

/** What each route does. */
export function handlersOf(
  service: Service,
  { statusLists, version }: { readonly statusLists: StatusLists; readonly version: string },
): Handlers {
  const description = JSON.stringify(openApi());
  const streams = new Map<string, number>();
  const figures = new StoredFigures(service);
  return {
    viewCode: ({ body }) => viewCode(service, body),
    proofs: ({ body }) => proofsOf(service, body),
    detail: ({ body }) => detailFor(service, body),
    object: ({ body }) => object(service, body),
    lookUp: async ({ query }) => new FileAnswer(await lookUp(service, query), 'never'),
    receipt: async ({ params }) =>
      new FileAnswer(await receiptOf(service, params.codeId), 'revalidate'),
    recipient: async ({ params }) =>
      new FileAnswer(there(await service.recipientOf(params.authority)), 'revalidate'),

    issueCode: ({ caller, body }) => issueCode(service, caller, body),
    listCodes: ({ caller, query }) => listCodes(service, caller, query.authority, query.caseNumber),
    withdrawCode: ({ caller, params, body }) => withdrawCode(service, caller, params.codeId, body),
    decideCode: ({ caller, params, body }) => decideCode(service, caller, params.codeId, body),
    digest: ({ caller, query }) => digest(service, caller, query.authority, query.day),
    recordStage: ({ caller, body }) => recordStage(service, caller, body),
    recordPage: ({ caller, body }) => recordPage(service, caller, body),
    recordRemedy: ({ caller, body }) => recordRemedy(service, caller, body),

    requestKey: ({ body }) => takeKeyRequest(service, body.request),
    listKeyRequests: ({ query }) => listKeyRequests(service, query.authority),
    approveKey: ({ body }) => approveKeyRequest(service, body),
    listKeys: ({ query }) => listKeys(service, query.authority),
    setCertificate: ({ caller, params, body }) => setCertificate(service, caller, params.kid, body),
    revokeKey: ({ caller, params, body }) => revokeKey(service, caller, params.kid, body),

    listObjections: ({ caller, query }) => listObjections(service, caller, query),
    readObjection: ({ caller, params, query }) =>
      objectionFile(service, caller, query.authority, params.number),
    stepObjection: ({ caller, params, body }) =>
      stepObjection(service, caller, params.number, body),
    takeClue: ({ caller, body }) => takeClue(service, caller, body),
    listClues: ({ caller, query }) => listClues(service, caller, query),
    stepClue: ({ caller, params, body }) => stepClue(service, caller, params.number, body),
    openSupervision: ({ caller, body }) => openSupervision(service, caller, body),
    listSupervisions: ({ query }) => listSupervisions(service, query),
    readSupervision: ({ params, query }) =>
      supervisionFile(service, query.authority, params.number),
    stepSupervision: ({ caller, params, body }) =>
      stepSupervision(service, caller, params.number, body),
    supervisionPaper: async ({ caller, params, query }) =>
      new FileAnswer(await supervisionPaper(service, caller, params, query), 'never'),
    figures: ({ caller, body }) => figures.figures(caller, body),
    figureIds: ({ caller, body }) => figures.ids(caller, body),
    sendTask: ({ caller, body }) => sendTask(service, caller, body),
    listTasks: ({ query }) => listTasks(service, query),
    stepTask: ({ caller, params, body }) => stepTask(service, caller, params.number, body),
    taskPaper: async ({ params, query }) =>
      new FileAnswer(await taskPaper(service, params.number, query), 'never'),
    listEvents: ({ caller, query: { authority, year, from, limit } }) =>
      eventsFrom(
        service,
        caller,
        { authority, year: Number(year) },
        Number(from ?? 0),
        Number(limit ?? PAGE),
      ),
    erase: ({ caller, body }) => erase(service, caller, body),
    followEvents: async ({ caller, query: { authority, year, from }, lastEventId, signal }) => {
      const after = /^\d{1,15}$/.test(lastEventId ?? '') ? Number(lastEventId) + 1 : undefined;
      const log = { authority, year: Number(year) };
      const start = after ?? Number(from ?? 0);
      return new FileAnswer(eventStream(service, caller, log, start, signal, streams), 'never');
    },

    trustList: async () => new FileAnswer(there(await service.trust.bytes()), 'revalidate'),
    rule: async ({ params }) =>
      new FileAnswer(there(service.rules.byHash.get(params.file.slice(0, 64))).text, 'immutable'),
    statusList: async ({ params }) => {
      const [authority = '', year = ''] = params.file.replace(/\.txt$/, '').split('-');
      return new FileAnswer(await statusLists.list(authority, year), 'revalidate');
    },
    checkpoint: async ({ params }) => {
      const log = there(logNamed(service, params.log));
      return new FileAnswer(there(await service.logs.checkpoint(log)), 'revalidate');
    },
    tile: async ({ params }) => {
      const log = there(logNamed(service, params.log));
      const tile = there(await service.logs.tile(log, `tile/${params.tile}`));
      return new FileAnswer(tile, 'immutable');
    },
    cosign: ({ params, body }) =>
      takeCosignatures(service, there(logNamed(service, params.log)), body),
    health: async () => {
      await service.database.reader.all('select 1 as one');
      const status = service.logs.stopped === null ? 'ok' : 'unavailable';
      const trustList = (await trustIsStale(service)) ? 'stale' : 'current';
      return { status, version, audience: service.config.audience, trustList };
    },
    openapi: async () => new FileAnswer(description, 'revalidate'),
  };
}

function there<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new ChiduError('not-found', 'nothing here');
  return value;
}
