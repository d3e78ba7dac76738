import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { CheckpointSigner } from './checkpoint-signer.ts';
import { answerFor, RemoteSigner, type SignerChannel } from './remote-signer.ts';

/** A signer in a process of its own. */
export interface SignerProcess {
  readonly signer: CheckpointSigner;
  close(): Promise<void>;
}

/**
 * Start a program that ends in `serveSigner`: a process of its own, which may run as another user and holds keys that
 * this one never sees.
 */
export function startSigner(program: string | URL, args: readonly string[]): SignerProcess {
  const child = fork(program, args, { serialization: 'advanced' });
  const ended = once(child, 'exit');
  // Whoever does not get so far as to close it may still end; then the signer ends too.
  child.unref();
  child.channel?.unref();
  return {
    signer: new RemoteSigner(channelTo(child)),
    close: async () => {
      child.ref();
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}

/** In the program that `startSigner` starts: answer until the other process lets go, however it ends. */
export function serveSigner(signer: CheckpointSigner & { close(): Promise<void> }): void {
  answerFor(signer, {
    send: (message) => process.send?.(message),
    onMessage: (listener) => process.on('message', listener),
    onEnd: () => undefined,
    wait: () => undefined,
  });
  process.once('disconnect', () => void signer.close());
  // Ctrl+C reaches both; the service has still to sign what has come.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
}

const channelTo = (child: ChildProcess): SignerChannel => ({
  send: (message) => {
    // Where it fails, the child has ended, and `onEnd` says so.
    child.send(message as object, () => undefined);
  },
  onMessage: (listener) => child.on('message', listener),
  onEnd: (listener) => child.once('exit', listener),
  wait: (isDue) => {
    if (isDue) child.channel?.ref();
    else child.channel?.unref();
  },
});
