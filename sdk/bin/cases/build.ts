import { access, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import {
  buildShards,
  bundleHead,
  type LibraryManifest,
  MANIFEST_NAME,
  manifestBody,
  readManifest,
} from '@chidu/sdk/cases';
import { parseSignedText, signText } from '@chidu/sdk/codes';
import { chinaDay } from '@chidu/sdk/text';
import type { CommandIo } from '../command.ts';
import { readSigner } from '../keys/signer-file.ts';
import { fileBytes } from '../rules/packs.ts';
import { fieldsOf, statuteBook } from './book.ts';
import { writeWhole } from './folder.ts';
import type { Options } from './options.ts';
import { recordsIn } from './records-file.ts';

/**
 * Records → a library in a folder, for any static host. Files are named by their hash, the manifest comes last: until
 * then, and when it is interrupted, the edition before is whole. Files that no edition needs any more are removed at the end.
 */
export async function run(options: Options, io: CommandIo): Promise<number> {
  const [file, ...more] = options.files;
  const { out, id, title = id, most } = options;
  if (file === undefined || more.length > 0 || out === undefined || id === undefined) return 2;
  if (most !== undefined && !/^[1-9]\d*$/.test(most)) return 2;
  const { signal } = io;
  const folder = resolve(io.cwd, out);
  await mkdir(folder, { recursive: true });
  const previous = await editionIn(folder);
  const signer =
    options.key === undefined
      ? null
      : readSigner(new TextDecoder().decode(await fileBytes(options.key, io)));
  const manifest = await buildShards(
    recordsIn(resolve(io.cwd, file)),
    async (shard, index, texts) => {
      await writeOnce(join(folder, shard.index.name), index);
      await writeOnce(join(folder, shard.texts.name), texts);
    },
    {
      id,
      title: title ?? id,
      kind: options.suits ? 'suits' : 'decisions',
      published: options.published ?? chinaDay(io.now()),
      fields: fieldsOf(await statuteBook(options.statutes, io)),
      onProgress: (done, read) => read % 16_384 === 0 && io.err(`${done} / ${read}\n`),
      ...(most === undefined ? {} : { most: Number(most) }),
      ...(previous === null ? {} : { previous }),
      ...(signal === undefined ? {} : { signal }),
    },
  );
  const body = manifestBody(manifest);
  const signed = signer === null ? body : await signText(body, [signer]);
  await writeWhole(join(folder, MANIFEST_NAME), [signed]);
  const needed = new Set(manifest.shards.flatMap(({ index, texts }) => [index.name, texts.name]));
  for (const name of await readdir(folder)) {
    if (/^[0-9a-f]{32}\.(?:index|records)$/.test(name) && !needed.has(name)) {
      await rm(join(folder, name));
    }
  }
  if (options.bundle !== undefined) {
    await writeBundle(resolve(io.cwd, options.bundle), folder, manifest, signed.length);
  }
  const { serial, records, shards } = manifest;
  const told = { id, serial, records, shards: shards.length, signed: signer !== null };
  if (options.json) io.out(`${JSON.stringify({ ok: true, ...told, out })}\n`);
  else {
    io.err(
      `${records} 条案例 · cases, ${shards.length} 个分片 · shards, 第${serial}版 · edition\n`,
    );
    if (signer === null) io.err('未签名，只供本机使用 · not signed: for this machine only\n');
  }
  return 0;
}

/** The edition that lies in the folder. It was made here, so its signature is not asked for. */
async function editionIn(folder: string): Promise<LibraryManifest | null> {
  const bytes = await readFile(join(folder, MANIFEST_NAME)).catch(() => null);
  return bytes === null ? null : readManifest(parseSignedText(bytes)?.body ?? bytes, null);
}

/** The same name always has the same bytes. */
async function writeOnce(path: string, bytes: Uint8Array): Promise<void> {
  const there = await access(path).then(
    () => true,
    () => false,
  );
  if (!there) await writeWhole(path, [bytes]);
}

async function writeBundle(
  path: string,
  folder: string,
  { shards }: LibraryManifest,
  manifestBytes: number,
): Promise<void> {
  const files = [
    { name: MANIFEST_NAME, bytes: manifestBytes },
    ...shards.flatMap(({ index, texts }) => [index, texts]),
  ].map(({ name, bytes }) => ({ name, bytes }));
  await writeWhole(
    path,
    (async function* () {
      yield bundleHead(files);
      for (const { name } of files) yield await readFile(join(folder, name));
    })(),
  );
}
