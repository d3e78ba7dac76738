import type { FactDefinition } from '../fact.ts';
import { readCondition, writeCondition } from '../workbook/phrase.ts';
import type { Requirement } from './list-pack.ts';

const GROUND = '法定情节';

/**
 * A requirement as one line of a workbook: its words, then in 【】 what a machine can check:
 * `货值金额较小【goodsValue：不足1万元】`, `没有拒不改正【correctionRefused：否】`, `危害轻微【harm：none、slight】`,
 * `首次违法【法定情节：first-slight-corrected】`. Without 【】 only a person can say.
 */
export function readPhrase(
  line: string,
  facts: readonly FactDefinition[],
): { ok: true; value: Requirement; interval?: string } | { ok: false; message: string } {
  const match = /^(.+?)(?:【([^：:【】]+)[：:]([^【】]+)】)?$/.exec(line.trim());
  if (match === null) return { ok: false, message: 'not a requirement' };
  const [, words = '', name, value = ''] = match;
  const [zh = '', en] = words.split(' | ');
  const label = en === undefined ? { zh } : { zh, en };
  if (/[【】]/.test(words)) return { ok: false, message: '【】 is not closed, or empty' };
  if (name === undefined) return { ok: true, value: { label } };
  if (name.trim() === GROUND) return { ok: true, value: { label, ground: value.trim() } };
  const when = readCondition(`${name}：${value}`, facts);
  if (when === null) return { ok: false, message: `${value} does not fit ${name}` };
  return { ok: true, value: { label, when } };
}

/** The line that `readPhrase` gives back, or null for a condition that a line cannot hold. */
export function writePhrase(
  { label, when, ground }: Requirement,
  facts: readonly FactDefinition[],
): string | null {
  const words = label.en === undefined ? label.zh : `${label.zh} | ${label.en}`;
  if (/[【】\n]/.test(words) || words.trim() !== words || label.zh.includes(' | ')) return null;
  if (when !== undefined && ground !== undefined) return null;
  if (ground !== undefined) return `${words}【${GROUND}：${ground}】`;
  if (when === undefined) return words;
  const written = writeCondition(when, facts);
  return written === null ? null : `${words}【${written}】`;
}
