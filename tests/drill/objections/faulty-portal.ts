import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { jsonBody, signText, type TrustList, type TrustRoots, toHex } from '@chidu/sdk/codes';
import { ruleHash } from '@chidu/sdk/rules';
import { RULE } from '../../../sdk/src/discretion/fixtures/food-122.ts';
import { AUTHORITY, newSigner, type Running } from '../../../sdk/src/service/fixtures/running.ts';

const DIST = new URL('../../../widget/dist/', import.meta.url);

/** What the network does to one request. */
export type Fault = 'none' | 'lost-before' | 'lost-after' | 'busy' | 'slow';

/** A portal with the built widget and, below `/svc`, the real service behind a network that loses requests and answers. */
export async function openFaultyPortal(service: Running, faultOf: () => Fault) {
  const signer = service.authorities.get(AUTHORITY);
  if (signer === undefined) throw new Error('the authority has no key');
  const holders = await Promise.all([newSigner(), newSigner(), newSigner()]);
  const roots: TrustRoots = {
    format: 'chidu-roots/1',
    quorum: 2,
    seqFloor: 1,
    holders: holders.map(({ spki }, index) => ({
      name: `holder ${index + 1}`,
      ed25519: toHex(spki),
      sm2: '',
    })),
  };
  const list: TrustList = {
    format: 'chidu-trust-list/1',
    seq: 1,
    issued: '2026-11-20T00:00:00Z',
    nextUpdate: '2126-01-01T00:00:00Z',
    authorities: [
      {
        code: AUTHORITY,
        name: '示例区市场监督管理局',
        region: '330106',
        parent: null,
        hosts: ['fxjd.example.gov.cn'],
        channels: [],
      },
    ],
    keys: [
      { role: 'authority', ...signer },
      // Vouches for the key that contacts are sealed to.
      { role: 'supervisor', ...service.keys.supervisor },
    ].map(({ role, alg, spki }) => ({
      alg,
      spki: toHex(spki),
      role,
      authorities: [AUTHORITY],
      notBefore: 20260101,
      notAfter: 20271231,
      revokedAt: null,
      reason: null,
    })),
    packs: [],
    logs: [],
    witnesses: [],
    witnessQuorum: 0,
  };
  const page = `<!doctype html><html lang="zh"><meta charset="utf-8"><title>portal</title>
    <script type="module" src="/w/chidu-notice.js"></script>
    <chidu-notice trust-list="/list" trust-roots="/roots" rules="/rules/" service="/svc/" gate="off"></chidu-notice>`;
  const files: Record<string, [type: string, body: string | Uint8Array]> = {
    '/c': ['text/html; charset=utf-8', page],
    '/list': ['text/plain', await signText(jsonBody(list), holders.slice(0, 2))],
    '/roots': ['application/json', JSON.stringify(roots)],
    [`/rules/${await ruleHash(RULE)}.json`]: ['application/json', JSON.stringify(RULE)],
  };
  const counts: Record<Fault, number> = {
    none: 0,
    'lost-before': 0,
    'lost-after': 0,
    busy: 0,
    slow: 0,
  };
  const server = createServer(async (request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://portal');
    const file = files[pathname];
    if (file) return response.writeHead(200, { 'content-type': file[0] }).end(file[1]);
    if (pathname.startsWith('/w/')) {
      const body = await readFile(new URL(pathname.slice('/w/'.length), DIST));
      return response.writeHead(200, { 'content-type': 'text/javascript' }).end(body);
    }
    if (!pathname.startsWith('/svc/')) return response.writeHead(404).end();
    const fault = pathname === '/svc/v1/objections' ? faultOf() : 'none';
    counts[fault] += 1;
    const body = await bodyOf(request);
    if (fault === 'lost-before') return request.socket.destroy();
    if (fault === 'busy') return response.writeHead(503).end();
    if (fault === 'slow') await new Promise((done) => setTimeout(done, 400));
    const answer = await service.running.fetch(
      new Request(`http://service${pathname.slice('/svc'.length)}${search}`, {
        method: request.method ?? 'GET',
        headers: { 'content-type': request.headers['content-type'] ?? 'application/json' },
        ...(body.length > 0 && { body: new Uint8Array(body) }),
      }),
    );
    const text = Buffer.from(await answer.arrayBuffer());
    if (fault === 'lost-after') return request.socket.destroy();
    response.writeHead(answer.status, {
      'content-type': answer.headers.get('content-type') ?? 'application/json',
    });
    response.end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/c`,
    counts,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
