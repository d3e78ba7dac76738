import type { CheckState } from '../../docket/check-file.ts';
import type { HistoryEvent } from '../../docket/docket.ts';
import type { Language } from '../../platform/settings.ts';

interface DocketWords {
  readonly concerns: string;
  readonly due: string;
  readonly dueNone: string;
  readonly dueUnsaid: string;
  readonly dueState: Readonly<Record<string, string>>;
  readonly dueBy: (day: string) => string;
  readonly dueUnknownYear: (year: number, bound: string) => string;
  readonly daysLeft: (days: number) => string;
  readonly since: (event: string, day: string) => string;
  readonly length: (length: number, unit: string) => string;
  readonly units: Readonly<Record<string, string>>;
  readonly skipped: (days: string) => string;
  readonly who: Readonly<Record<string, string>>;
  readonly checks: string;
  readonly checksHint: string;
  readonly checkState: Readonly<Record<CheckState, string>>;
  readonly checkSum: (faults: number, unseen: number) => string;
  readonly steps: string;
  readonly unseen: string;
  readonly empty: string;
  readonly history: string;
  readonly historyEvent: Readonly<Record<HistoryEvent['event'], string>>;
  readonly local: string;
}

export const DOCKET_WORDS: Readonly<Record<Language, DocketWords>> = {
  zh: {
    concerns: '请留意',
    due: '期限',
    dueNone: '页面上还没有读到起算期限的日期。',
    dueUnsaid: '未见决定书，复议、诉讼期限未计算。',
    dueState: {
      open: '未届满',
      'due-today': '今日届满',
      late: '已届满，未见办理',
      met: '已办理',
      'met-late': '逾期办理',
      moot: '不再适用',
      stopped: '已中止',
      unknown: '不能确定',
      'unknown-kind': '是否适用待定',
    },
    dueBy: (day) => `至 ${day}`,
    dueUnknownYear: (year, bound) => `${year} 年放假安排未公布，不早于 ${bound}`,
    daysLeft: (days) => (days >= 0 ? `剩 ${days} 天` : `已过 ${-days} 天`),
    since: (event, day) => `自${event}（${day}）起算，当日不计`,
    length: (length, unit) => `${length}${unit}`,
    units: {
      'working-day': '个工作日',
      'calendar-day': '日',
      month: '个月',
      year: '年',
    },
    skipped: (days) => `不计：${days}`,
    who: {
      party: '当事人',
      authority: '执法机关',
      reviewer: '审核人员',
      chair: '听证主持人',
      publisher: '公示机关',
      'reconsideration-authority': '复议机关',
      supervisor: '监督机关',
    },
    checks: '案卷评查',
    checksHint: '只依据在本机看过的页面和文书；没看到的列为“未见”，不等于没有。',
    checkState: { ok: '符合', fault: '有问题', open: '未到', unseen: '未见' },
    checkSum: (faults, unseen) => `${faults} 项有问题，${unseen} 项未见`,
    steps: '办案步骤（读自页面）',
    unseen: '未见',
    empty: '页面上为空',
    history: '本案记录（仅存本机）',
    historyEvent: {
      'first-read': '首次读取',
      step: '读到步骤日期',
      'value-changed': '页面内容改动',
      assessed: '得出裁量意见',
      issued: '签发监督码',
      superseded: '监督码被替代',
      'paper-bound': '绑定文书文字',
      'paper-changed': '文书文字改动',
      'number-vanished': '案件编号消失',
    },
    local: '记录中不含姓名和页面文字，改动以摘要值表示。',
  },
  en: {
    concerns: 'Please look at',
    due: 'Deadlines',
    dueNone: 'No page has yet shown a day from which a period runs.',
    dueUnsaid: 'The decision was not seen, so the time for remedies is not counted.',
    dueState: {
      open: 'running',
      'due-today': 'ends today',
      late: 'over, not seen done',
      met: 'done',
      'met-late': 'done late',
      moot: 'no longer applies',
      stopped: 'stopped',
      unknown: 'cannot be said',
      'unknown-kind': 'may not apply',
    },
    dueBy: (day) => `by ${day}`,
    dueUnknownYear: (year, bound) => `holidays of ${year} not published; not before ${bound}`,
    daysLeft: (days) => (days >= 0 ? `${days} days left` : `${-days} days ago`),
    since: (event, day) => `from ${event} (${day}), that day not counted`,
    length: (length, unit) => `${length} ${unit}`,
    units: {
      'working-day': 'working days',
      'calendar-day': 'days',
      month: 'months',
      year: 'years',
    },
    skipped: (days) => `not counted: ${days}`,
    who: {
      party: 'party',
      authority: 'authority',
      reviewer: 'reviewer',
      chair: 'chair of the hearing',
      publisher: 'publisher',
      'reconsideration-authority': 'reconsideration authority',
      supervisor: 'supervisor',
    },
    checks: 'File check',
    checksHint:
      'Only from pages and papers seen on this machine; what was not seen is listed as unseen, not as absent.',
    checkState: { ok: 'in order', fault: 'fault', open: 'to come', unseen: 'unseen' },
    checkSum: (faults, unseen) => `${faults} faults, ${unseen} unseen`,
    steps: 'Steps (read from pages)',
    unseen: 'unseen',
    empty: 'empty on the page',
    history: 'History of this case (this machine only)',
    historyEvent: {
      'first-read': 'first read',
      step: 'day of a step read',
      'value-changed': 'page changed',
      assessed: 'assessed',
      issued: 'code issued',
      superseded: 'code superseded',
      'paper-bound': 'text of a paper bound',
      'paper-changed': 'text of a paper changed',
      'number-vanished': 'case number vanished',
    },
    local: 'No names and no page text; changes are shown as digests.',
  },
};
