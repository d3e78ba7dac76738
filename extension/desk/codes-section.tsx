import type { PlaceResult } from '../notice/place.ts';
import type { IssuedCode } from '../platform/database.ts';
import type { Language } from '../platform/settings.ts';
import { WORDS } from './words.ts';

interface Props {
  /** Name of the authority, for the annex page. */
  readonly authority: string;
  readonly codes: readonly IssuedCode[];
  /** What came of the last order to a notice. */
  readonly said: Said | null;
  readonly language: Language;
  readonly order: (code: IssuedCode, act: 'place' | 'remove') => Promise<void>;
}

export interface Said {
  readonly codeId: string;
  readonly act: 'place' | 'remove';
  readonly results: readonly PlaceResult[];
}

/** What the notices answered, in words: none open is an answer too. */
function answered({ act, results }: Said, language: Language): string {
  const { placed } = WORDS[language];
  if (results.length > 0) return [...new Set(results)].map((result) => placed[result]).join('');
  return placed['no-notice'] + (act === 'place' ? placed.wanted : '');
}

/** The codes issued in this case, newest first; the current one can be put into the notice and taken out of it. */
export function CodesSection({ authority, codes, said, language, order }: Props) {
  const words = WORDS[language];
  if (codes.length === 0) return null;
  return (
    <section aria-labelledby="codes">
      <h2 id="codes">{words.earlier}</h2>
      {codes.map((code) => (
        <article
          key={code.codeId}
          class={code.supersededBy ? 'code superseded' : 'code'}
          data-code={code.codeId}
        >
          <p class="code-head">
            <b>{code.checkCode}</b>
            <span class={code.supersededBy ? 'mark old' : 'mark typed'}>
              {code.supersededBy ? words.superseded : words.current}
            </span>
          </p>
          <p class="source">
            {code.document}　{new Date(code.issuedAt).toLocaleString('zh-CN')}
          </p>
          {!code.supersededBy && (
            <>
              <Picture svg={code.printed.svg} alt={code.printed.alt} />
              <div class="buttons">
                <button type="button" onClick={() => void order(code, 'place')}>
                  {words.place}
                </button>
                <button type="button" onClick={() => void order(code, 'remove')}>
                  {words.remove}
                </button>
                <button type="button" onClick={() => void openAnnex(code, authority)}>
                  {words.annex}
                </button>
              </div>
              <a class="quiet" href={code.text} target="_blank" rel="noreferrer">
                {words.portal}
              </a>
            </>
          )}
          <p role="status" class="source">
            {said?.codeId === code.codeId ? answered(said, language) : ''}
          </p>
        </article>
      ))}
    </section>
  );
}

/** The page that is printed and attached where the notice itself has no place for the code. */
async function openAnnex(code: IssuedCode, authority: string): Promise<void> {
  const { annexPage, codeSymbol } = await import('@chidu/sdk/codes/draw');
  const { text, checkCode, document } = code;
  const { origin, host, hash } = new URL(text);
  const symbol = codeSymbol(origin, hash.slice(1));
  const page = annexPage(symbol, { checkCode, host, document }, authority);
  open(URL.createObjectURL(new Blob([page], { type: 'text/html' })), '_blank', 'noopener');
}

/** An image cannot run or load anything, whatever is in it. */
function Picture({ svg, alt }: { readonly svg: string; readonly alt: string }) {
  return (
    <img
      class="picture"
      alt={alt}
      src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`}
    />
  );
}
