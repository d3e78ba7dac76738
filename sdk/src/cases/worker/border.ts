import { transferHandlers } from 'comlink';
import { ChiduError, type ErrorCode } from '../../errors.ts';

/**
 * What comlink loses at the border of a worker: the fields of thrown errors, and AbortSignals, which cannot be cloned
 * (GoogleChromeLabs/comlink#594). To be called on either side before anything is wrapped or exposed.
 */
export function openBorder(): void {
  if (transferHandlers.has('signal')) return;
  const plain = transferHandlers.get('throw');
  if (plain === undefined) throw new Error('comlink has no handler for thrown values');
  transferHandlers.set('throw', {
    canHandle: plain.canHandle,
    serialize: (thrown: { value: unknown }) => {
      const sent = sendable(thrown.value);
      return sent === null ? plain.serialize(thrown) : [sent, []];
    },
    deserialize: (sent: Sent) => {
      if ('chidu' in sent) throw new ChiduError(sent.chidu, sent.message, sent);
      if ('platform' in sent) throw new DOMException(sent.message, sent.platform);
      return plain.deserialize(sent);
    },
  });
  transferHandlers.set('signal', {
    canHandle: (value): value is AbortSignal => value instanceof AbortSignal,
    serialize: (signal: AbortSignal) => {
      const { port1, port2 } = new MessageChannel();
      const tell = () => port1.postMessage(reasonOf(signal));
      if (signal.aborted) tell();
      else signal.addEventListener('abort', tell, { once: true });
      return [port2, [port2]];
    },
    deserialize: (port: Port) => {
      const controller = new AbortController();
      port.onmessage = ({ data }) => {
        controller.abort(new DOMException(data.message, data.name));
        port.close();
      };
      return controller.signal;
    },
  });
}

/** What is used of a MessagePort in a browser. */
interface Port {
  onmessage: ((event: { data: { name: string; message: string } }) => void) | null;
  close(): void;
}

type Sent =
  | {
      readonly chidu: ErrorCode;
      readonly message: string;
      readonly at?: string;
      readonly fields: Record<string, unknown>;
    }
  | { readonly platform: string; readonly message: string };

/** An error with what tells it apart; null for those that comlink carries whole. */
function sendable(error: unknown): Sent | null {
  if (error instanceof ChiduError) {
    const { code, message, at, fields } = error;
    return { chidu: code, message, ...(at === undefined ? {} : { at }), fields };
  }
  if (error instanceof DOMException) return { platform: error.name, message: error.message };
  return null;
}

/** Reasons are of any type; what names itself keeps its name, all others are a plain abort. */
function reasonOf({ reason }: AbortSignal): { name: string; message: string } {
  if (reason instanceof DOMException) return { name: reason.name, message: reason.message };
  return { name: 'AbortError', message: String(reason) };
}
