import { ChiduError, type ErrorCode } from '../../../errors.ts';
import { Frontier } from '../../../log/frontier.ts';
import type { TreeHead } from '../../../log/proof.ts';
import { decodeBundle, encodeBundle } from '../../../log/tile.ts';
import type { CheckpointSigner } from './checkpoint-signer.ts';
import type { SignedHead } from './log-tables.ts';

/** What crosses between a log and its signer in another process; bytes as they are (structured clone). */
type Call =
  | readonly ['last', string]
  /** The entries as one bundle. */
  | readonly ['sign', string, number, Uint8Array, TreeHead]
  | readonly ['adopt', string, number, Uint8Array];

interface Question {
  readonly id: number;
  readonly call: Call;
}

interface Reply {
  readonly id: number;
  readonly head?: SignedHead | null;
  readonly error?: { code?: ErrorCode; message: string; fields?: Record<string, unknown> };
}

/** One end of a channel to another process. */
export interface SignerChannel {
  send(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** The other end is gone. */
  onEnd(listener: () => void): void;
  /** While an answer is due, the process must not end because nothing else is going on. */
  wait(isDue: boolean): void;
}

/** A signer at the other end of a channel, where `answerFor` speaks for it. */
export class RemoteSigner implements CheckpointSigner {
  readonly #channel: SignerChannel;
  readonly #waiting = new Map<number, PromiseWithResolvers<SignedHead | null>>();
  #ended = false;
  #asked = 0;

  constructor(channel: SignerChannel) {
    this.#channel = channel;
    channel.onMessage((message) => this.#settle(message as Reply));
    channel.onEnd(() => {
      this.#ended = true;
      for (const { reject } of this.#waiting.values()) reject(lost());
      this.#waiting.clear();
    });
  }

  last(origin: string): Promise<SignedHead | null> {
    return this.#ask(['last', origin]);
  }

  sign(
    origin: string,
    from: number,
    entries: readonly Uint8Array[],
    head: TreeHead,
  ): Promise<SignedHead> {
    return this.#ask(['sign', origin, from, encodeBundle(entries), head]) as Promise<SignedHead>;
  }

  adopt(origin: string, frontier: Frontier): Promise<SignedHead> {
    const { size } = frontier;
    return this.#ask(['adopt', origin, size, frontier.bytes()]) as Promise<SignedHead>;
  }

  #ask(call: Call): Promise<SignedHead | null> {
    if (this.#ended) return Promise.reject(lost());
    this.#asked += 1;
    const answer = Promise.withResolvers<SignedHead | null>();
    this.#waiting.set(this.#asked, answer);
    this.#channel.wait(true);
    this.#channel.send({ id: this.#asked, call } satisfies Question);
    return answer.promise;
  }

  #settle({ id, head = null, error }: Reply): void {
    const answer = this.#waiting.get(id);
    this.#waiting.delete(id);
    this.#channel.wait(this.#waiting.size > 0);
    if (error === undefined) answer?.resolve(head);
    else {
      const { code = 'log-signer', message, fields = {} } = error;
      answer?.reject(new ChiduError(code, message, { fields }));
    }
  }
}

const lost = (): ChiduError => new ChiduError('log-signer', 'The process of the signer has ended.');

/** Answer a `RemoteSigner` at the other end of a channel. */
export function answerFor(signer: CheckpointSigner, channel: SignerChannel): void {
  channel.onMessage(async (message) => {
    const { id, call } = message as Question;
    channel.send(await reply(signer, id, call));
  });
}

async function reply(signer: CheckpointSigner, id: number, call: Call): Promise<Reply> {
  try {
    return { id, head: await perform(signer, call) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (!(error instanceof ChiduError)) return { id, error: { message } };
    return { id, error: { code: error.code, message, fields: { ...error.fields } } };
  }
}

function perform(signer: CheckpointSigner, call: Call): Promise<SignedHead | null> {
  switch (call[0]) {
    case 'last':
      return signer.last(call[1]);
    case 'sign':
      return signer.sign(call[1], call[2], decodeBundle(call[3]) as Uint8Array[], call[4]);
    case 'adopt':
      return signer.adopt(call[1], Frontier.read(call[2], call[3]) as Frontier);
  }
}
