import { PublicStatistics } from '@chidu/sdk/oversight/public';
import { render } from 'preact';
import type { Drawn, DrawProps } from '../board-state.ts';
import { zh } from '../strings/zh.ts';
import { Published } from '../view/published.tsx';
import { Suggestion } from '../view/suggestion.tsx';

/** What an authority has published, and nothing else: this part reads no log and asks no service. */
export const mount = (root: ShadowRoot): Drawn => ({
  draw: (props: DrawProps) => render(<Public {...props} />, root),
  clear: () => render(null, root),
});

function Public({ state, strings, level, scale, suggestions }: DrawProps) {
  const t = strings ?? zh;
  const Title = `h${level}` as 'h2';
  const read = state.kind === 'published' ? PublicStatistics.safeParse(state.value) : null;
  return (
    <div class="board public" lang={t.lang} style={{ '--chidu-text-scale': String(scale) }}>
      <Title class="title">{t.public.title}</Title>
      {state.kind === 'loading' && <p role="status">{t.working}</p>}
      {state.kind === 'published' && (
        <p role="status" class="note">
          {state.value === null ? t.public.none : read?.success === false ? t.public.bad : ''}
        </p>
      )}
      {read?.success && <Published t={t} statistics={read.data} />}
      <p>{t.public.feedback}</p>
      {suggestions !== null && <Suggestion t={t} address={suggestions} level={level + 1} />}
    </div>
  );
}
