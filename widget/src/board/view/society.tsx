import type { PublicStatistics } from '@chidu/sdk/oversight/public';
import type { Society } from '../shown.ts';
import { Card, Tile, type ViewProps } from './figure.tsx';
import { Published } from './published.tsx';

/** 社会监督: how parties take part, and what may be published. */
export function SocietyView({
  t,
  onDrill,
  shown: { figures, publication },
}: ViewProps & { readonly shown: Society }) {
  return (
    <div class="stack">
      <p class="note">{t.society.lead}</p>
      <div class="tiles">
        {figures.map((figure) => (
          <Tile key={figure.id} t={t} figure={figure} onDrill={onDrill} />
        ))}
      </div>
      <p>{t.society.feedback}</p>
      <Card heading={t.society.publication} wide>
        {publication === null ? (
          <p>{t.public.none}</p>
        ) : (
          <Published t={t} statistics={publication as PublicStatistics} preview />
        )}
      </Card>
    </div>
  );
}
