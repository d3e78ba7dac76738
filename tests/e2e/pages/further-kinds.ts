import { html, type Kind, type Line, line } from './line.ts';

/**
 * Pages of component libraries and of hands that did not think of a reader: labels behind values, grids without rows, a table
 * of other cases, groups that repeat a label. Each with something that must not be taken for the case.
 */
const UTF8 = '<meta charset="utf-8">';
const kind = (name: string, lines: readonly Line[], body: string, more = {}): Kind => ({
  name,
  lines,
  draw: () => ({ '': { html: html('案件', body, UTF8) }, ...more }),
});

const element = kind(
  'a read-only form as Element UI draws it, with a summary of the year beside it',
  [
    line('caseNumber', '案件编号', '浅市监案〔2026〕31号', ''),
    line('party', '当事人名称', '浅湾市拾贝水产店', ''),
    line('facts.goodsValue', '货值金额', '8,600.00', '', 860_000),
    line('facts.illegalGains', '违法所得', '1,150.50', '', 115_050),
    line('filedDate', '立案日期', '2026-04-02', ''),
    line('officers', '办案人员', '甄示范，贾设想', ''),
  ],
  `<div class="el-card"><div class="el-card__header"><span>本年度统计</span></div><div class="el-card__body">
<div class="el-statistic"><div class="el-statistic__head">平均罚款金额（元）</div><div class="el-statistic__content">23,456.00</div></div>
<div class="el-statistic"><div class="el-statistic__head">案件总数</div><div class="el-statistic__content">57</div></div></div></div>
<form class="el-form">${[
    ['案件编号', '浅市监案〔2026〕31号', '', true],
    ['当事人名称', '浅湾市拾贝水产店', '', true],
    ['联系人', '甄联系', '', false],
    ['货值金额', '8,600.00', '元', true],
    ['违法所得', '1,150.50', '元', false],
    ['立案日期', '2026-04-02', '', true],
    ['办案人员', '甄示范，贾设想', '', true],
  ]
    .map(
      ([label, value, unit, needed]) =>
        `<div class="el-form-item ${needed ? 'is-required' : ''}"><label class="el-form-item__label" style="width:110px">${label}</label><div class="el-form-item__content" style="margin-left:110px"><div class="el-input"><input type="text" readonly autocomplete="off" class="el-input__inner" value="${value}">${unit && `<div class="el-input-group__append">${unit}</div>`}</div></div></div>`,
    )
    .join('')}</form>`,
);

const spans = kind(
  'head cells with column spans, groups over several rows, a table in a cell',
  [
    line('caseNumber', '立案编号', '渡市监立字〔2025〕第7号', ''),
    line('party', '当事人 › 名称', '渡口镇南风粮油店', ''),
    line('legalRepresentative', '法定代表人', '甄南风', ''),
    line('cause', '案由', '销售未标明生产日期的预包装食品', ''),
    line('facts.goodsValue', '涉案货值（万元）', '0.36', '', 360_000),
    line('fine', '罚款数额（元）', '5000', '', 500_000),
  ],
  `<table border="1" width="100%"><tr><th colspan="6">行政处罚案件审批表</th></tr>
<tr><th>立案编号</th><td colspan="2">渡市监立字〔2025〕第7号</td><th>案由</th><td colspan="2">销售未标明生产日期的预包装食品</td></tr>
<tr><th rowspan="2">当事人</th><th>名称</th><td colspan="2">渡口镇南风粮油店</td><th>法定代表人</th><td>甄南风</td></tr>
<tr><th>联系方式</th><td colspan="4"><table><tr><td>电话</td><td>0570-0000000</td><td>邮编</td><td>310000</td></tr></table></td></tr>
<tr><th rowspan="2">举报人</th><th>名称</th><td colspan="2">甄举报</td><th>电话</th><td>0570-1111111</td></tr>
<tr><th>举报内容</th><td colspan="4">称货值金额约2万元</td></tr>
<tr><th colspan="2">涉案货值（万元）</th><td>0.36</td><th>罚款数额（元）</th><td colspan="2">5000</td></tr></table>`,
);

const definitions = kind(
  'definition lists in cards, of the party and of the complainant',
  [
    line('caseNumber', '案号', '沙市监案〔2026〕120号', ''),
    line('partyCode', '统一社会信用代码', '91330000MA2TEST12X', ''),
    line('cause', '案由', '虚假宣传', ''),
    line('party', '违法主体 › 名称', '沙湾区远帆服饰店', ''),
    line('filedDate', '立案时间', '2026年5月6日', '', '2026-05-06'),
  ],
  `<h3>案件信息</h3><dl><dt>案号</dt><dd>沙市监案〔2026〕120号</dd><dt>案由</dt><dd>虚假宣传</dd><dt>立案时间</dt><dd>2026年5月6日</dd></dl>
<h3>违法主体</h3><dl><dt>名称</dt><dd>沙湾区远帆服饰店</dd><dt>统一社会信用代码</dt><dd>91330000MA2TEST12X</dd></dl>
<h3>投诉人信息</h3><dl><dt>名称</dt><dd>甄投诉</dd><dt>地址</dt><dd>沙湾区一路1号</dd></dl>`,
);

const grid = kind(
  'a grid of cells without rows',
  [
    line('caseNumber', '案件编号', '榆市监案〔2026〕5号', ''),
    line('party', '当事人', '榆树巷杂货铺', ''),
    line('facts.illegalTurnover', '违法经营额', '2.4万元', '', 2_400_000),
    line('facts.adFee', '广告费用', '3,000元', '', 300_000),
  ],
  `<div style="display:grid;grid-template-columns:120px 1fr 120px 1fr">${[
    ['案件编号', '榆市监案〔2026〕5号'],
    ['当事人', '榆树巷杂货铺'],
    ['违法所得', ''],
    ['违法经营额', '2.4万元'],
    ['备注', ''],
    ['广告费用', '3,000元'],
  ]
    .map(([label, value]) => `<div class="k">${label}</div><div class="v">${value}</div>`)
    .join('')}</div>`,
);

const behind = kind(
  'tiles with the label under its value, in one row without boxes around them',
  [line('caseNumber', '案件编号', '柏市监案〔2026〕8号', '')],
  `<p>案件编号：柏市监案〔2026〕8号</p>
<div class="tiles"><b>12,800.00</b><span>货值金额（元）</span><b>4,000.00</b><span>违法所得（元）</span><b>20,000.00</b><span>罚款金额（元）</span></div>`,
);

const tiles = kind(
  'tiles with the label under its value, each in a box',
  [line('caseNumber', '案件编号', '枫市监案〔2026〕8号', '')],
  `<p>案件编号：枫市监案〔2026〕8号</p><div class="row">
<div class="tile"><div class="n">12,800.00</div><div class="t">货值金额（元）</div></div><div class="tile"><div class="n">4,000.00</div><div class="t">违法所得（元）</div></div>
<div class="tile"><div class="n">2026-03-01</div><div class="t">立案日期</div></div><div class="tile"><div class="n">2026-08-01</div><div class="t">结案日期</div></div></div>`,
);

const related = kind(
  'the case, and a table of one other case below it',
  [
    line('party', '当事人', '松岭市乐园玩具厂', ''),
    line('cause', '案由', '生产不符合国家标准的玩具', ''),
    line('facts.goodsValue', '货值金额', '51,200.00元', '', 5_120_000),
  ],
  `<table><tr><td>当事人</td><td>松岭市乐园玩具厂</td></tr><tr><td>案由</td><td>生产不符合国家标准的玩具</td></tr>
<tr><td>货值金额</td><td>51,200.00元</td></tr></table>
<h4>关联案件</h4><table class="list"><thead><tr><th>案号</th><th>处罚日期</th><th>罚款金额（元）</th></tr></thead>
<tbody><tr><td>松市监案〔2021〕77号</td><td>2021-06-07</td><td>30,000.00</td></tr></tbody></table>`,
);

const fieldset = kind(
  'fieldsets with labels, units behind the boxes and marks of required fields',
  [
    line('caseNumber', '案件编号', '杏市监案〔2026〕61号', ''),
    line('partyKind', '当事人类型', '个体工商户', '', 'individual'),
    line('facts.goodsValue', '货值金额', '760', '', 76_000),
    line('facts.illegalGains', '违法所得', '0', '', 0),
    line('actDate', '案发时间', '2026-06-30', ''),
  ],
  `<form><fieldset><legend>基本情况</legend>
<p><label for="f1"><font color="red">*</font>案件编号</label><input id="f1" value="杏市监案〔2026〕61号"><span class="tip">（必填）</span></p>
<p><label>当事人类型</label><input type="radio" name="lx" id="r1"><label for="r1">单位</label><input type="radio" name="lx" id="r2" checked><label for="r2">个体工商户</label></p>
<p><label for="f5">案发时间</label><input id="f5" value="2026-06-30"> <span>格式：2026-01-01</span></p></fieldset>
<fieldset><legend>金额</legend><p><label for="f2">货值金额<em>*</em></label><input id="f2" value="760">元</p>
<p><label for="f3">违法所得</label><input id="f3" value="0"> 元</p></fieldset></form>`,
);

const layui = kind(
  'a form as layui draws it, two fields in a line',
  [
    line('caseNumber', '案号', '槐市监罚立〔2026〕14号', ''),
    line('party', '当事人', '槐荫市四季药房', ''),
    line('facts.goodsValue', '货值', '1.86', '', 1_860_000),
    line('fine', '罚款', '30000', '', 3_000_000),
    line('illegalFacts', '违法事实', '当事人销售过期药品，货值1.86万元，未见从重情节。', ''),
  ],
  `<form class="layui-form layui-form-pane"><div class="layui-form-item">
<div class="layui-inline"><label class="layui-form-label">案号</label><div class="layui-input-inline"><input class="layui-input" value="槐市监罚立〔2026〕14号"></div></div>
<div class="layui-inline"><label class="layui-form-label">当事人</label><div class="layui-input-inline"><input class="layui-input" value="槐荫市四季药房"></div><div class="layui-form-mid layui-word-aux">与营业执照一致</div></div></div>
<div class="layui-form-item"><div class="layui-inline"><label class="layui-form-label">货值</label><div class="layui-input-inline"><input class="layui-input" value="1.86"></div><div class="layui-form-mid">万元</div></div>
<div class="layui-inline"><label class="layui-form-label">罚款</label><div class="layui-input-inline"><input class="layui-input" value="30000"></div><div class="layui-form-mid">元</div></div></div>
<div class="layui-form-item layui-form-text"><label class="layui-form-label">违法事实</label><div class="layui-input-block"><textarea class="layui-textarea">当事人销售过期药品，货值1.86万元，未见从重情节。</textarea></div></div></form>`,
);

const frames = kind(
  'a case in two frames under a bar with its number, and a frame with a search',
  [
    line('caseNumber', '案件编号', '桐市监案〔2026〕3号', ''),
    line('party', '当事人', '桐山区小满茶行', ''),
    line('caseSource', '案件来源', '日常检查', ''),
    line('stage', '当前环节', '审核', ''),
    line('facts.goodsValue', '货值金额（元）', '2,310.00', '', 231_000),
    line('filedDate', '立案日期', '2026-02-14', ''),
  ],
  `<div class="bar">案件编号：桐市监案〔2026〕3号　当前环节：审核</div>
<iframe name="q" srcdoc="<form>案件编号：<input name=a> 当事人：<input name=b> 立案日期：<input name=c value='2026-01-01'> 至 <input name=d value='2026-12-31'></form>"></iframe>
<iframe name="x" srcdoc="<table><tr><td>当事人：</td><td><span>桐山区小满茶行</span></td><td>案件来源：</td><td>日常检查</td></tr></table>"></iframe>
<iframe name="y" srcdoc="<table><tr><td>货值金额（元）：</td><td><input value='2,310.00'></td></tr><tr><td>立案日期：</td><td><input value='2026-02-14'></td></tr></table>"></iframe>`,
);

const bootstrap = kind(
  'static controls as Bootstrap draws them, two pairs in a row',
  [
    line('caseNumber', '案件编号', '柳市监案〔2026〕99号', ''),
    line('party', '当事人', '柳泉市初心烘焙坊', ''),
    line('facts.illegalGains', '违法所得', '640元', '', 64_000),
    line('noticeDate', '告知日期', '2026-07-08', ''),
  ],
  `<div class="form-horizontal">${[
    [
      ['案件编号', '柳市监案〔2026〕99号'],
      ['当事人', '柳泉市初心烘焙坊'],
    ],
    [
      ['违法所得', '640元'],
      ['告知日期', '2026-07-08'],
    ],
    [
      ['没收违法所得', '是'],
      ['送达日期', '—'],
    ],
  ]
    .map(
      (row) =>
        `<div class="form-group row">${row.map(([label, value]) => `<label class="col-sm-2 control-label"><span class="text-danger">*</span> ${label}</label><div class="col-sm-4"><p class="form-control-static">${value}</p></div>`).join('')}</div>`,
    )
    .join('')}</div>`,
);

const running = kind(
  'labels in lines of running text, full-width marks, spans of days',
  [
    line('caseNumber', '案　　号', '棠市监案〔2026〕12号', ''),
    line('department', '承办机构', '一中队', ''),
    line('facts.goodsValue', '货值金额（人民币：元）', '１，２８０．００', '', 128_000),
    line('penaltyBasis', '处罚依据', '《中华人民共和国食品安全法》第一百二十四条第一款', ''),
  ],
  `<p>案　　号：棠市监案〔2026〕12号　｜　承办机构：一中队</p><p>当　事　人：棠溪县好邻居超市（以下简称当事人）</p>
<p>当　事　人　：棠溪县好邻居超市</p>
<p>违法行为起止时间：2026-01-03 至 2026-02-05</p><p>货值金额（人民币：元）：１，２８０．００</p>
<p>处罚依据：《中华人民共和国食品安全法》第一百二十四条第一款</p><p>同类案件平均罚款：　６，０００元</p>`,
);

const heads = kind(
  'labels in a head row over one row of values, and a record of approvals below',
  [
    line('caseNumber', '案件编号', '梅市监案〔2026〕45号', ''),
    line('party', '当事人', '梅里市正味餐厅', ''),
    line('filedDate', '立案日期', '2026-08-08', ''),
    line('facts.goodsValue', '货值金额（元）', '950.00', '', 95_000),
  ],
  `<table><tr><td><b>案件编号</b></td><td><b>当事人</b></td><td><b>立案日期</b></td><td><b>货值金额（元）</b></td></tr>
<tr><td>梅市监案〔2026〕45号</td><td>梅里市正味餐厅</td><td>2026-08-08</td><td>950.00</td></tr></table>
<table><tr><td>环节</td><td>办理人</td><td>办理日期</td><td>意见</td></tr><tr><td>立案审批</td><td>甄局长</td><td>2026-08-07</td><td>同意</td></tr>
<tr><td>法制审核</td><td>易审核</td><td>2026-09-01</td><td>同意罚款5000元</td></tr></table>`,
);

export const FURTHER: readonly Kind[] = [
  element,
  spans,
  definitions,
  grid,
  behind,
  tiles,
  related,
  fieldset,
  layui,
  frames,
  bootstrap,
  running,
  heads,
];
