import { createServer, type IncomingMessage, type Server } from 'node:http';
import { decideWitness, type WitnessAnswer, type WitnessOptions } from '../../log/witness.ts';
import { Turns } from '../store/sql/turns.ts';
import type { WitnessMemory } from './witness-memory.ts';

/** A checkpoint with 16 post-quantum signatures has about 110 kB. */
const LONGEST_REQUEST = 256 * 1024;
const SLOWEST_REQUEST = 10_000;

/**
 * The HTTP side of a witness (C2SP tlog-witness): `POST /add-checkpoint`, and `GET /health` for whoever runs it. One
 * request at a time, from reading what was cosigned last until the next one is on disk.
 *
 * @param now seconds since 1970
 */
export function witnessServer(
  options: WitnessOptions,
  memory: WitnessMemory,
  now: () => number,
): Server {
  const turns = new Turns();
  const add = (body: string): Promise<WitnessAnswer> =>
    turns.take(async () => {
      const answer = await decideWitness(body, options, memory.last, now());
      if (answer.keep !== null) await memory.keep(answer.keep);
      return answer;
    });
  const server = createServer(async (request, response) => {
    const send = (status: number, body: string, type = 'text/plain; charset=utf-8') =>
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
    const path = new URL(request.url ?? '/', 'http://witness').pathname;
    try {
      if (path === '/health' && request.method === 'GET') return send(200, 'ok\n');
      if (path !== '/add-checkpoint') return send(404, 'nothing here\n');
      if (request.method !== 'POST') return send(405, 'POST only\n');
      const body = await textOf(request);
      if (body === null) return send(413, 'too long\n');
      const answer = await add(body);
      return send(answer.status, answer.body, answer.contentType);
    } catch {
      // A disk that does not take the memory, or a reader that hung up: in each case nothing was cosigned for anyone.
      return response.headersSent ? response.destroy() : send(500, 'not cosigned\n');
    }
  });
  server.requestTimeout = SLOWEST_REQUEST;
  server.headersTimeout = SLOWEST_REQUEST;
  return server;
}

async function textOf(request: IncomingMessage): Promise<string | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Uint8Array>) {
    length += part.length;
    if (length > LONGEST_REQUEST) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
