import { useState } from 'preact/hooks';
import type { PlaceResult } from '../notice/place.ts';
import type { IssuedCode } from '../platform/database.ts';
import { send } from '../platform/messages.ts';
import type { Language } from '../platform/settings.ts';
import { WORDS } from './words.ts';

interface Props {
  readonly codes: readonly IssuedCode[];
  readonly language: Language;
}

/** The codes issued in this case, newest first; the current one can be put into the notice and taken out of it. */
export function CodesSection({ codes, language }: Props) {
  const words = WORDS[language];
  const [said, setSaid] = useState<{ codeId: string; text: string } | null>(null);
  const order = async (code: IssuedCode, act: 'place' | 'remove'): Promise<void> => {
    const results: readonly (PlaceResult | 'no-notice')[] = await send(`notice/${act}`, {
      codeId: code.codeId,
    });
    const all = results.length > 0 ? results : (['no-notice'] as const);
    const wanted = act === 'place' && results.length === 0 ? words.placed.wanted : '';
    setSaid({
      codeId: code.codeId,
      text: [...new Set(all)].map((result) => words.placed[result]).join('') + wanted,
    });
  };
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
              </div>
            </>
          )}
          <p role="status" class="source">
            {said?.codeId === code.codeId ? said.text : ''}
          </p>
        </article>
      ))}
    </section>
  );
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
