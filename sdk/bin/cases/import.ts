import { createHash } from 'node:crypto';
import { open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { CaseRecord } from '@chidu/sdk/cases';
import { loadMapping, type Mapping, openImport, ReportWriter } from '@chidu/sdk/cases/import';
import type { CommandIo } from '../command.ts';
import { taken } from '../rules/faults.ts';
import { fileBytes, parsed } from '../rules/packs.ts';
import { statuteBook } from './book.ts';
import type { Options } from './options.ts';
import { recordsIn } from './records-file.ts';

/** How far an import has come, kept beside the unfinished files. */
interface State {
  /** SHA-256 of the source: another file is another import. */
  readonly source: string;
  readonly rows: number;
  /** Bytes of the unfinished file of records that are sound. */
  readonly bytes: number;
}

const EVERY = 1000;

/**
 * A list of cases → records (JSON Lines), what was refused and why, and what was understood of the columns. Records appear
 * under their name only when all rows are read. Exit code 1 where rows were refused, or when it was interrupted.
 */
export async function run(options: Options, io: CommandIo): Promise<number> {
  const [file, ...more] = options.files;
  const { out } = options;
  if (file === undefined || more.length > 0 || out === undefined) return 2;
  const target = resolve(io.cwd, out);
  const [part, state, refused] = [`${target}.part`, `${target}.state`, `${target}.refused.jsonl`];
  const { signal } = io;
  const bytes = await fileBytes(file, io);
  const source = createHash('sha256').update(bytes).digest('hex');
  const before = options.resume ? await lastState(state, source) : null;
  if (before === null) await Promise.all([part, refused].map((path) => rm(path, { force: true })));

  const known: CaseRecord[] = [];
  const records = await open(part, before === null ? 'w' : 'r+');
  if (before !== null) {
    await records.truncate(before.bytes);
    for await (const record of recordsIn(part)) known.push(record);
  }
  const mapping = await keptMapping(options, io);
  const opened = taken(
    openImport(basename(file), bytes, {
      source: options.source ?? basename(file),
      book: (await statuteBook(options.statutes, io)).statutes,
      known,
      from: before?.rows ?? 0,
      ...(mapping === null ? {} : { mapping }),
      signal,
    }),
  );
  for (const header of opened.unknown) io.err(`- ${header}\t未知的列，未导入 · column not taken\n`);
  if (opened.mapping !== null && mapping === null && options.mapping !== undefined) {
    await writeFile(
      resolve(io.cwd, options.mapping),
      `${JSON.stringify(opened.mapping, null, 2)}\n`,
    );
  }

  const rejects = await open(refused, 'a');
  const report = new ReportWriter();
  let [rows, size] = [before?.rows ?? 0, before?.bytes ?? 0];
  const keep = async () => {
    await records.sync();
    const reached: State = { source, rows, bytes: size };
    await writeFile(`${state}.new`, JSON.stringify(reached));
    await rename(`${state}.new`, state);
  };
  try {
    for await (const row of opened.read()) {
      report.add(row);
      const { at, record, issues, duplicate } = row;
      if (record !== null) {
        const line = Buffer.from(`${JSON.stringify(record)}\n`);
        await records.write(line, 0, line.length, size);
        size += line.length;
      }
      if (record === null || issues.length > 0 || duplicate !== null) {
        const taken_ = record !== null;
        await rejects.write(
          `${JSON.stringify({ at, taken: taken_, issues, ...(duplicate ? { duplicate } : {}) })}\n`,
        );
      }
      rows += 1;
      if (rows % EVERY === 0) {
        await keep();
        io.err(`${rows} / ${opened.rows}\n`);
      }
    }
  } catch (error) {
    if (!signal?.aborted) throw error;
    await keep();
    io.err(`中断于第${rows}行，可用 --resume 继续 · interrupted, continue with --resume\n`);
    return 1;
  } finally {
    await Promise.all([records.close(), rejects.close()]);
  }
  await rename(part, target);
  await rm(state, { force: true });
  const counted = report.report();
  if (options.json) io.out(`${JSON.stringify({ ok: true, out, ...counted })}\n`);
  else tell(counted, `${out}.refused.jsonl`, io);
  return counted.rejected.length === 0 ? 0 : 1;
}

function tell(
  {
    rows,
    taken: count,
    rejected,
    incomplete,
    duplicates,
    masked,
    settled,
  }: ReturnType<ReportWriter['report']>,
  refused: string,
  io: CommandIo,
): void {
  const again = duplicates.filter(({ kind }) => kind === 'number').length;
  const places = Object.values(masked).reduce((sum, one) => sum + one.places, 0);
  const lines = [
    [rows, '行 · rows'],
    [count, '条记录已导入 · records taken'],
    [rejected.length, '行被拒绝 · rows refused'],
    [again, '行文书号重复，未导入 · repeated decisions, not taken'],
    [duplicates.length - again, '条与其他案例文字几乎相同 · almost the same text as another'],
    [incomplete.length, '条有未能读取的内容 · with values left unknown'],
    [settled, '条确定了违法行为 · with a certain violation'],
    [places, '处个人信息已遮盖 · places masked'],
  ] as const;
  for (const [number, text] of lines) io.err(`${String(number).padStart(8)} ${text}\n`);
  if (rejected.length + incomplete.length + duplicates.length > 0) io.err(`${refused}\n`);
}

async function keptMapping({ mapping }: Options, io: CommandIo): Promise<Mapping | null> {
  if (mapping === undefined) return null;
  const there = await readFile(resolve(io.cwd, mapping)).catch(() => null);
  return there === null ? null : taken(loadMapping(parsed(there)));
}

async function lastState(path: string, source: string): Promise<State | null> {
  const text = await readFile(path, 'utf8').catch(() => null);
  const state = text === null ? null : (JSON.parse(text) as State);
  return state?.source === source ? state : null;
}
