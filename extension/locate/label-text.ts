/**
 * A label as people see it, without what legacy pages put around it: full-width forms, spaces between the
 * characters (当　事　人), colons, the asterisk of a required field, a unit in brackets.
 */
export interface LabelText {
  readonly label: string;
  /** `元`, `万元`, as printed in the label; '' when there is none. */
  readonly unit: string;
}

const AROUND = /^[*※·•>【[]+|[:*】\]]+$/g;
/** `1.`, `（二）`, `三、` before a label, and `（必填）` or `（500字以内）` behind it. */
const NUMBER = /^\(?[\d一二三四五六七八九十]{1,2}[)、.]/;
const REMARK = /\([^()]*[填选字内]\)$/;
const UNIT = /[(/,](?:单位:?)?(?:人民币)?(万?元|人民币)\)?$/;

export function labelText(raw: string): LabelText {
  let text = squeeze(raw).replace(AROUND, '').replace(NUMBER, '').replace(REMARK, '');
  const unit = UNIT.exec(text);
  if (unit) text = text.slice(0, unit.index).replace(AROUND, '');
  return { label: text, unit: unit?.[1] === '人民币' ? '元' : (unit?.[1] ?? '') };
}

/** NFKC without any white space: the form in which page texts are compared. */
export function squeeze(raw: string): string {
  return raw.normalize('NFKC').replace(/[\s\u200b\u2060\ufeff]+/g, '');
}

export const plainText = (node: Node | null | undefined): string =>
  squeeze(node?.textContent ?? '');

export const labelOf = (node: Node | null | undefined): LabelText =>
  labelText(node?.textContent ?? '');
