import { type Child, h, pageOf } from '../reports/html.ts';
import { table } from '../reports/table.ts';
import { SITUATIONS } from './flow.ts';
import type { SupervisionCase } from './supervision-case.ts';

/** For what each instrument is there: 行政执法监督条例 26 to 29. */
const GROUNDS = {
  督办函: '未履行或者未全面履行法定职责',
  意见书: '执法行为违法或者明显不当',
  决定书: '情节重大，或者逾期未按要求改正',
} as const;

export interface DocumentOptions {
  /** 文号, once there is one; without it a blank is left. */
  readonly number?: string;
  /** Issuer of a 决定书 and addressee of a submission: the government at the same level. */
  readonly government?: string;
}

/** What only a person can fill stays a marked blank: it is never made up. */
const blank = (what: string): Child => h('span', { class: 'blank' }, `【${what}：＿＿＿＿＿＿】`);

const paragraphs = (text: string): Child[] => text.split('\n').map((line) => h('p', {}, line));

const evidenceTable = ({ evidence }: SupervisionCase): Child =>
  evidence.length === 0
    ? h('p', {}, '未附证据。')
    : table(
        '证据清单',
        ['序号', '证据', '来源', '取得日期', 'SHA-256', '保管经过'],
        evidence.map(({ number, what, source, obtained, sha256, custody }) => [
          number,
          what,
          source,
          obtained,
          sha256,
          custody.map(({ on, by }) => `${on} ${by}`).join('；'),
        ]),
      );

const itemTable = ({ items }: SupervisionCase): Child =>
  items.length === 0
    ? h('p', {}, '没有清单事项。')
    : table(
        '改正事项清单',
        ['序号', '事项', '责任单位', '期限', '办理情况'],
        items.map(({ number, text, owner, due, closed }) => [
          number,
          text,
          owner,
          due,
          closed === null ? '未完成' : `已于${closed.on}完成，见证据${closed.evidence.join('、')}`,
        ]),
      );

const signature = (issuer: Child): Child[] => [
  h('p', {}, '签发人：', blank('签名')),
  h('p', {}, '（印章）', issuer),
  h('p', {}, '日期：', blank('签发日期')),
];

const numberLine = ({ number }: DocumentOptions): Child =>
  h('p', { class: 'meta' }, '文号：', number ?? blank('文号'));

/**
 * The instrument that counts, as a page that stands alone and prints on A4: same case, same bytes. Signature, seal and whatever
 * is not known are marked blanks. A 决定书 is the government's: the supervision body drafts it.
 */
export function instrumentPage(
  supervision: SupervisionCase,
  options: DocumentOptions = {},
): string {
  const opinion = supervision.opinions.at(-1);
  if (opinion === undefined) throw new RangeError('a supervision case without an instrument');
  const { instrument, finding, reasoning, decision, served } = opinion;
  const { authority, id, situation, days, from, due, bound } = supervision;
  const issuer =
    instrument === '决定书'
      ? (options.government ?? blank('本级人民政府'))
      : supervision.supervisor;
  const title = `行政执法监督${instrument}`;
  return pageOf({
    title: `${title} ${id}`,
    body: [
      h('h1', {}, title),
      numberLine(options),
      h('p', {}, `${authority.name}（${authority.code}）：`),
      h(
        'p',
        {},
        `监督案号${id}${supervision.case === null ? '' : `，所涉案件${supervision.case}`}，监督事项：${SITUATIONS[situation].zh}。`,
      ),
      h('h2', {}, '一、认定的事实'),
      paragraphs(finding),
      evidenceTable(supervision),
      h('h2', {}, '二、理由和依据'),
      paragraphs(reasoning),
      h('p', {}, `因${GROUNDS[instrument]}，依据《行政执法监督条例》第二十六条至第二十九条作出。`),
      h('h2', {}, `三、${instrument === '决定书' ? '决定' : '意见'}`),
      paragraphs(decision),
      itemTable(supervision),
      h('h2', {}, '四、期限、反馈和异议'),
      h(
        'p',
        {},
        `自${from === served ? `送达之日（${served}）` : from}的次日起${days}个工作日内改正并书面反馈，附证明材料；${
          due === null
            ? `该年度放假安排尚未公布，期限届满日不早于${bound}。`
            : `期限届满日为${due}。`
        }`,
      ),
      h('p', {}, '有异议的，可以依据《行政执法监督条例》第三十条书面提出。'),
      // The government itself issues the strongest one: there is nobody to submit it to.
      instrument === '决定书' ? [] : h('p', {}, '逾期未改正且未说明理由的，提请本级人民政府处理。'),
      signature(issuer),
    ],
  });
}

/** 提请政府处理的请示 (draft): what was asked, when it ran out, what came. A person signs and sends it. */
export function submissionDraft(
  supervision: SupervisionCase,
  options: DocumentOptions = {},
): string {
  const { authority, bodies, id, due, days, opinions, steps } = supervision;
  const responses = steps.filter(({ step }) => step === 'respond');
  const title = `关于提请处理${authority.name}逾期未改正事项的请示`;
  return pageOf({
    title: `${title}（草稿） ${id}`,
    body: [
      h('h1', {}, title),
      h('p', { class: 'meta' }, '草稿，未经审定'),
      numberLine(options),
      h('p', {}, options.government ?? blank('本级人民政府'), '：'),
      h('h2', {}, '一、监督经过'),
      table(
        '已发出的监督文书',
        ['文书', '送达日期', '要求'],
        opinions.map(({ instrument, served, decision }) => [instrument, served, decision]),
      ),
      bodies === undefined
        ? []
        : h(
            'p',
            {},
            `牵头单位：${bodies.lead.name}。`,
            bodies.support.length === 0
              ? null
              : `配合单位：${bodies.support.map(({ name }) => name).join('、')}。`,
          ),
      h(
        'p',
        {},
        `最近一次要求${days}个工作日内改正并反馈，${due === null ? '期限届满日待定' : `期限至${due}届满`}。`,
      ),
      h('h2', {}, '二、反馈情况'),
      responses.length === 0
        ? h('p', {}, '截至本请示拟稿，没有收到书面反馈。')
        : table(
            '收到的反馈',
            ['日期', '内容', '证据'],
            responses.map(({ on, text, evidence }) => [on, text ?? '', evidence.join('、')]),
          ),
      itemTable(supervision),
      h('h2', {}, '三、提请事项'),
      h('p', {}, '建议：', blank('拟提请的处理意见')),
      evidenceTable(supervision),
      signature(supervision.supervisor),
    ],
  });
}

/** 公开答复 as a page: what `publicReply` says of a case that has ended, and nothing else of it. */
export const publicReplyPage = ({ id }: SupervisionCase, reply: string): string =>
  pageOf({
    title: `行政执法监督公开答复 ${id}`,
    body: [h('h1', {}, '行政执法监督公开答复'), h('p', { class: 'meta' }, id), h('p', {}, reply)],
  });

/**
 * 公开答复: what may be told to the public of a case that has ended. Text of the instrument, of the answers and of evidence is
 * not in it, so that nobody is named who was not asked. Null while the case is open.
 */
export function publicReply(supervision: SupervisionCase): string | null {
  const { authority, situation, state, items, opinions, steps } = supervision;
  const last = steps.at(-1);
  const opinion = opinions.at(-1);
  if (last === undefined || opinion === undefined) return null;
  const about = `${supervision.supervisor}就${authority.name}的${SITUATIONS[situation].zh}问题，于${opinion.served}送达行政执法监督${opinion.instrument}。`;
  if (state === 'closed') {
    const done = items.length === 0 ? '' : `列明的${items.length}项事项均已凭证据完成，`;
    return last.result === 'corrected'
      ? `${about}该机关已改正并书面反馈，${done}监督案件于${last.on}办结。`
      : `${about}该机关已书面说明，经审核予以采纳，${done}监督案件于${last.on}办结。`;
  }
  if (state === 'revoked') return `${about}经复核，该文书于${last.on}撤销。`;
  if (state === 'steered') {
    return `${about}所涉争议已进入行政复议或者行政诉讼，依照《行政执法监督条例》第三十三条第三款不重复监督。`;
  }
  return null;
}
