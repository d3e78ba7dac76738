import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { keyRing, signCode, toHex } from '@chidu/sdk/codes';
import { verify } from '@chidu/sdk/verdict';
import { expect, it } from 'vitest';
import { ed25519Signer } from './signers.ts';

const read = (name: string): Buffer =>
  readFileSync(new URL(`../../sdk/docs/formats/${name}`, import.meta.url));
const page = read('rule.md').toString();
const bytes = new Uint8Array(read('rule.example.json'));

/** A cell of the table, or a line of the block, of the worked example. */
const found = (pattern: RegExp): string => pattern.exec(page)?.[1] ?? '';
const row = (name: string): string =>
  found(new RegExp(`^\\| ${name} \\| (.*) \\|$`, 'm')).replaceAll('`', '');
const line = (name: string): string => found(new RegExp(`^${name} {2,}(.*)$`, 'm'));
const numbers = (text: string): number[] =>
  (text.match(/\d[\d,]*/g) ?? []).map((each) => Number(each.replaceAll(',', '')));

it('the worked example of the rule page is the code that it prints, and its arithmetic replays', async () => {
  const rule = JSON.parse(new TextDecoder().decode(bytes));
  const signer = ed25519Signer('worked example');
  const [min = 0, max = 0] = numbers(row('labels 10, 11'));
  const code = await signCode(
    {
      document: '示市监罚告〔2026〕1号',
      issued: 20261121,
      rule: {
        pack: rule.pack.id,
        version: rule.pack.version,
        hash: new Uint8Array(createHash('sha256').update(bytes).digest()),
      },
      violation: rule.statute.violation,
      facts: JSON.parse(row('label 24')),
      factors: JSON.parse(row('label 7')),
      points: Number.parseInt(row('label 8'), 10),
      tier: Number.parseInt(row('label 9'), 10),
      range: { min, max },
      fine: numbers(row('suggestion')).at(-1) ?? 0,
      kinds: [3],
    },
    signer,
  );
  expect({
    SPKI: line('SPKI'),
    text: line('text'),
    'code id': line('code id'),
    'check code': line('check code'),
  }).toEqual({
    SPKI: toHex(signer.spki),
    text: code.text,
    'code id': code.id,
    'check code': code.checkCode,
  });

  const window = { notBefore: 20260101, notAfter: 20261231, revokedAt: null };
  const key = {
    alg: signer.alg,
    spki: signer.spki,
    role: 'authority',
    authorities: ['x'],
    ...window,
  };
  const verdict = await verify(code.text, {
    trust: { keys: keyRing([key]), against: '', nextUpdate: null },
    loadRule: async () => ({ bytes, from: 'rule.example.json' }),
    now: () => new Date('2026-11-21T00:00:00Z'),
  });
  const states = Object.fromEntries(verdict.steps.map(({ id, finding }) => [id, finding.state]));
  expect(states).toMatchObject({ signature: 'pass', rule: 'pass', replay: 'pass' });
});
