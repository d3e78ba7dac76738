import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { portalServer } from '../demo/embedding/server.ts';
import type { SignedCase } from '../sdk/src/verdict/fixtures/signed-case.ts';

const from = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The portal of `demo/embedding` with the built widget, and with list, roots and Rule of a signed case. */
export async function openRecipe(signed: SignedCase) {
  const folder = mkdtempSync(join(tmpdir(), 'chidu-portal-'));
  const chidu = join(folder, 'chidu');
  cpSync(from('../widget/dist/'), chidu, { recursive: true });
  mkdirSync(join(chidu, 'rules'));
  writeFileSync(join(chidu, 'trust-list.txt'), signed.list);
  writeFileSync(join(chidu, 'trust-roots.json'), JSON.stringify(signed.roots));
  writeFileSync(join(chidu, `rules/${signed.hash}.json`), JSON.stringify(signed.rule));
  cpSync(from('../demo/embedding/portal.html'), join(folder, 'portal.html'));
  const server = portalServer(folder);
  /** Paths, in the order in which they were asked for. */
  const asked: string[] = [];
  server.on('request', ({ url = '' }) => asked.push(url.replace(/\?.*/, '')));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    folder,
    asked,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
