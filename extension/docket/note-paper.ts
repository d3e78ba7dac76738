import type { Docket, HistoryEvent, Paper, PaperKind, PaperSays } from './docket.ts';
import { emptyDocket } from './docket.ts';
import type { Noted } from './note-reading.ts';

/** A paper that is open, as it reads now. */
export interface OpenPaper {
  readonly document: string;
  readonly kind: PaperKind | null;
  readonly fine: number | null;
  readonly digest: string;
  readonly says: PaperSays;
  readonly at: string;
  /** The code that stands on it now; null where none does. */
  readonly codeId: string | null;
}

/**
 * A paper into the docket of its case. The first text seen with a code on it is bound to that code; a later text that
 * differs is a change, told once for each new text. A new code binds the text it was issued for.
 */
export function notePaper(held: Docket | null, caseNumber: string, paper: OpenPaper): Noted {
  const { document, at, digest, codeId } = paper;
  const docket = held ?? emptyDocket(caseNumber, at);
  const known: Paper | undefined = docket.papers[document];
  const news: HistoryEvent[] = [];
  const isNewCode = codeId !== null && known?.bound?.codeId !== codeId;
  const bound = isNewCode ? { codeId, digest, at } : (known?.bound ?? null);
  if (isNewCode) news.push({ event: 'paper-bound', document, codeId });
  const differs = bound !== null && bound.digest !== digest;
  if (differs && known?.digest !== digest)
    news.push({ event: 'paper-changed', document, was: bound.digest, is: digest });
  return {
    docket: {
      ...docket,
      lastSeen: at,
      papers: {
        ...docket.papers,
        [document]: {
          kind: paper.kind,
          seenAt: at,
          digest,
          fine: paper.fine,
          says: paper.says,
          bound,
          changedAt: differs ? (known?.changedAt ?? at) : null,
        },
      },
    },
    news,
  };
}

/** Which paper a text is, by its title; the longer title first, for 告知书 ends both. */
const TITLES: readonly (readonly [string, PaperKind])[] = [
  ['行政处罚听证告知书', 'hearing-notice'],
  ['行政处罚告知书', 'notice'],
  ['当场行政处罚决定书', 'summary-decision'],
  ['行政处罚决定书', 'decision'],
];

/** The title that stands first in the text; a decision names the notice it follows, further down. */
export function paperKind(text: string): PaperKind | null {
  const found = TITLES.map(([title, kind]) => ({ at: text.indexOf(title), kind }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  return found[0]?.kind ?? null;
}

export const paperSays = (text: string): PaperSays => ({
  defence: text.includes('陈述') && text.includes('申辩'),
  hearing: text.includes('听证'),
  remedies: text.includes('行政复议') && /行政诉讼|起诉/.test(text),
  discretion: text.includes('裁量'),
});
