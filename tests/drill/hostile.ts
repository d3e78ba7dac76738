import { spawnSync } from 'node:child_process';
import { root } from '../tool.ts';

export const about = '5,000 hostile payloads and Rules shown by the notice in a browser.';

export async function run(): Promise<void> {
  const { status } = spawnSync(
    `${root}node_modules/.bin/wtr`,
    [
      '--config',
      'tests/browser.config.ts',
      '--files',
      'tests/browser/notice/hostile-data.test.tsx',
    ],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, VITE_CHIDU_HOSTILE: '5000', CHIDU_BROWSER_MS: '1200000' },
    },
  );
  if (status !== 0) throw new Error('a payload or a Rule came through');
}
