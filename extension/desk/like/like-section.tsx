import type { Found } from '@chidu/sdk/cases';
import type { Assessment, Case } from '@chidu/sdk/discretion';
import type { Rule } from '@chidu/sdk/rules';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Language } from '../../platform/settings.ts';
import { caseLibrary } from './case-library.ts';
import { LikeLine } from './like-line.tsx';
import { queryOf } from './query.ts';
import { SpreadPlot } from './spread-plot.tsx';
import { ASKED, toldOf } from './told.ts';
import { Ways } from './ways.tsx';
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
          library.search(queryOf(case_, rule, facts), { limit: ASKED, signal: stop.signal }),
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
          facts={facts}
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
  facts,
  language,
}: Props & { readonly found: Found }) {
  const words = LIKE_WORDS[language];
  const { like, four } = useMemo(
    () => toldOf(queryOf(case_, rule, facts), found, { case: case_, rule, assessment }),
    // The assessment is worked out from the case and the Rule at every drawing; they tell when it is another one.
    [found, rule, JSON.stringify(case_)],
  );
  return (
    <>
      <p class={like.nearness === 'near' ? 'source' : 'warn'} data-nearness={like.nearness}>
        {words.nearness[like.nearness]}
      </p>
      {like.spread ? (
        <SpreadPlot
          spread={like.spread}
          range={assessment.range}
          suggestion={assessment.suggestion}
          language={language}
        />
      ) : (
        like.cases.length > 0 && <p class="warn">{words.noSpread}</p>
      )}
      <Ways four={four} language={language} />
      <ol class="like">
        {like.cases.map((one) => (
          <LikeLine key={one.record.id} like={one} rule={rule} language={language} />
        ))}
      </ol>
      <p class="source">{words.searched(found.records)}</p>
    </>
  );
}
