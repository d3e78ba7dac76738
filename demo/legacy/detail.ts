import { html, raw } from 'hono/html';
import { AUTHORITY, type LegacyCase, VIOLATIONS } from './cases.ts';
import { page } from './frames.ts';

type Markup = ReturnType<typeof html>;

const PARTY_KINDS = { '1': '法人', '2': '其他组织', '3': '个体工商户', '4': '自然人' } as const;
const TABS = ['基本信息', '违法事实', '审批', '文书'] as const;

/** A label and its cell. Labels are padded with &nbsp; to stand flush, as typists did. */
const pair = (label: string, value: Markup | string, span = 1): Markup =>
  html`<td class="bt" align="right" nowrap>${raw(label)}：</td><td class="nr" colspan="${span}">${value}&nbsp;</td>`;
const row = (...cells: Markup[]): Markup => html`<tr>${cells}</tr>
`;
const input = (name: string, value: string, size = 24): Markup =>
  html`<input type="text" class="wbk" name="${name}" value="${value}" size="${size}">`;
const area = (name: string, value: string, rows: number): Markup =>
  html`<textarea class="wbk" name="${name}" rows="${rows}" cols="78">${value}</textarea>`;
const select = (name: string, value: string, choices: readonly (readonly [string, string])[]) =>
  html`<select name="${name}"><option value="">--请选择--</option>${choices.map(
    ([code, text]) =>
      html`<option value="${code}"${code === value ? raw(' selected') : ''}>${text}</option>`,
  )}</select>`;
const section = (title: string): Markup =>
  html`<tr><td class="fd" colspan="4">${title}</td></tr>
`;
const tab = (index: number, rows: Markup[]): Markup =>
  html`<div id="tab${index}"${index === 0 ? '' : raw(' style="display:none"')}>
<table class="xx" width="100%" border="1" cellpadding="2" cellspacing="0">
${rows}</table>
</div>
`;

const basics = (it: LegacyCase): Markup[] => [
  section('案件信息'),
  row(pair('案件编号', it.ajbh), pair('案件状态', '调查终结，拟告知')),
  row(pair('案件名称', input('ajmc', it.ajmc, 78), 3)),
  row(pair('立案日期', it.larq), pair('案件来源', it.ajly)),
  section('当事人'),
  row(
    pair('当&nbsp;事&nbsp;人', input('dsrxm', it.dsrxm, 34)),
    pair('当事人类型', select('dsrlx', it.dsrlx, Object.entries(PARTY_KINDS))),
  ),
  row(
    pair('统一社会信用代码', input('zjhm', it.zjhm)),
    pair('法定代表人（负责人）', input('fddbr', it.fddbr, 16)),
  ),
  row(pair('住&nbsp;&nbsp;&nbsp;&nbsp;所', input('zs', it.zs, 78), 3)),
  row(pair('主办人员', AUTHORITY.contact), pair('办案机构', '执法稽查科')),
];

const facts = (it: LegacyCase): Markup[] => {
  const entry = VIOLATIONS.find((candidate) => candidate.code === it.wfxw);
  return [
    section('违法行为'),
    row(
      pair(
        '违法行为',
        select(
          'wfxw',
          it.wfxw,
          VIOLATIONS.map(({ code, name }) => [code, name] as const),
        ),
        3,
      ),
    ),
    row(
      pair('违法行为发生日期', input('wffsrq', it.wffsrq, 12)),
      pair('违法行为终了日期', input('wfzzrq', it.wfzzrq, 12)),
    ),
    row(pair('违反条款', entry?.prohibition ?? '', 3)),
    row(pair('处罚依据', entry?.basis ?? '', 3)),
    section('涉案金额'),
    row(
      pair(
        '货值金额（元）',
        html`${input('hzje_show', it.hzje, 16)}<input type="hidden" name="hzje" value="${it.hzjeHidden}">`,
      ),
      pair('违法所得（元）', input('wfsd', it.wfsd, 16)),
    ),
    row(
      pair('违法经营额（万元）', input('wfjye', it.wfjye, 16)),
      pair('广告费用（元）', input('ggfy', it.ggfy, 16)),
    ),
    section('事实摘要'),
    row(pair('违法事实', area('wfss', it.wfss, 6), 3)),
  ];
};

const APPROVALS = [
  ['立案审批', '同意立案', 0],
  ['调查终结', '事实清楚，证据确凿', 58],
] as const;

const approval = (it: LegacyCase): Markup[] => [
  section('承办人意见'),
  row(
    pair('拟罚款金额（元）', html`${input('nfkje', '', 16)} <font color="red">*</font>`),
    pair('裁量等级', input('cldj', '', 10)),
  ),
  row(pair('其他处罚', area('qtcf', it.qtcf.join('；'), 2), 3)),
  row(pair('裁量理由', area('clly', '', 3), 3)),
  section('审批记录'),
  ...APPROVALS.map(([step, opinion, days]) =>
    row(pair(step, opinion), pair('日&nbsp;&nbsp;&nbsp;&nbsp;期', dayAfter(it.larq, days))),
  ),
];

const documents = (it: LegacyCase, today: string): Markup[] => [
  section('行政处罚告知书'),
  row(
    pair('文&nbsp;&nbsp;&nbsp;&nbsp;号', input('gzswh', it.gzswh, 28)),
    pair('告知日期', input('gzrq', today, 12)),
  ),
  row(
    pair(
      '文书操作',
      html`<input type="button" class="an" name="dygzs" value="打印告知书" onclick="dyGzs()">`,
      3,
    ),
  ),
  section('行政处罚决定书'),
  row(
    pair('决定书文号', input('jdswh', it.gzswh.replace('罚告', '罚'), 28)),
    pair('决定日期', input('jdrq', '', 12)),
  ),
  row(
    pair('告知书送达日期', input('gzsdrq', '', 12)),
    pair(
      '决定书操作',
      html`<input type="button" class="an" name="dyjds" value="打印决定书" onclick="dyJds()">`,
    ),
  ),
];

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The case, in four tabs of label and value cells: text, inputs, a select, and an amount with a hidden twin. */
export const detail = (it: LegacyCase, today: string): Markup =>
  page(
    '案件详情',
    html`<body onload="xsTab(0)">
<form name="ajform" method="post" action="#" onsubmit="return false">
<input type="hidden" name="ajid" value="${it.ajid}">
<input type="hidden" name="jgmc" value="${AUTHORITY.name}">
<input type="hidden" name="jgdm" value="${AUTHORITY.code}">
<input type="hidden" name="jgdz" value="${AUTHORITY.address}">
<input type="hidden" name="jgdh" value="${AUTHORITY.phone}">
<input type="hidden" name="lxr" value="${AUTHORITY.contact}">
<input type="hidden" name="wftk" value="${VIOLATIONS.find((entry) => entry.code === it.wfxw)?.prohibition}">
<input type="hidden" name="cfyj" value="${VIOLATIONS.find((entry) => entry.code === it.wfxw)?.basis}">
<table border="0" cellpadding="0" cellspacing="0"><tr>
${TABS.map(
  (title, index) =>
    html`<td class="bq" id="bq${index}"><a href="javascript:void(0)" onclick="xsTab(${index})">${title}</a></td>
`,
)}</tr></table>
${tab(0, basics(it))}${tab(1, facts(it))}${tab(2, approval(it))}${tab(3, documents(it, today))}</form>
</body>`,
    '/legacy/js/aj.js',
  );
