import { parseMoney, readDay } from '@chidu/sdk/text';
import type { ValueCheck } from '../adapters/adapter.ts';
import { squeeze } from '../locate/label-text.ts';
import type { FieldValue, Refusal } from '../locate/reading.ts';

export type Checked =
  | { readonly ok: true; readonly value: FieldValue }
  | { readonly ok: false; readonly code: Refusal };

/** Turns a text into a value of the expected kind, or says why it is none. `unit` is what the label prints. */
export function checkValue(raw: string, unit: string, check: ValueCheck): Checked {
  switch (check.as) {
    case 'text': {
      const text = raw.replace(LINKS, '');
      return check.pattern === undefined || new RegExp(`^(?:${check.pattern})$`, 'u').test(text)
        ? { ok: true, value: text.normalize('NFC') }
        : { ok: false, code: 'pattern' };
    }
    case 'fen': {
      // A unit in brackets behind the box: 60.00（元）.
      const plain = raw
        .replace(/\s*[(（]\s*(?:单位[:：])?\s*(万?元)\s*[)）]$/, '$1')
        .replace(/[。；;]$/, '');
      const money =
        readBoth(plain) ?? parseMoney(plain, unit === '万元' ? { unit: 'wan-yuan' } : {});
      return money.ok
        ? { ok: true, value: money.fen }
        : { ok: false, code: money.issue.code as Refusal };
    }
    case 'day': {
      const day = readDay(raw);
      return day.ok ? { ok: true, value: day.day } : { ok: false, code: 'date-text' };
    }
    case 'count': {
      const digits = /^(\d{1,9})[个件人次天日月年岁批份]?$/.exec(squeeze(raw));
      return digits ? { ok: true, value: Number(digits[1]) } : { ok: false, code: 'count-text' };
    }
    case 'choice': {
      const word = squeeze(raw);
      const hit = Object.entries(check.values).find(([printed]) => squeeze(printed) === word);
      return hit ? { ok: true, value: hit[1] } : { ok: false, code: 'choice-unknown' };
    }
    case 'bool': {
      const word = squeeze(raw);
      if (check.yes.some((yes) => squeeze(yes) === word)) return { ok: true, value: true };
      if (check.no.some((no) => squeeze(no) === word)) return { ok: true, value: false };
      return { ok: false, code: 'choice-unknown' };
    }
  }
}

const LINK = '复制|查看|详情|核验|编辑|修改|选择|更多|展开|收起';
/** What a page lets people do with a value, in links behind it: 复制, [查看详情]. */
const LINKS = new RegExp(
  String.raw`(?:\s+(?:查看详情|${LINK})|\s*[[【](?:${LINK})[^[\]【】]{0,6}[\]】])+$`,
);

/**
 * An amount written twice, as documents do: `37,500.00元（大写：叁万柒仟伍佰元整）`, `1.2万元（壹万贰仟元）`. Null where it is not written twice, or where the
 * two differ or one of them is none: then the whole text is judged, and refused.
 */
function readBoth(raw: string): ReturnType<typeof parseMoney> | null {
  const text = squeeze(raw).replace(/人民币|[()]|[大小]写:?/g, ' ');
  const parts = text.split(' ').filter((part) => /[\d零壹贰叁肆伍陆柒捌玖]/.test(part));
  const [one, two] = parts.map((part) => parseMoney(part));
  if (parts.length !== 2 || !one?.ok || !two?.ok || one.fen !== two.fen) return null;
  return one;
}
