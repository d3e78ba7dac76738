import { createHash } from 'node:crypto';
import { type FactDefinition, Statute, type StatutePack } from '../../src/rules/index.ts';
import { convert } from './convert.ts';
import { Refusal } from './refusal.ts';
import type { SourceRecord } from './source.ts';

/** The statute pack made from the text of the source. Same text, same pack. */
export function makeStatutes(text: string, facts: readonly FactDefinition[]): StatutePack {
  const records: unknown = JSON.parse(text);
  if (!Array.isArray(records)) throw new Refusal('source', '/', 'not a list of records');
  const statutes = records.flatMap((record) => convert(record, facts));
  for (const statute of statutes) Statute.parse(statute);
  const checked = records as SourceRecord[];
  const versions = checked.flatMap((one) => [
    ...(one.priorVersions ?? []),
    ...(one.futureVersions ?? []),
  ]);
  const count = (lists: readonly { tiers: readonly { fine: unknown }[] }[], fined: boolean) =>
    lists.flatMap((one) => one.tiers).filter((one) => !fined || one.fine !== null).length;
  return {
    format: 'chidu-statutes/1',
    id: 'cn-market-supervision',
    version: '2026.11.1',
    title: {
      zh: '市场监督管理行政处罚法条库',
      en: 'Statute book of market supervision penalties',
    },
    origin: {
      sha256: createHash('sha256').update(text).digest('hex'),
      records: checked.length,
      otherVersions: versions.length,
      tiers: count(checked, false),
      fines: count(checked, true),
      otherVersionTiers: count(versions, false),
      otherVersionFines: count(versions, true),
    },
    notes: [
      '以上、以下、以内包括本数；不足、超过不包括本数。',
      'Stated ends are included; 不足 and 超过 exclude theirs.',
    ],
    statutes,
  };
}
