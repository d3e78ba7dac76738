import { html, type Kind, type Line, line } from './line.ts';

/**
 * Pages that were written after the locators and the glossary were done, to see what they do on pages nobody had in
 * mind. Other layouts, other wordings, other decoys than in `kinds.ts`.
 */
const UTF8 = '<meta charset="utf-8">';
const box = ({ name, value }: Line): string => `<input name="${name}" value="${value}">`;

const ant: Kind = {
  name: 'descriptions as Ant Design draws them',
  lines: [
    line('caseNumber', '案件编号', '澜市监处字[2025]第0093号', 'a1'),
    line('caseSource', '案件来源', '上级交办', 'a2'),
    line('party', '行政相对人名称', '澜川市拾光百货店', 'a3'),
    line('partyKind', '行政相对人类别', '个体工商户', 'a4', 'individual'),
    line('partyCode', '统一社会信用代码', '92330000MA2TEST00X', 'a5'),
    line('cause', '涉嫌违法行为', '销售侵犯注册商标专用权的商品', 'a6'),
    line('filedDate', '立案批准时间', '2025-11-03 09:12', 'a7', '2025-11-03'),
    line('facts.illegalTurnover', '违法经营额', '¥18,640.00', 'a8', 1_864_000),
    line('facts.illegalGains', '违法所得', '4,120.00 元', 'a9', 412_000),
    line('officers', '执法人员', '甄示范、贾设想', 'a10'),
    line(null, '联系电话', '0571-00000000', 'a11'),
    line(null, '批准人', '易虚拟', 'a12'),
  ],
  draw: (lines) => ({
    '': {
      html: html(
        '案件详情',
        `<div class="ant-descriptions ant-descriptions-bordered"><div class="ant-descriptions-header"><div class="ant-descriptions-title">案件信息</div></div><div class="ant-descriptions-view"><table><tbody>${lines
          .map(
            (one, index) =>
              `${index % 3 === 0 ? '<tr class="ant-descriptions-row">' : ''}<td class="ant-descriptions-item" colspan="1"><div class="ant-descriptions-item-container"><span class="ant-descriptions-item-label">${one.label}</span><span class="ant-descriptions-item-content"><span>${one.value}</span></span></div></td>${index % 3 === 2 ? '</tr>' : ''}`,
          )
          .join('')}</tbody></table></div></div>`,
        UTF8,
      ),
    },
  }),
};

const jsp: Kind = {
  name: 'rows of labels over rows of values, in nested layout tables',
  lines: [
    line('caseNumber', '立案号', '溪市监立〔2024〕208号', 'b1'),
    line('party', '被处罚人（单位）名称', '溪口县远山酒业有限公司', 'b2'),
    line('legalRepresentative', '法人代表', '甄远山', 'b3'),
    line('cause', '主要案由', '生产经营标签不符合规定的食品', 'b4'),
    line('facts.goodsValue', '案值(元)', '12800', 'b5', 1_280_000),
    line('filedDate', '立案日期', '2024/8/9', 'b6', '2024-08-09'),
    line('closedDate', '结案日期', '2024/12/20', 'b7', '2024-12-20'),
    line('fine', '罚款金额(元)', '6,400', 'b8', 640_000),
    line(null, '没收物品数量', '36', 'b9'),
  ],
  draw: (lines) => ({
    '': {
      html: html(
        '查看',
        `<table width="100%"><tr><td><table border="1" width="100%"><tr>${lines
          .slice(0, 5)
          .map((one) => `<td bgcolor="#eeeeee" align="center"><b>${one.label}</b></td>`)
          .join('')}</tr><tr>${lines
          .slice(0, 5)
          .map((one) => `<td>${one.value}</td>`)
          .join('')}</tr></table></td></tr><tr><td><table border="1" width="100%"><tr>${lines
          .slice(5)
          .map((one) => `<td bgcolor="#eeeeee">${one.label}</td>`)
          .join('')}</tr><tr>${lines
          .slice(5)
          .map((one) => `<td>${one.value}</td>`)
          .join('')}</tr></table></td></tr></table>`,
        UTF8,
      ),
    },
  }),
};

const sections: Kind = {
  name: 'sections of reporter and party with the same labels',
  lines: [
    line('caseNumber', '案件文号', '泊市监案字2026第55号', 'c1'),
    line('party', '单位名称', '泊头岭市听雨茶楼', 'c2'),
    line('legalRepresentative', '负责人', '甄听雨', 'c3'),
    line('address', '经营场所', '泊头岭市虚巷8号', 'c4'),
    line('cause', '案由', '未明码标价', 'c5'),
    line('illegalFacts', '违法事实描述', '2026年4月2日检查时，三款茶饮未标明价格。', 'c6'),
    line('penaltyBasis', '处罚条款', '《中华人民共和国价格法》第四十二条', 'c7'),
    line('facts.illegalGains', '违法所得（元）', '0', 'c8', 0),
  ],
  draw: (lines) => {
    const row = (one: Line) => `<p><label>${one.label}</label>${box(one)}</p>`;
    return {
      '': {
        html: html(
          '登记',
          `<form><fieldset><legend>举报人</legend><p><label>单位名称</label><input value="泊头岭市消费联合会"></p><p><label>负责人</label><input value="甄举报"></p></fieldset><fieldset><legend>当事人基本情况</legend>${lines
            .slice(1, 4)
            .map(row)
            .join('')}</fieldset><fieldset><legend>案件</legend>${[
            lines[0] as Line,
            ...lines.slice(4),
          ]
            .map(row)
            .join('')}</fieldset></form>`,
          UTF8,
        ),
      },
    };
  },
};

const list: Kind = {
  name: 'list items without colons and a text behind colons',
  lines: [
    line('caseNumber', '案　　号', '岚市监案〔2026〕3号', 'd1'),
    line('party', '当事人姓名/名称', '甄岚', 'd2'),
    line('cause', '违法行为类型', '无照经营', 'd3'),
    line('filedDate', '立案时间', '2026.02.11', 'd4', '2026-02-11'),
    line('facts.goodsValue', '货值', '0.9万元', 'd5', 900_000),
    line('facts.illegalGains', '违法所得', '贰仟元整', 'd6', 200_000),
    line('penaltyBasis', '法律依据', '《无证无照经营查处办法》第十三条', 'd7'),
    line('department', '承办机构', '岚山市场监管所', 'd8'),
    line(null, '协办人', '甄协', 'd9'),
  ],
  draw: (lines) => ({
    '': {
      html: html(
        '详情',
        `<ul class="info">${lines
          .slice(0, 4)
          .map((one) => `<li><em>${one.label}</em><span>${one.value}</span></li>`)
          .join('')}</ul><div>${lines
          .slice(4)
          .map((one) => `${one.label}：${one.value}<br>`)
          .join('\n')}</div>`,
        UTF8,
      ),
    },
  }),
};

const propertygrid: Kind = {
  name: 'a property grid with names and values in rows',
  lines: [
    line('caseNumber', '案件号', '禾市监罚立〔2026〕14号', 'e1'),
    line('party', '涉案当事人', '禾丰县大禾粮油店', 'e2'),
    line('cause', '案由', '使用未经检定的计量器具', 'e3'),
    line('actDate', '违法行为发生日期', '2026-01-15', 'e4'),
    line('facts.illegalGains', '非法所得', '1,050.00', 'e5', 105_000),
    line('illegalFacts', '主要违法事实', '店内电子秤未按规定申请检定。', 'e6'),
    line('stage', '当前环节', '审核', 'e7'),
    line(null, '办结时限', '2026-06-30', 'e8'),
  ],
  draw: (lines) => ({
    '': {
      html: html(
        '属性',
        `<div class="panel datagrid propertygrid"><div class="datagrid-view"><div class="datagrid-view2"><div class="datagrid-header"><table class="datagrid-htable"><tbody><tr class="datagrid-header-row"><td field="name"><div class="datagrid-cell"><span>名称</span></div></td><td field="value"><div class="datagrid-cell"><span>值</span></div></td></tr></tbody></table></div><div class="datagrid-body"><div class="datagrid-group"><span class="datagrid-group-title">基本信息</span></div><table class="datagrid-btable"><tbody>${lines
          .map(
            (one) =>
              `<tr class="datagrid-row"><td field="name"><div class="datagrid-cell">${one.label}</div></td><td field="value"><div class="datagrid-cell">${one.value}</div></td></tr>`,
          )
          .join('')}</tbody></table></div></div></div></div>`,
        UTF8,
      ),
    },
  }),
};

const element: Kind = {
  name: 'a form as Element draws it, with ticks and a read-only select',
  lines: [
    line('caseNumber', '案件编号', 'SJ-2026-000917', 'f1'),
    line('caseName', '案件名称', '澄湖市小满药房涉嫌未按规定陈列药品案', 'f2'),
    line('party', '被处罚当事人', '澄湖市小满药房', 'f3'),
    line('partyKind', '当事人类型', '个体工商户', 'f4', 'individual'),
    line('cause', '案由', '未按规定陈列药品', 'f5'),
    line('facts.goodsValue', '涉案物品货值', '386.50', 'f6', 38_650),
    line('violatedBasis', '违反条款', '《药品经营质量管理规范》第一百六十一条', 'f7'),
    line('penaltyBasis', '处罚依据条款', '《中华人民共和国药品管理法》第一百二十六条', 'f8'),
    line('filedDate', '立案日期', '2026-05-06', 'f9'),
  ],
  draw: (lines) => ({
    '': {
      html: html(
        '编辑',
        `<div id="app"><form class="el-form">${lines
          .map((one) =>
            one.field === 'partyKind'
              ? `<div class="el-form-item"><label class="el-form-item__label" style="width:120px">${one.label}</label><div class="el-form-item__content"><div role="radiogroup" class="el-radio-group">${['法人', '个体工商户', '自然人'].map((word) => `<label role="radio" class="el-radio${word === one.value ? ' is-checked' : ''}"><span class="el-radio__input"><input type="radio" class="el-radio__original" value="${word}"${word === one.value ? ' checked' : ''}></span><span class="el-radio__label">${word}</span></label>`).join('')}</div></div></div>`
              : `<div class="el-form-item is-required"><label for="${one.name}" class="el-form-item__label" style="width:120px">${one.label}</label><div class="el-form-item__content"><div class="el-input"><input type="text" autocomplete="off" class="el-input__inner" value="${one.value}"><span class="el-input__suffix"></span></div></div></div>`,
          )
          .join('')}</form></div>`,
        UTF8,
      ),
    },
  }),
};

export const HELD_OUT: readonly Kind[] = [ant, jsp, sections, list, propertygrid, element];
