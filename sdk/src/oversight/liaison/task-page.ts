import { type Child, h, pageOf } from '../reports/html.ts';
import { TASK_KINDS } from './flow.ts';
import type { Task } from './task.ts';

/**
 * 联动函 with the slip of its receipt (回执) on a page of its own, to be filled in and sent back. Same task, same bytes; signature and
 * seal are marked blanks.
 */
export function taskPage(task: Task, supervisor: string): string {
  const { id, body, kind, text, sent, receiptDays, answerDays, direction } = task;
  const [from, to] = direction === 'out' ? [supervisor, body.name] : [body.name, supervisor];
  const title = `${TASK_KINDS[kind].zh}函`;
  return pageOf({
    title: `${title} ${id}`,
    body: [
      h('h1', {}, title),
      h('p', { class: 'meta' }, id),
      h('p', {}, `${to}：`),
      text.split('\n').map((line) => h('p', {}, line)),
      h(
        'p',
        {},
        `请自${sent}的次日起${receiptDays}个工作日内寄回回执，并自回执之日的次日起${answerDays}个工作日内书面反馈办理结果。`,
      ),
      h('p', {}, '（印章）', from),
      h('p', {}, `日期：${sent}`),
      h('h2', {}, '回执'),
      h('p', {}, `${from}：`),
      h('p', {}, `你单位${id}收悉。`),
      h('p', {}, '是否受理：', blank('受理或者不受理'), '，理由：', blank('理由')),
      h('p', {}, '承办部门：', blank('部门')),
      h('p', {}, '（印章）', to),
      h('p', {}, '回执编号：', blank('编号'), '，日期：', blank('日期')),
    ],
  });
}

const blank = (what: string): Child => h('span', { class: 'blank' }, `【${what}：＿＿＿＿＿＿】`);
