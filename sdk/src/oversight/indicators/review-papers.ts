import * as z from 'zod/mini';
import { Day } from '../../rules/words.ts';
import { STAGES } from '../stages.ts';
import { DOCUMENT_RULES, type DocumentRules } from './document-rules.ts';
import type { ReviewedFile } from './file-review.ts';

/** 案卷文书: what a reviewer, or a program that read the file, saw in its papers. Whether something stands there, never what. */
export const CaseFile = z.strictObject({
  format: z.literal('chidu-case-file/1'),
  /** `CaseHistory.id`. */
  case: z.string().check(z.minLength(1)),
  /** The last stage that was reached. */
  reached: z.enum(STAGES),
  /** The whole file was seen: what is not listed is not there. Otherwise it was not seen. */
  whole: z.boolean(),
  papers: z.array(
    z.strictObject({
      kind: z.string(),
      /** Its day; null: not dated, or not read. */
      on: z.nullable(Day),
      /** By id: something stands there. A field that is absent here was not looked at. */
      fields: z.record(z.string(), z.boolean()),
      /** By role: how many signed. A role that is absent here was not looked at. */
      signatures: z.record(z.string(), z.int().check(z.minimum(0))),
    }),
  ),
});
export type CaseFile = z.infer<typeof CaseFile>;

type State = ReviewedFile['checks'][number]['state'];

/**
 * 案卷评查: each document, its fields, its signatures and its place in the order, as checks that `fileReview` counts. Several papers of
 * one kind (several interviews) all have to be right. What nobody saw is `unseen` and no fault; what is due later is `open`.
 */
export function reviewPapers(file: CaseFile, rules: DocumentRules = DOCUMENT_RULES): ReviewedFile {
  const byKind = Map.groupBy(file.papers, ({ kind }) => kind);
  const reached = STAGES.indexOf(file.reached);
  const checks = rules.documents.flatMap(({ kind, label, from, after, fields, signatures }) => {
    const papers = byKind.get(kind) ?? [];
    const due = from !== null && STAGES.indexOf(from as (typeof STAGES)[number]) <= reached;
    const check = (id: string, zh: string, en: string, state: State) => ({
      id: `${kind}-${id}`,
      label: { zh: `${label.zh}：${zh}`, en: `${label.en ?? kind}: ${en}` },
      state,
    });
    const there = papers.length > 0 ? 'ok' : !due ? 'open' : file.whole ? 'fault' : 'unseen';
    const present = from === null ? [] : [check('present', '在卷', 'in the file', there)];
    if (papers.length === 0) return present;
    const of = (judge: (paper: CaseFile['papers'][number]) => State): State =>
      worst(papers.map(judge));
    return [
      ...present,
      ...fields.map(({ id, label: { zh, en = id } }) =>
        check(
          `field-${id}`,
          zh,
          en,
          of((paper) => holds(paper.fields[id])),
        ),
      ),
      ...signatures.map(({ role, label: { zh, en = role }, least }) =>
        check(
          `signed-${role}`,
          `${zh}签名（盖章）`,
          `signed by ${en}`,
          of(({ signatures: { [role]: count } }) =>
            holds(count === undefined ? undefined : count >= least),
          ),
        ),
      ),
      ...after.flatMap((earlier) => {
        const before = byKind.get(earlier) ?? [];
        if (before.length === 0) return [];
        const other = rules.documents.find((one) => one.kind === earlier)?.label;
        const state = of((paper) => worst(before.map((one) => inOrder(one.on, paper.on))));
        const [zh, en] = [`不早于${other?.zh}`, `no earlier than “${other?.en ?? earlier}”`];
        return [check(`after-${earlier}`, zh, en, state)];
      }),
    ];
  });
  return { case: file.case, checks };
}

const holds = (seen: boolean | undefined): State =>
  seen === undefined ? 'unseen' : seen ? 'ok' : 'fault';

const inOrder = (before: string | null, after: string | null): State =>
  before === null || after === null ? 'unseen' : before <= after ? 'ok' : 'fault';

/** A fault among several is one; what was not seen of one is not known of all. */
function worst(states: readonly State[]): State {
  return (['fault', 'unseen', 'open'] as const).find((state) => states.includes(state)) ?? 'ok';
}
