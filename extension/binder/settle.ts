import type { FieldId, Locator } from '../adapters/adapter.ts';
import { judgeField } from '../judge/judge-page.ts';
import { labelText } from '../locate/label-text.ts';
import type { FieldReading, FieldValue, Found } from '../locate/reading.ts';
import { GLOSSARY, isLabelWording } from '../suggest/glossary.ts';
import type { PageProposals, Proposal } from '../suggest/propose.ts';

/** A field of the glossary that the page shows at one place, with how to find it again. */
export interface Suggestion {
  readonly field: FieldId;
  /** The label as the page prints it. */
  readonly label: string;
  /** As it stands on the page, with the unit that its label prints. */
  readonly value: string;
  /** What it means: fen, a day `YYYY-MM-DD`, our name of a choice, else the text. */
  readonly reads: FieldValue;
  /** In order of trust; the first found it. */
  readonly locators: readonly Locator[];
  readonly frame: string;
  /** 0 to 1: lower for wordings of less trust, for places that the page hides, and for a label that stands twice. */
  readonly confidence: number;
}

/** A field whose label stands on the page and that was not suggested, with the reason. */
export interface Withheld {
  readonly field: FieldId;
  readonly label: string;
  readonly frame: string;
  readonly state: Exclude<FieldReading['state'], 'read' | 'missing'> | 'shared';
  readonly raw: readonly string[];
}

export interface Settled {
  readonly suggestions: readonly Suggestion[];
  readonly withheld: readonly Withheld[];
}

interface Candidate {
  readonly proposal: Proposal;
  readonly page: PageProposals;
  readonly reading: FieldReading;
}

/**
 * From what all frames of a page offer to at most one place for each field. The plainest wording that stands on the page
 * has the word; where its value fails the check, where two places differ, or where two fields would share one place,
 * nothing is suggested: a wrong binding is worse than none.
 */
export function settle(pages: readonly PageProposals[]): Settled {
  const suggestions: Suggestion[] = [];
  const withheld: Withheld[] = [];
  const candidates = pages.flatMap((page) => {
    const labels = { has: (label: string) => isLabelWording(label) };
    return page.proposals.map((proposal): Candidate => {
      const { field, found } = proposal;
      const check = entryOf(field).check;
      const read = { field, check, locators: [labelLocator(proposal)] };
      const reading = judgeField(read, [found], labels);
      const bare = check.as === 'fen' && reading.state === 'read' && hasNoUnit(reading.found);
      return bare && pages.some(({ unitNote }) => unitNote)
        ? { proposal, page, reading: { ...reading, state: 'refused', code: 'amount-vague' } }
        : { proposal, page, reading };
    });
  });
  const taken = sharedSpots(candidates, pages);
  for (const { field } of GLOSSARY) {
    const all = candidates.filter(({ proposal }) => proposal.field === field);
    const best = bestOf(all);
    if (best.length === 0) continue;
    const read = best.filter(isRead);
    const [first] = read;
    const values = new Set(read.map(({ reading }) => reading.value));
    const clash = read.find(({ page, proposal }) =>
      proposal.spots.some((spot) => taken.has(`${pages.indexOf(page)}:${spot}`)),
    );
    const against = best.find(({ reading }) => ['refused', 'ambiguous'].includes(reading.state));
    if (first && values.size === 1 && !clash && !against) suggestions.push(suggest(first, read));
    else {
      const [one] = against ? [against] : best;
      if (!one) continue;
      const state = values.size > 1 ? 'conflict' : clash ? 'shared' : one.reading.state;
      if (state === 'missing' || state === 'read') continue;
      const raw = (values.size > 1 ? read : [one]).flatMap(({ proposal }) =>
        proposal.found.map((found) => found.raw + found.unit),
      );
      withheld.push({ field, label: one.proposal.label, frame: one.page.frame, state, raw });
    }
  }
  return { suggestions, withheld };
}

type Read = Candidate & { readonly reading: Extract<FieldReading, { state: 'read' }> };
const isRead = (one: Candidate): one is Read => one.reading.state === 'read';

/** Those with the plainest wording that says anything; an empty box of a search form says nothing. */
function bestOf(all: readonly Candidate[]): readonly Candidate[] {
  const telling = all.filter(({ reading }) => !['missing', 'empty'].includes(reading.state));
  const spoken = telling.length > 0 ? telling : all;
  const rank = Math.min(...spoken.map(({ proposal }) => proposal.rank));
  // An empty place under a plainer wording: the page has the field, and nothing stands in it.
  const plainer = all.filter(
    ({ proposal, reading }) => proposal.rank < rank && reading.state === 'empty',
  );
  return plainer.length > 0 ? plainer : spoken.filter(({ proposal }) => proposal.rank === rank);
}

/** Places that two different fields would be read from. */
function sharedSpots(
  candidates: readonly Candidate[],
  pages: readonly PageProposals[],
): ReadonlySet<string> {
  const fields = new Map<string, FieldId>();
  const shared = new Set<string>();
  for (const { proposal, page } of candidates.filter(isRead))
    for (const spot of proposal.spots.filter((one) => one >= 0)) {
      const key = `${pages.indexOf(page)}:${spot}`;
      const other = fields.get(key);
      if (other !== undefined && other !== proposal.field) shared.add(key);
      fields.set(key, proposal.field);
    }
  return shared;
}

function suggest(first: Read, read: readonly Read[]): Suggestion {
  const { proposal, page, reading } = first;
  const here = read.filter((other) => other.page === page);
  const locators: Locator[] = here.map((other) => labelLocator(other.proposal));
  // What a later release may print instead; nothing that stands on this page in its own right.
  const others = entryOf(proposal.field).plain.filter(
    (text) => !page.labels.includes(labelText(text).label),
  );
  if (proposal.under === null && others.length > 0) locators.push({ by: 'label', text: others });
  if (proposal.name !== null) locators.push({ by: 'name', name: proposal.name });
  const confidence =
    0.97 -
    0.15 * proposal.rank -
    (reading.found.hidden ? 0.15 : 0) -
    (proposal.found.length > 1 ? 0.05 : 0);
  return {
    field: proposal.field,
    label: reading.found.where,
    value: reading.found.raw + unitBehind(reading.found.raw, reading.found.unit),
    reads: reading.value,
    locators,
    frame: page.frame,
    confidence: Math.round(confidence * 100) / 100,
  };
}

const hasNoUnit = ({ raw, unit }: Found): boolean => unit === '' && !/[元圆角分]/.test(raw);

const unitBehind = (raw: string, unit: string): string => (/[元圆]/.test(raw) ? '' : unit);

const labelLocator = ({ label, under }: Proposal): Locator => ({
  by: 'label',
  text: [label],
  ...(under !== null && { under: [under] }),
});

export function entryOf(field: FieldId) {
  const entry = GLOSSARY.find((one) => one.field === field);
  if (!entry) throw new RangeError(`no glossary entry for ${field}`);
  return entry;
}
