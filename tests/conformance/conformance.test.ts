import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fromHex, keyRing, verifyCode } from '@chidu/sdk/codes';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { compare } from './compare.ts';
import { formatVectors } from './vector-file.ts';
import { makeVectors, type VectorFile } from './vectors.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const written = readFileSync(here('vectors.json'), 'utf8');
const { keys, vectors } = JSON.parse(written) as VectorFile;
const ring = keyRing(
  keys.map(({ spki, authorities = null, role = 'authority', ...key }) => ({
    ...key,
    spki: fromHex(spki) as Uint8Array,
    authorities,
    role,
  })),
);

afterEach(() => vi.unstubAllGlobals());

describe('conformance vectors', () => {
  it('are what the script makes', async () => {
    expect(formatVectors(await makeVectors()) === written).toBe(true);
  });

  it('are at least 30 accepted and 60 refused, each with a name of its own', () => {
    const accepted = vectors.filter(({ ok }) => ok).length;
    expect(accepted).toBeGreaterThanOrEqual(30);
    expect(vectors.length - accepted).toBeGreaterThanOrEqual(60);
    expect(new Set(vectors.map(({ name }) => name)).size).toBe(vectors.length);
    expect(new Set(vectors.map(({ error }) => error)).size).toBe(13);
  });

  it('are answered rightly by the chidu command', () => {
    const { stdout, status } = spawnSync(
      process.execPath,
      [
        '--conditions=development',
        here('run.ts'),
        process.execPath,
        here('../../sdk/bin/chidu.mjs'),
        'verify',
      ],
      { encoding: 'utf8' },
    );
    expect(stdout).toContain(`${vectors.length} of ${vectors.length} vectors right`);
    expect(status).toBe(0);
  });

  it.each([
    ['with WebCrypto', () => undefined],
    ['without crypto.subtle, as on a page without https', () => vi.stubGlobal('crypto', {})],
    ['without crypto', () => vi.stubGlobal('crypto', undefined)],
    [
      'in an engine that lacks Ed25519',
      () => {
        const { subtle } = crypto;
        const importKey: typeof subtle.importKey = async (...args: unknown[]) => {
          if ((args[2] as { name: string }).name === 'Ed25519') {
            throw new DOMException('Unrecognized name.', 'NotSupportedError');
          }
          return Reflect.apply(subtle.importKey, subtle, args);
        };
        vi.stubGlobal('crypto', { subtle: { importKey, verify: subtle.verify.bind(subtle) } });
      },
    ],
  ])('are answered alike %s', async (_, prepare) => {
    prepare();
    for (const vector of vectors) {
      const result = await verifyCode(vector.input, ring);
      const got = [result.ok, result.ok ? null : result.error, result.id, result.checkCode];
      expect([vector.name, ...got]).toEqual([
        vector.name,
        vector.ok,
        vector.error,
        vector.id,
        vector.checkCode,
      ]);
    }
  });
});

describe('the runner', () => {
  const [vector] = vectors as [VectorFile['vectors'][number]];
  const { name, input: _, ...answer } = vector;

  it('finds nothing where the answer is right', () => {
    expect(compare([vector], `${JSON.stringify({ ...answer, steps: [] })}\n`)).toEqual([]);
  });

  it.each([
    ['a wrong answer', `${JSON.stringify({ ...answer, ok: !answer.ok })}\n`],
    ['another payload', `${JSON.stringify({ ...answer, payload: {} })}\n`],
    ['no answer', ''],
  ])('names the vector with %s', (_, lines) => {
    expect(compare([vector], lines)).toEqual([expect.stringContaining(name)]);
  });

  it('counts answers too many', () => {
    const line = `${JSON.stringify(answer)}\n`;
    expect(compare([vector], line + line)).toEqual(['1 answers too many']);
  });
});
