import { fileURLToPath } from 'node:url';
import { defaultReporter, type TestRunnerConfig } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { createServer } from 'vite';
import { browserTally } from './browser-tally.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const files = ['tests/browser/**/*.test.{ts,tsx}', '{widget,extension}/**/*.browser.test.{ts,tsx}'];
const tally = process.env.CHIDU_BROWSER_TALLY;
const never = '!**/{node_modules,dist,.output}/**';

// Vite as a middleware serves TypeScript, TSX, CommonJS dependencies and `development` sources. It
// has to stand in `middleware`: the runner's own static files answer before a plugin's.
const vite = await createServer({
  root,
  configFile: false,
  appType: 'custom',
  logLevel: 'error',
  cacheDir: 'node_modules/.cache/vite-browser',
  resolve: { conditions: ['development', 'module', 'browser', 'import'] },
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { entries: [...files, never] },
});

export default {
  rootDir: root,
  files: [...files, never],
  concurrency: 2,
  reporters: [defaultReporter(), ...(tally ? [browserTally(tally)] : [])],
  // Long, for a machine that is slow and does other things too.
  testFramework: { config: { timeout: '120000' } },
  // A drill gives itself longer than a suite may take.
  testsFinishTimeout: Number(process.env.CHIDU_BROWSER_MS ?? 600_000),
  browsers: [
    chromeLauncher({
      launchOptions: {
        executablePath: '/usr/bin/chromium',
        headless: true,
        args: ['--no-sandbox', '--disable-quic', '--no-first-run'],
      },
    }),
  ],
  middleware: [
    (context, next) =>
      new Promise((resolve, reject) => {
        context.res.statusCode = 200;
        vite.middlewares(context.req, context.res, (error: unknown) =>
          error ? reject(error) : resolve(next()),
        );
        context.res.once('close', resolve);
      }),
  ],
  plugins: [{ name: 'vite', serverStop: () => vite.close() }],
} satisfies TestRunnerConfig;
