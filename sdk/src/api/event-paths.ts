/** Routes that a board follows a log by: apart from all others, so that its page carries no more than it calls. */
export const EVENT_PATHS = {
  figures: ['POST', '/v1/figures'],
  figureIds: ['POST', '/v1/figures/ids'],
  listEvents: ['GET', '/v1/events'],
  followEvents: ['GET', '/v1/events/stream'],
} as const;
