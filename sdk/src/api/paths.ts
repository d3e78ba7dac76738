import { EVENT_PATHS } from './event-paths.ts';

/**
 * Where each route lies. Plain data, without a schema library: the client in a page is this table and `fetch`. Parameters
 * in braces are filled from `params`.
 */
export const PATHS = {
  viewCode: ['POST', '/v1/party/code'],
  proofs: ['POST', '/v1/party/proofs'],
  detail: ['POST', '/v1/party/detail'],
  object: ['POST', '/v1/objections'],
  lookUp: ['GET', '/v1/lookup'],
  receipt: ['GET', '/v1/receipts/{codeId}'],
  recipient: ['GET', '/v1/recipients/{authority}'],

  issueCode: ['POST', '/v1/codes'],
  listCodes: ['GET', '/v1/codes'],
  withdrawCode: ['POST', '/v1/codes/{codeId}/withdrawal'],
  decideCode: ['POST', '/v1/codes/{codeId}/decision'],
  digest: ['GET', '/v1/digest'],
  recordStage: ['POST', '/v1/cases/stages'],
  recordPage: ['POST', '/v1/cases/pages'],
  recordRemedy: ['POST', '/v1/cases/remedies'],

  requestKey: ['POST', '/v1/keys/requests'],
  listKeyRequests: ['GET', '/v1/keys/requests'],
  approveKey: ['POST', '/v1/keys/approvals'],
  listKeys: ['GET', '/v1/keys'],
  setCertificate: ['PUT', '/v1/keys/{kid}/certificate'],
  revokeKey: ['POST', '/v1/keys/{kid}/revocation'],

  listObjections: ['GET', '/v1/objections'],
  readObjection: ['GET', '/v1/objections/{number}'],
  stepObjection: ['POST', '/v1/objections/{number}/steps'],
  takeClue: ['POST', '/v1/clues'],
  listClues: ['GET', '/v1/clues'],
  stepClue: ['POST', '/v1/clues/{number}/steps'],
  openSupervision: ['POST', '/v1/supervisions'],
  listSupervisions: ['GET', '/v1/supervisions'],
  readSupervision: ['GET', '/v1/supervisions/{number}'],
  stepSupervision: ['POST', '/v1/supervisions/{number}/steps'],
  supervisionPaper: ['GET', '/v1/supervisions/{number}/papers/{paper}'],
  sendTask: ['POST', '/v1/tasks'],
  listTasks: ['GET', '/v1/tasks'],
  stepTask: ['POST', '/v1/tasks/{number}/steps'],
  taskPaper: ['GET', '/v1/tasks/{number}/paper'],
  ...EVENT_PATHS,
  erase: ['POST', '/v1/erasures'],

  trustList: ['GET', '/trust-list.txt'],
  rule: ['GET', '/rules/{file}'],
  statusList: ['GET', '/status/{file}'],
  checkpoint: ['GET', '/supervision-log/{log}/checkpoint'],
  tile: ['GET', '/supervision-log/{log}/tile/{tile}'],
  cosign: ['POST', '/supervision-log/{log}/cosignatures'],
  health: ['GET', '/health'],
  openapi: ['GET', '/openapi.json'],
} as const satisfies Record<string, readonly [method: string, path: `/${string}`]>;

export type RouteName = keyof typeof PATHS;
