import * as z from 'zod/mini';
import { Citation, Id, Wording } from '../../rules/words.ts';

/** 文书要求: what each document of a case file must hold, and who signs it. Data: a place may ask for more. */
export const DocumentRules = z.strictObject({
  format: z.literal('chidu-document-rules/1'),
  id: Id,
  version: z.string(),
  title: Wording,
  documents: z.array(
    z.strictObject({
      kind: Id,
      label: Wording,
      /** The stage of the log from which on it must be in the file; null: only where it is there. */
      from: z.nullable(z.string()),
      /** No earlier than these, by kind. */
      after: z.array(Id),
      fields: z.array(z.strictObject({ id: Id, label: Wording, cite: Citation })),
      signatures: z.array(
        z.strictObject({
          role: Id,
          label: Wording,
          /** So many at least. */
          least: z.int().check(z.minimum(1)),
          cite: Citation,
        }),
      ),
    }),
  ),
});
export type DocumentRules = z.infer<typeof DocumentRules>;

type Document = DocumentRules['documents'][number];

const PROCEDURE = '市场监督管理行政处罚程序规定';
const PENALTIES = '行政处罚法';
const procedure = (article: number): Citation => ({ law: PROCEDURE, article });
const penalties = (article: number, paragraph?: number): Citation => ({
  law: PENALTIES,
  article,
  ...(paragraph !== undefined && { paragraph }),
});
const field = (id: string, zh: string, en: string, cite: Citation): Document['fields'][number] => ({
  id,
  label: { zh, en },
  cite,
});
const signed = (
  role: string,
  zh: string,
  en: string,
  cite: Citation,
  least = 1,
): Document['signatures'][number] => ({ role, label: { zh, en }, least, cite });

const HANDLERS = signed('handler', '办案人员', 'officers on the case', penalties(42), 2);
const HEAD = signed('head', '负责人', 'head of the authority', penalties(57));

/** Documents of the ordinary procedure, from the articles that name what stands in them. */
export const DOCUMENT_RULES: DocumentRules = {
  format: 'chidu-document-rules/1',
  id: 'ordinary-procedure',
  version: '2026.11.1',
  title: { zh: '普通程序案卷文书要求', en: 'Documents of the ordinary procedure' },
  documents: [
    {
      kind: 'filing-approval',
      label: { zh: '立案审批表', en: 'Approval to file' },
      from: 'filed',
      after: [],
      fields: [
        field('source', '案件来源', 'source of the case', procedure(18)),
        field('facts', '涉嫌违法事实', 'facts suspected', procedure(18)),
        field('opinion', '审批意见', 'approval', procedure(18)),
      ],
      signatures: [HANDLERS, signed('head', '负责人', 'head of the authority', procedure(18))],
    },
    {
      kind: 'interview',
      label: { zh: '询问笔录', en: 'Record of an interview' },
      from: null,
      after: [],
      fields: [
        field('time', '起止时间', 'from and to', penalties(55)),
        field('place', '地点', 'place', penalties(55)),
        field('shown', '出示证件', 'certificates shown', penalties(55, 1)),
        field('told', '告知权利', 'rights told', procedure(21)),
      ],
      signatures: [
        HANDLERS,
        signed('interviewed', '被询问人', 'the person interviewed', penalties(55, 2)),
      ],
    },
    {
      kind: 'final-report',
      label: { zh: '调查终结报告', en: 'Final report' },
      from: 'review',
      after: ['filing-approval', 'interview'],
      fields: [
        field('party', '当事人基本情况', 'the party', procedure(48)),
        field('facts', '违法事实及证据', 'facts and evidence', procedure(48)),
        field('basis', '处罚依据', 'legal basis', procedure(48)),
        field('discretion', '自由裁量的理由', 'reasons for discretion', procedure(48)),
        field('proposal', '处理建议', 'what is proposed', procedure(48)),
      ],
      signatures: [HANDLERS],
    },
    {
      kind: 'review-opinion',
      label: { zh: '审核意见', en: 'Opinion of the review' },
      from: 'review',
      after: ['final-report'],
      fields: [field('opinion', '审核意见', 'opinion', procedure(49))],
      signatures: [signed('reviewer', '审核人员', 'reviewer', procedure(52))],
    },
    {
      kind: 'notice',
      label: { zh: '行政处罚告知书', en: 'Notice of the penalty proposed' },
      from: 'noticed',
      after: ['review-opinion'],
      fields: [
        field('content', '拟处罚内容', 'penalty proposed', penalties(44)),
        field('facts', '事实、理由和依据', 'facts, reasons, basis', penalties(44)),
        field('rights', '陈述、申辩权利', 'right to state and defend', penalties(44)),
      ],
      signatures: [signed('seal', '机关印章', 'seal of the authority', procedure(57))],
    },
    {
      kind: 'decision',
      label: { zh: '行政处罚决定书', en: 'Decision' },
      from: 'decided',
      after: ['notice'],
      fields: [
        field('party', '当事人基本情况', 'the party', penalties(59)),
        field('facts', '违法事实和证据', 'facts and evidence', penalties(59)),
        field('penalty', '处罚种类和依据', 'kinds and basis', penalties(59)),
        field('performance', '履行方式和期限', 'how and by when', penalties(59)),
        field('remedies', '复议、诉讼途径和期限', 'remedies and periods', penalties(59)),
        field('issuer', '机关名称和日期', 'authority and day', penalties(59)),
      ],
      signatures: [signed('seal', '机关印章', 'seal of the authority', penalties(59))],
    },
    {
      kind: 'decision-approval',
      label: { zh: '处罚决定审批表', en: 'Approval of the decision' },
      from: 'decided',
      after: ['review-opinion'],
      fields: [field('opinion', '负责人意见', 'opinion of the head', penalties(57))],
      signatures: [HEAD],
    },
    {
      kind: 'service-receipt',
      label: { zh: '送达回证', en: 'Receipt of service' },
      from: 'served',
      after: ['decision'],
      fields: [
        field('document', '送达文书', 'document served', procedure(82)),
        field('way', '送达方式', 'way of service', procedure(82)),
        field('day', '送达日期', 'day of service', procedure(82)),
      ],
      signatures: [signed('recipient', '受送达人', 'recipient', procedure(82))],
    },
    {
      kind: 'closing-approval',
      label: { zh: '结案审批表', en: 'Approval to close' },
      from: 'closed',
      after: ['service-receipt'],
      fields: [field('performed', '执行情况', 'what was performed', procedure(77))],
      signatures: [HEAD],
    },
  ],
};
