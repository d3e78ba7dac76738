/** One request to the service, kept until the service has answered it. */
export interface Outgoing {
  /** The request id: the service does a request of one id once, however often it arrives. */
  readonly id: string;
  readonly kind: 'stage' | 'page';
  /** What is sent, as plain data. It holds no name and no text of a page. */
  readonly body: Readonly<Record<string, unknown>>;
  /** RFC 3339. */
  readonly madeAt: string;
  readonly tries: number;
  /** Why the last try failed; null before the first. */
  readonly fault: string | null;
  /** The service has said no: it is kept to be shown, and not sent again. */
  readonly refused: boolean;
  /** Not before this instant: RFC 3339. */
  readonly notBefore: string;
}

/** An entry with its place in the outbox. */
export interface Waiting {
  readonly key: number;
  readonly outgoing: Outgoing;
}
