/**
 * Blanks what makes two texts alike by accident: names of persons behind their role, addresses, dates and times, document
 * and court numbers. The text keeps its length, so places in it stay true.
 */
export function maskAccidents(text: string): string {
  let masked = text;
  for (const name of namesIn(text)) masked = masked.replaceAll(name, blank);
  for (const accident of ACCIDENTS) masked = masked.replace(accident, blank);
  return masked;
}

const blank = (match: string) => ' '.repeat(match.length);

const ROLES =
  '被告人|被害人|被告单位|上诉人|被上诉人|原告|被告|第三人|证人|辩护人|委托代理人|法定代表人|负责人|经营者|当事人|' +
  '申请人|被申请人|原审被告人|公诉人|同案人|同案犯|报案人|举报人|投诉人|消费者|经办人|执法人员';

/** A role, two to four characters, and a sign or word that closes a name. */
const NAMED = new RegExp(
  `(?:${ROLES})[：:]?([\\u4e00-\\u9fa5]{2,3}?)(?=[，,。；;、（(]|(?:于|因|在|与|伙同|驾驶|经营|以|将|为|的|等|向|从|到|被|携带|等人|酒后|男|女)[^\\s])`,
  'g',
);

/** A name of a place does not begin with what leads to it. */
const PLACE = '(?:(?![在于从至到位住往由经])[\\u4e00-\\u9fa5])';

const ACCIDENTS: readonly RegExp[] = [
  /\d{2,4}年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:上午|下午|凌晨|晚上?|早上)?(?:\d{1,2}时)?(?:\d{1,2}分)?许?/g,
  /[（(〔[]\d{4}[）)〕\]][\u4e00-\u9fa5]{0,12}\d*[\u4e00-\u9fa5]{0,6}\d+号/g,
  new RegExp(
    `(?:${PLACE}{2,4}(?:省|自治区))?${PLACE}{2,4}市${PLACE}{1,4}[区县市](?:${PLACE}{1,5}(?:街道|镇|乡))?(?:[\\u4e00-\\u9fa5\\d]{1,10}(?:路|街|巷|村|号))*`,
    'g',
  ),
  new RegExp(`${PLACE}{2,6}(?:路|大道|街)\\d+号`, 'g'),
];

/** A name is blanked wherever it stands, also without its role. What is a word of the language stays. */
function namesIn(text: string): string[] {
  const names = new Set<string>();
  for (const [, name] of text.matchAll(NAMED)) if (name && !WORDS.test(name)) names.add(name);
  return [...names].sort((a, b) => b.length - a.length);
}

const WORDS =
  /[的了不是在有经为以及其该所我你他她们人家行为单位公司企业门店商场超市医院学校个体销售生产采购购买使用委托提供发现表示要求认为承认交代主动明知曾经自愿伪造非法违法多次共同合伙再次]/;
