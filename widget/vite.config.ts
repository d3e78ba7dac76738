import { defineConfig } from 'vite';

/** `<chidu-notice>` as an ES module and as a script for portals that know no modules. */
export default defineConfig({
  root: import.meta.dirname,
  // The workspace's own sources, so that a build needs no built SDK.
  resolve: { conditions: ['development', 'module', 'browser', 'import'] },
  // Library mode leaves this to the consumer; a portal has no bundler.
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    target: 'es2022',
    lib: {
      entry: { 'chidu-notice': 'src/chidu-notice.ts' },
      name: 'Chidu',
      formats: ['es', 'iife'],
    },
    rolldownOptions: { output: { minify: true } },
  },
});
