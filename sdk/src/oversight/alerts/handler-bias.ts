import type { Label } from '../../deadlines/index.ts';
import type { CaseHistory } from '../events/case-history.ts';
import { falseDiscovery, stratifiedRankSums } from '../statistics/index.ts';
import { type Decided, decidedOf } from './like-cases.ts';

export interface BiasOptions {
  /** What the cases are grouped by; null: left out. Default: the key that issued the code. */
  readonly groupOf?: (decided: Decided) => string | null;
  /** What makes cases alike. Default: violation and tier. */
  readonly likeOf?: (decided: Decided) => string;
  /** Whose cases they are compared with, as the question says it. Default: 他人办理的. */
  readonly others?: Label;
  /** Cases with like cases of others that a group needs before anything is said of it. Default 20. */
  readonly fewest?: number;
  /** q-value up to which a group is asked about. Default 0.01. */
  readonly falseDiscovery?: number;
  /** Least distance from like cases in basis points: what is smaller is no concern, however sure. Default 500. */
  readonly least?: number;
}

/** One group whose fines stand otherwise to the suggestions than those of like cases. */
export interface BiasFinding {
  readonly group: string;
  readonly direction: 'lighter' | 'heavier';
  /** Cases that could be compared, and their ids: whoever asks must read them. */
  readonly cases: number;
  readonly of: readonly string[];
  /** Decided over suggested, against like cases of others; basis points, -1200 is 12 % lighter. */
  readonly shift: number;
  readonly z: number;
  readonly p: number;
  /** After correction for the number of groups asked about. */
  readonly q: number;
  readonly question: Label;
}

export interface Bias {
  /** Groups that were asked about; the correction is for their number. */
  readonly tested: number;
  /** Groups with too few comparable cases: nothing is said of them, and they are counted. */
  readonly tooFew: number;
  readonly cases: number;
  /** Cases without a fine to compare. */
  readonly leftOut: number;
  /** Surest first. */
  readonly findings: readonly BiasFinding[];
}

/** A single far case weighs no more than this in the shift: half, or double. */
const MOST = Math.log(2);

/**
 * Does somebody decide otherwise than others do in like cases? Decided over suggested is compared inside the same violation and
 * tier by a rank test (van Elteren), so that one far case or another mix of cases cannot carry it; the answer is corrected for the
 * number of groups (Benjamini and Hochberg) and needs a shift that matters. It asks a question: a good reason may stand
 * in every file. Not for appraisal of persons, and never by income from fines (行政处罚法 74(3)).
 */
export function handlerBias(histories: readonly CaseHistory[], options: BiasOptions = {}): Bias {
  const { groupOf = ({ code }) => code.kid, fewest = 20, least = 500 } = options;
  const { likeOf = ({ issued }) => `${issued.violation} ${issued.tier}`, others = OTHERS } =
    options;
  const ordered = histories.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const all = ordered.flatMap((history) => decidedOf(history) ?? []);
  const rows = all.flatMap((one) => {
    const group = groupOf(one);
    const { fine, suggestion, history } = one;
    const value = Math.max(-MOST, Math.min(MOST, Math.log(fine / suggestion)));
    return group === null ? [] : [{ id: history.id, group, kind: likeOf(one), value }];
  });
  const strata = [...Map.groupBy(rows, ({ kind }) => kind).values()];
  const compared = new Set(
    strata.filter((like) => like.some(({ group }) => group !== like[0]?.group)).flat(),
  );
  const tests = stratifiedRankSums(strata);
  const groups = [...tests].sort(([a], [b]) => (a < b ? -1 : 1));
  const asked = groups.filter(([, test]) => test.compared >= fewest);
  const qs = falseDiscovery(asked.map(([, { p }]) => p));
  const findings = asked.flatMap(
    ([group, { z, p, shift: logs, compared: cases }], i): BiasFinding[] => {
      const q = qs[i] ?? 1;
      const shift = Math.round(10_000 * Math.expm1(logs));
      const agrees = Math.sign(z) === Math.sign(shift);
      if (q > (options.falseDiscovery ?? 0.01) || Math.abs(shift) < least || !agrees) return [];
      const of = rows.flatMap((row) => (row.group === group && compared.has(row) ? [row.id] : []));
      const direction = shift < 0 ? 'lighter' : 'heavier';
      return [
        { group, direction, cases, of, shift, z, p, q, question: questionOf(shift, cases, others) },
      ];
    },
  );
  return {
    tested: asked.length,
    tooFew: groups.length - asked.length,
    cases: rows.length,
    leftOut: histories.length - rows.length,
    findings: findings.sort((a, b) => a.q - b.q || (a.group < b.group ? -1 : 1)),
  };
}

const OTHERS: Label = { zh: '他人办理的', en: 'of others' };

function questionOf(shift: number, cases: number, others: Label): Label {
  const percent = Math.round(Math.abs(shift) / 100);
  const [zh, en] = shift < 0 ? ['低', 'lower'] : ['高', 'higher'];
  return {
    zh: `这${cases}件案件的罚款与裁量建议相比，平均比${others.zh}同类案件${zh}约${percent}%。案卷中是否有共同的理由？`,
    en: `Against the suggestion, the fines of these ${cases} cases are about ${percent} % ${en} than in like cases ${others.en}. Do the files give a common reason?`,
  };
}
