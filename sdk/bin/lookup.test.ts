import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeUrl, signCode } from '@chidu/sdk/codes';
import { expect, it } from 'vitest';
import { ed25519Signer } from '../../tests/conformance/signers.ts';
import { typicalPayload } from '../../tests/conformance/typical.ts';
import type { CommandIo } from './command.ts';
import { run } from './commands/lookup.ts';

const cwd = mkdtempSync(join(tmpdir(), 'chidu-lookup-'));
const code = await signCode(typicalPayload, ed25519Signer('lookup'));
const address = codeUrl('https://fxjd.example.gov.cn', code.text);
writeFileSync(join(cwd, 'codes'), `rubbish\n\n${address}\n`);

async function lookup(...args: string[]) {
  const written = { out: '', err: '' };
  const io: CommandIo = {
    stdin: async () => new Uint8Array(),
    out: (text) => {
      written.out += text;
    },
    err: (text) => {
      written.err += text;
    },
    cwd,
    now: () => 0,
  };
  return { exit: await run(args, io), ...written };
}

it('finds a code by what is printed beside it', async () => {
  const typed = code.checkCode.replaceAll('-', ' ');
  expect(await lookup('codes', typicalPayload.document, typed)).toEqual({
    exit: 0,
    out: `${address}\n`,
    err: '',
  });
});

it.each([
  ['not-found', ['codes', typicalPayload.document, '0000-0000-0000'], 1],
  ['check-code', ['codes', typicalPayload.document, '12'], 1],
  ['cannot be read', ['nowhere', typicalPayload.document, code.checkCode], 2],
  ['Usage', ['codes'], 2],
])('says %s', async (reason, args, exit) => {
  expect(await lookup(...args)).toEqual({ exit, out: '', err: expect.stringContaining(reason) });
});
