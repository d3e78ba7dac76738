import type { Difference, LikeCase } from '@chidu/sdk/cases/explain';
import type { Rule } from '@chidu/sdk/rules';
import { formatFen } from '@chidu/sdk/text';
import type { Language } from '../../platform/settings.ts';
import { LIKE_WORDS } from './words.ts';

/** One like case: its fine, why it is like this one, and where it differs with what that would do here. */
export function LikeLine({
  like,
  rule,
  language,
}: {
  readonly like: LikeCase;
  readonly rule: Rule;
  readonly language: Language;
}) {
  const words = LIKE_WORDS[language];
  const { record, copies } = like;
  const differs = like.differences.flatMap((one) => told(one, rule, language) ?? []);
  return (
    <li data-record={record.id}>
      <details>
        <summary>
          {record.title ?? record.number ?? record.id}　
          <b>{record.fine === undefined ? words.unknownFine : formatFen(record.fine)}</b>
        </summary>
        <p class="source">
          {[record.authority, record.decisionDate, record.number].filter(Boolean).join('　')}
        </p>
        <p>{record.facts}</p>
      </details>
      <p class="source">
        {words.why}：
        {shares(like)
          .map(([kind, share]) => `${words.kinds[kind]} ${Math.round(100 * share)}%`)
          .join('，')}
      </p>
      <p class="source">
        {words.differs}：{differs.length === 0 ? words.same : differs.join('；')}
      </p>
      {copies.length > 0 && <p class="source">{words.copies(copies.length)}</p>}
    </li>
  );
}

/** Shares of the score by kind of reason, largest first. */
function shares({ reasons }: LikeCase) {
  const sums = new Map<LikeCase['reasons'][number]['kind'], number>();
  for (const { kind, share } of reasons) sums.set(kind, (sums.get(kind) ?? 0) + share);
  return [...sums].sort((a, b) => b[1] - a[1]);
}

/** A difference in words; what the record does not say is none. */
function told(difference: Difference, rule: Rule, language: Language): string | null {
  const words = LIKE_WORDS[language];
  const { kind, id, theirs, effect } = difference;
  if (theirs === null) return null;
  if (kind === 'violation') return words.otherViolation;
  if (kind === 'version') return words.otherLaw(String(theirs));
  if (kind !== 'factor')
    return words.other(
      words.kinds[kind],
      kind === 'value' ? formatFen(Number(theirs)) : `${theirs}`,
    );
  const factor = rule.benchmark.factors.find((one) => one.id === id);
  const option = factor?.options.find((one) => one.id === theirs);
  // An answer that this benchmark does not have cannot be weighed by it.
  if (!factor || !option) return null;
  return words.factor(
    factor.label[language] ?? factor.label.zh,
    option.label[language] ?? option.label.zh,
    effect && {
      points: effect.points,
      fine: effect.suggestion === null ? null : signedFen(effect.suggestion),
      outcome: effect.outcome === 'fine' ? null : words.outcome[effect.outcome],
    },
  );
}

const signedFen = (fen: number): string =>
  fen === 0 ? '±0' : `${fen > 0 ? '+' : '-'}${formatFen(Math.abs(fen))}`;
