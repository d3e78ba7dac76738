/**
 * What pages print where nothing stands: a dash, a hint what to enter, a word for nothing, the first day of a calendar, what a
 * template left unfilled. It is no value, and not zero either.
 */
export const isBlank = (raw: string): boolean =>
  WORDS.test(raw) || UNFILLED.test(raw) || FIRST_DAY.test(raw);

const AROUND = String.raw`[-—–_=/\s()（）【】[\]<>.…]*`;
const WORDS = new RegExp(
  `^${AROUND}(?:${[
    String.raw`(?:请|点击|在此|此处|单击)(?:处|点击|在此)?(?:选择|输入|填写|录入|编辑|上传|查看)\S{0,12}`,
    '选择(?:机构|部门|单位|人员|日期|案由|类型|类别|来源)|全部',
    String.raw`(?:暂无|暂未)\S{0,4}|无(?:数据|内容|记录)|不详|同上`,
    '未(?:填写?|填报|录入|选择|登记|上传|知|公开|提供)|待(?:定|填写?|补充|录入|完善|选择|核实|查)',
    'null|undefined|NaN|N/A',
  ].join('|')})?${AROUND}$`,
  'i',
);
const UNFILLED = /^(?:\{\{.*\}\}|\$\{.*\}|<%.*%>)$/;
const FIRST_DAY = /^(?:(?:0001|1900|1970)\D0?1\D0?1|9999\D12\D31)(?!\d)/;
