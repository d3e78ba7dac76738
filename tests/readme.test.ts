import { mkdirSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { read } from './check/repository-files.ts';
import { readTool, root } from './tool.ts';

test('the program in the README of the SDK prints what stands below it', () => {
  const [, program = '', printed] =
    /```ts\n(.*?)```.*?```text\n(.*?)```/s.exec(read('sdk/README.md')) ?? [];
  mkdirSync(`${root}tests/dist`, { recursive: true });
  writeFileSync(`${root}tests/dist/readme.ts`, program);
  const { all } = readTool(['node', '--conditions=development', 'tests/dist/readme.ts']);
  expect(all).toBe(printed);
});
