import { defineConfig } from 'wxt';
import { manifest } from './extension/manifest.ts';

export default defineConfig({
  srcDir: 'extension',
  publicDir: 'extension/public',
  modulesDir: 'extension/modules',
  outDir: 'extension/.output',
  imports: false,
  manifestVersion: 3,
  manifest: ({ browser }) => manifest(browser),
  // The workspace's own sources, so that a build needs no built SDK.
  vite: () => ({
    resolve: { conditions: ['development', 'module', 'browser', 'import'] },
  }),
});
