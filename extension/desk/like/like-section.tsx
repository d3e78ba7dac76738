import type { Found } from '@chidu/sdk/cases';
import type { Assessment, Case } from '@chidu/sdk/discretion';
import type { Rule } from '@chidu/sdk/rules';
import { formatFen } from '@chidu/sdk/text';
import { useEffect, useState } from 'preact/hooks';
import type { Language } from '../../platform/settings.ts';
import { caseLibrary } from './case-library.ts';
import { type Compared, compare, spreadOf } from './compare.ts';
import { SpreadPlot } from './spread-plot.tsx';
import { type Way, waysOf } from './ways.ts';
import { LIKE_WORDS } from './words.ts';

interface Props {
  readonly case_: Case;
  readonly rule: Rule;
  readonly assessment: Assessment;
  /** The text of the facts, where the page shows it. */
  readonly facts: string | null;
  readonly language: Language;
}

/** So that answers given one after the other are one search. */
const REST_MS = 250;
/** Enough for a spread; the first ten are shown. */
const LIMIT = 60;
const SHOWN = 10;

/** Decided cases like this one: why, where they differ, and where this case's figure lies among theirs. */
export function LikeSection({ case_, rule, assessment, facts, language }: Props) {
  const words = LIKE_WORDS[language];
  const [found, setFound] = useState<Found | Error | 'no-library' | null>(null);
  const asked = JSON.stringify([case_.violation, case_.factors, case_.facts, facts]);
  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(() => {
      caseLibrary()
        .then((library) =>
          library.search(queryOf(case_, rule, facts), { limit: LIMIT, signal: stop.signal }),
        )
        .then(setFound, (error: Error & { code?: string }) => {
          if (!stop.signal.aborted)
            setFound(error.code === 'library-missing' ? 'no-library' : error);
        });
    }, REST_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [asked, rule]);
  return (
    <section aria-labelledby="like">
      <h2 id="like">{words.title}</h2>
      {found === null && <p class="source">{words.searching}</p>}
      {found === 'no-library' && <p class="source">{words.none}</p>}
      {found instanceof Error && (
        <p class="warn">
          {words.failed}
          {(found as Error & { code?: string }).code ?? found.message}
        </p>
      )}
      {found !== null && found !== 'no-library' && !(found instanceof Error) && (
        <Answer
          found={found}
          case_={case_}
          rule={rule}
          assessment={assessment}
          language={language}
        />
      )}
    </section>
  );
}

function Answer({
  found,
  case_,
  rule,
  assessment,
  language,
}: Omit<Props, 'facts'> & { found: Found }) {
  const words = LIKE_WORDS[language];
  const records = found.hits.map(({ record }) => record);
  const spread = spreadOf(records, case_, rule);
  return (
    <>
      <p class={spread.sure === 'enough' ? 'source' : 'warn'} data-sure={spread.sure}>
        {words.sure[spread.sure]}
      </p>
      {spread.fines.length > 0 && (
        <SpreadPlot
          spread={spread}
          range={assessment.range}
          suggestion={assessment.suggestion}
          language={language}
        />
      )}
      <Ways ways={waysOf(assessment.suggestion, records, spread, case_)} language={language} />
      <ol class="like">
        {found.hits.slice(0, SHOWN).map((hit) => (
          <Line key={hit.id} compared={compare(hit, case_, rule)} language={language} />
        ))}
      </ol>
      <p class="source">{words.searched(found.records)}</p>
    </>
  );
}

function Ways({ ways, language }: { readonly ways: readonly Way[]; readonly language: Language }) {
  const words = LIKE_WORDS[language];
  return (
    <>
      <h3>{words.ways}</h3>
      <dl class="figures ways">
        {ways.map(({ id, fine, fromBenchmark }) => [
          <dt key={`${id} name`}>{words.way[id]}</dt>,
          <dd key={id} data-way={id}>
            {fine === null ? words.notSure : formatFen(fine)}
            {fromBenchmark !== null && (
              <span class="source warn">{words.differ(fromBenchmark)}</span>
            )}
          </dd>,
        ])}
      </dl>
    </>
  );
}

function Line({
  compared,
  language,
}: {
  readonly compared: Compared;
  readonly language: Language;
}) {
  const words = LIKE_WORDS[language];
  const { record, why, differs } = compared;
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
        {words.why}：{why.map(({ kind, percent }) => `${words.kinds[kind]} ${percent}%`).join('，')}
      </p>
      <p class="source">
        {words.differs}：
        {differs.length === 0
          ? words.same
          : differs
              .map((one) =>
                one.what === 'violation'
                  ? words.otherViolation
                  : one.what === 'law'
                    ? words.otherLaw(one.theirs)
                    : words.factor(
                        one.label[language] ?? one.label.zh,
                        one.theirs[language] ?? one.theirs.zh,
                        one.points,
                      ),
              )
              .join('；')}
      </p>
    </li>
  );
}

/** What the search is told: structure first, and the facts as the page words them. */
function queryOf(case_: Case, rule: Rule, facts: string | null) {
  const amounts = Object.entries(case_.facts).flatMap(([id, value]) =>
    typeof value === 'number' &&
    rule.statute.facts.some((fact) => fact.id === id && fact.type === 'fen')
      ? [value]
      : [],
  );
  return {
    violation: case_.violation,
    factors: { ...case_.factors },
    lawVersion: rule.statute.from,
    decisionDate: case_.decisionDate,
    ...(amounts.length > 0 && { value: Math.max(...amounts) }),
    ...(facts !== null && { facts }),
  };
}
