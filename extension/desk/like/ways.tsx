import type { FourWays, WayResult } from '@chidu/sdk/cases/explain';
import { formatFen } from '@chidu/sdk/text';
import type { Language } from '../../platform/settings.ts';
import { LIKE_WORDS } from './words.ts';

/** Four ways to the amount side by side; where two of them disagree, that is said and not settled. */
export function Ways({
  four: { ways, disagreements },
  language,
}: {
  readonly four: FourWays;
  readonly language: Language;
}) {
  const words = LIKE_WORDS[language];
  return (
    <>
      <h3>{words.ways}</h3>
      <dl class="figures ways">
        {ways.map((one) => [
          <dt key={`${one.way} name`}>{words.way[one.way]}</dt>,
          <dd key={one.way} data-way={one.way}>
            {one.fine === null ? words.notSure : formatFen(one.fine)}
            {one.fine !== null && <span class="source"> {restsOn(one, language)}</span>}
            {one.lawful === false && <span class="source warn"> {words.unlawful}</span>}
          </dd>,
        ])}
      </dl>
      {disagreements.length > 0 && (
        <ul class="apart">
          {disagreements.map(({ between, kind, by }) => (
            <li key={between.join(' ')} class="warn" data-between={between.join(' ')}>
              {words.disagree(words.way[between[0]], words.way[between[1]], kind, formatFen(by))}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function restsOn({ low, high, cases }: WayResult, language: Language): string {
  const words = LIKE_WORDS[language];
  return [
    low !== null && high !== null && low < high ? words.from(formatFen(low), formatFen(high)) : '',
    cases > 0 ? words.count(cases) : '',
  ]
    .filter(Boolean)
    .join(language === 'zh' ? '，' : ', ');
}
