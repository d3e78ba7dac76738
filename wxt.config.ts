import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'wxt';
import { manifest } from './extension/manifest.ts';
import { MANAGED_SCHEMA } from './extension/policy/managed-schema.ts';

const packs = fileURLToPath(new URL('sdk/packs', import.meta.url));

/**
 * WXT puts a logger around every script that runs in a page: half a kilobyte in each frame, for what the browser's console
 * says as well.
 */
const bareScripts = {
  name: 'chidu-bare-scripts',
  transform(code: string, id: string): string | null {
    const [own] = /^import definition from .*$/m.exec(code) ?? [];
    return id.includes('unlisted-script-entrypoint') && own
      ? `${own}\nexport default definition.main();`
      : null;
  },
};

export default defineConfig({
  srcDir: 'extension',
  publicDir: 'extension/public',
  modulesDir: 'extension/modules',
  outDir: 'extension/.output',
  imports: false,
  manifestVersion: 3,
  manifest: ({ browser, mode }) => manifest(browser, mode),
  hooks: {
    // The packs are data of the SDK; the panel reads them as files of its own.
    'build:publicAssets': (_, files) => {
      for (const name of readdirSync(packs))
        if (name.endsWith('.json'))
          files.push({ absoluteSrc: `${packs}/${name}`, relativeDest: `packs/${name}` });
      files.push({
        contents: JSON.stringify(MANAGED_SCHEMA, null, 2),
        relativeDest: 'managed-schema.json',
      });
    },
  },
  // The workspace's own sources: only this configuration itself needs the built SDK.
  vite: () => ({
    resolve: { conditions: ['development', 'module', 'browser', 'import'] },
    plugins: [bareScripts],
  }),
});
