import { ruleHash } from '@chidu/sdk/rules';
import { within } from '@chidu/sdk/text';
import type { CommandIo } from '../command.ts';
import type { Options } from './options.ts';
import { entryId, packsOf, ruleOf } from './packs.ts';

/** Every entry of the statute book with the Rule that it makes with the benchmark. */
export async function list(options: Options, io: CommandIo): Promise<number> {
  const packs = await packsOf(options, io);
  const rows: {
    id: string;
    violation: string;
    name: string;
    law: string;
    article: number;
    from: string;
    to: string | null;
    hash: string | null;
    benchmark: { pack: string; version: string } | null;
    sample: boolean;
  }[] = [];
  for (const statute of packs.statutes.statutes) {
    const { violation, name, basis, from, to } = statute;
    if (options.violation !== undefined && options.violation !== violation) continue;
    if (options.on !== undefined && !within(options.on, from, to)) continue;
    const rule = ruleOf(statute, packs);
    rows.push({
      id: entryId(statute),
      violation,
      name: name.zh,
      law: basis.law,
      article: basis.article,
      from,
      to,
      hash: rule === null ? null : await ruleHash(rule),
      benchmark: rule === null ? null : { pack: rule.pack.id, version: rule.pack.version },
      sample: rule?.pack.sample ?? false,
    });
  }
  if (options.json) {
    io.out(`${JSON.stringify(rows.map(({ name: _, ...row }) => row))}\n`);
    return 0;
  }
  for (const row of rows) {
    const article = `${row.law} ${row.article}`;
    const mark = row.sample ? '\t示例' : '';
    const period = `${row.from}..${row.to ?? ''}`;
    io.out(
      `${row.id}\t${row.name}\t${article}\t${period}\t${row.hash?.slice(0, 12) ?? '-'}${mark}\n`,
    );
  }
  io.err(`${rows.length} entries; ${packs.benchmark.title.zh} ${packs.benchmark.version}\n`);
  return 0;
}
