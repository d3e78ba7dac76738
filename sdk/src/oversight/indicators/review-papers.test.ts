import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { random } from '../../discretion/fixtures/random.ts';
import { addDays } from '../../text/index.ts';
import { showFigure } from '../figure.ts';
import { STAGES } from '../stages.ts';
import { CaseFile, DOCUMENT_RULES, DocumentRules, fileReview, reviewPapers } from './index.ts';

const fixture = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8'));

type Paper = CaseFile['papers'][number];

/** A file in order up to a stage, with one to three interviews. */
function clean(seed: number): CaseFile {
  const { below } = random(seed);
  const reached = STAGES[below(STAGES.length)] ?? 'filed';
  let day = addDays('2026-01-05', below(200));
  const papers = DOCUMENT_RULES.documents.flatMap(({ kind, from, fields, signatures }): Paper[] => {
    const due = STAGES.indexOf((from ?? 'evidence') as (typeof STAGES)[number]);
    if (due > STAGES.indexOf(reached)) return [];
    day = addDays(day, below(9));
    const paper = {
      kind,
      on: day,
      fields: Object.fromEntries(fields.map(({ id }) => [id, true])),
      signatures: Object.fromEntries(signatures.map(({ role, least }) => [role, least + below(2)])),
    };
    return Array.from({ length: kind === 'interview' ? 1 + below(3) : 1 }, () => paper);
  });
  return { format: 'chidu-case-file/1', case: `file-${seed}`, reached, whole: true, papers };
}
const closed = (seed: number): CaseFile =>
  [...Array(200).keys()].map((i) => clean(seed + i)).find(({ reached }) => reached === 'closed') ??
  expect.fail('no closed file');
const faults = (file: CaseFile): string[] =>
  reviewPapers(file).checks.flatMap(({ id, state }) => (state === 'fault' ? [id] : []));
/** The file with one paper changed. */
const changed = (file: CaseFile, kind: string, change: (paper: Paper) => Paper): CaseFile => ({
  ...file,
  papers: file.papers.map((paper) => (paper.kind === kind ? change(paper) : paper)),
});

describe('the papers of a case file', () => {
  it('that is in order has no fault: none in three hundred clean files', () => {
    const files = Array.from({ length: 300 }, (_, seed) => clean(seed));
    expect(files.flatMap(faults)).toEqual([]);
    const { figures } = fileReview(files.map((file) => reviewPapers(file)));
    expect(figures[0] && showFigure(figures[0])).toBe('100%（300/300）');
  });

  it('are each missed, each empty field and each missing signature found, and nothing beside it', () => {
    const file = closed(1_000);
    for (const { kind, from, fields, signatures } of DOCUMENT_RULES.documents) {
      if (from !== null) {
        const without = { ...file, papers: file.papers.filter((paper) => paper.kind !== kind) };
        expect(faults(without)).toEqual([`${kind}-present`]);
      }
      for (const { id } of fields) {
        const empty = changed(file, kind, (paper) => {
          return { ...paper, fields: { ...paper.fields, [id]: false } };
        });
        expect(faults(empty)).toEqual([`${kind}-field-${id}`]);
      }
      for (const { role, least } of signatures) {
        const few = changed(file, kind, (paper) => {
          return { ...paper, signatures: { ...paper.signatures, [role]: least - 1 } };
        });
        expect(faults(few)).toEqual([`${kind}-signed-${role}`]);
      }
    }
  });

  it('stand in their order, and one of several interviews is enough to be wrong', () => {
    const file = closed(2_000);
    const early = changed(file, 'decision', (paper) => ({ ...paper, on: '2025-12-31' }));
    expect(faults(early)).toEqual(['decision-after-notice']);
    const [first, ...rest] = file.papers.filter(({ kind }) => kind === 'interview');
    const others = file.papers.filter(({ kind }) => kind !== 'interview');
    const unsigned = { ...first, signatures: { ...first?.signatures, interviewed: 0 } } as Paper;
    const papers = [...others, first as Paper, ...rest, unsigned];
    expect(faults({ ...file, papers })).toEqual(['interview-signed-interviewed']);
  });

  it('that nobody saw are unseen, and those of later are open', () => {
    const file = clean(5);
    const states = (of: CaseFile) =>
      new Map(reviewPapers(of).checks.map(({ id, state }) => [id, state]));
    const part = { ...file, reached: 'closed' as const, whole: false, papers: [] };
    expect(states(part).get('decision-present')).toBe('unseen');
    expect(states({ ...part, reached: 'filed' }).get('decision-present')).toBe('open');
    const unread = changed(closed(3_000), 'decision', (paper) => {
      return { ...paper, on: null, fields: {}, signatures: {} };
    });
    expect(states(unread).get('decision-field-remedies')).toBe('unseen');
    expect(states(unread).get('decision-signed-seal')).toBe('unseen');
    expect(states(unread).get('decision-after-notice')).toBe('unseen');
    expect(faults(unread)).toEqual([]);
  });

  it('are asked for by data: a place may hand in its own', () => {
    const rules = DocumentRules.parse(fixture('document-rules-1.json'));
    const file = CaseFile.parse(fixture('case-file-1.json'));
    expect(reviewPapers({ ...file, reached: 'decided' }, rules).checks).toMatchObject([
      { id: 'decision-present', state: 'fault' },
    ]);
    expect(faults(file)).toEqual([]);
    expect(DocumentRules.safeParse(DOCUMENT_RULES).success).toBe(true);
    expect(CaseFile.safeParse({ ...file, party: '某某' }).success).toBe(false);
  });
});
