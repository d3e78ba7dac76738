import type { Issue } from '@chidu/sdk/errors';
import type { CommandIo } from '../command.ts';

/** Data at fault: every fault of it. Ends the command with exit code 1. */
export class Faults extends Error {
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super(`${issues.length} faults`);
    this.issues = issues;
  }
}

/** The value, or all faults at once. */
export function taken<T>(
  loaded: { ok: true; value: T } | { ok: false; issues: readonly Issue[] },
): T {
  if (loaded.ok) return loaded.value;
  throw new Faults(loaded.issues);
}

/** What authors of tables read beside the English, by code. */
const ZH: Readonly<Partial<Record<Issue['code'], string>>> = {
  'amount-empty': '没有填金额',
  'amount-text': '不是一个明确的金额',
  'amount-vague': '金额不确定，请写准确数字',
  archive: '不是可读的 .xlsx 文件',
  'archive-size': '文件过大',
  'cell-error': '单元格是错误值',
  'cell-hidden': '单元格被隐藏，请显示或者删除',
  'cell-number': '应当填整数',
  'cell-uncached': '公式没有保存结果，请用 Excel 打开后另存',
  'cell-word': '不是规定的词语',
  contradiction: '与其他内容矛盾',
  'date-text': '不是有效日期',
  'given-twice': '重复',
  'interval-text': '看不懂的范围',
  'interval-unclear': '两端归属不明，请用“以上”“不足”写明',
  inverted: '起点在终点之后',
  'missing-field': '缺少内容',
  'percent-text': '不是百分比',
  'percent-unclear': '请写明百分号，例如30%',
  schema: '格式不符',
  'sheet-format': '不是可读的工作簿',
  'unknown-field': '多出的内容',
  'unknown-reference': '引用的内容不存在',
  unpublished: '没有公布文号；示例须加 --sample',
  'workbook-form': '工作簿装不下',
};

/** One fault a line: place, Chinese, English, code. */
export function tellFaults(issues: readonly Issue[], io: CommandIo): void {
  for (const { at, code, message, fields } of issues) {
    const zh = ZH[code];
    const text = typeof fields?.text === 'string' ? ` ${JSON.stringify(fields.text)}` : '';
    io.err(
      `${at === '' ? '-' : at}\t${zh === undefined ? '' : `${zh} · `}${message}${text} [${code}]\n`,
    );
  }
}
