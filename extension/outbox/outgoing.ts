/** One request to the service, kept until the service has answered it. */
export interface Outgoing {
  /** The request id: the service does a request of one id once, however often it arrives. */
  readonly id: string;
  readonly kind: OutgoingKind;
  /** What is sent, as plain data. It holds no name and no text of a page. */
  readonly body: unknown;
  /** RFC 3339. */
  readonly madeAt: string;
  readonly tries: number;
  /** Why the last try failed; null before the first. */
  readonly lastFault: string | null;
  /** Not before this instant: RFC 3339. */
  readonly notBefore: string;
}

export type OutgoingKind = 'event';
