import { html, type Kind, type Line, line, pairsOf } from './line.ts';

const input = ({ name, id, value }: Line, attributes = ''): string =>
  `<input type="text" name="${name}" id="${id}" value="${value}" ${attributes}>`;
const UTF8 = '<meta charset="utf-8">';
const GBK = '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">';

const COMMON: readonly Line[] = [
  line('caseNumber', '案号', '兰市监案〔2026〕31号', 'ajbh'),
  line('party', '当事人', '兰汀市虚谷食品有限公司', 'dsrmc'),
  line('cause', '案由', '经营超过保质期的食品', 'ay'),
  line('filedDate', '立案日期', '2026-03-05', 'larq'),
  line('facts.goodsValue', '货值金额', '37,500.00', 'hzje', 3_750_000),
  line('facts.illegalGains', '违法所得', '2,600.50', 'wfsd', 260_050),
  line('illegalFacts', '违法事实', '当事人于2026年2月销售超过保质期的糕点12袋。', 'wfss'),
  line('penaltyBasis', '处罚依据', '《中华人民共和国食品安全法》第一百二十四条第一款', 'cfyj'),
];

/** GBK frames in frames; controls with the names that WebForms makes. */
const webforms: Kind = {
  name: 'GBK frameset with WebForms names',
  lines: COMMON.map((one) => ({
    ...one,
    label: one.label === '当事人' ? '当&nbsp;事&nbsp;人' : one.label,
    name: `ctl00$ContentPlaceHolder1$txt_${one.name}`,
    id: `ctl00_ContentPlaceHolder1_txt_${one.name}`,
  })),
  draw: (lines, { frame, swap }) => ({
    '': {
      gbk: true,
      html: `<html><head>${GBK}<title>办案</title></head><frameset rows="40,*"><frame name="${frame}top" src="top"><frameset cols="100,*"><frame name="${frame}menu" src="menu"><frame name="${frame}main" src="main"></frameset></frameset></html>`,
    },
    top: { gbk: true, html: html('顶', '<font>行政执法办案系统</font>　当前用户：甄示范', GBK) },
    menu: { gbk: true, html: html('菜单', '<ul><li>案件登记<li>案件查询</ul>', GBK) },
    main: {
      gbk: true,
      html: html(
        '案件',
        `<form id="aspnetForm"><input type="hidden" name="__VIEWSTATE" value="/wEPDwUK"><h3>案件信息</h3><table border="1">${(swap
          ? pairsOf(lines).toReversed()
          : pairsOf(lines)
        )
          .map(
            (two) =>
              `<tr>${two.map((one) => `<td align="right"><span id="${one.id}_lbl">${one.label}：</span></td><td>${input(one, 'class="txt"')}</td>`).join('')}</tr>`,
          )
          .join('')}</table></form>`,
        GBK,
      ),
    },
  }),
};

/** EasyUI: the drawn box and its hidden twin; the second half of the case in a one-row datagrid of two tables. */
const easyui: Kind = {
  name: 'EasyUI form and datagrid',
  lines: COMMON,
  draw: (lines, { swap }) => {
    const isGrid = ({ field }: Line) => field?.startsWith('facts.') || field === 'filedDate';
    const form = lines.filter((one) => !isGrid(one));
    const grid = lines.filter(isGrid);
    const columns = swap ? grid.toReversed() : grid;
    return {
      '': {
        html: html(
          '案件',
          `<div class="easyui-panel panel-body"><form>${form
            .map(
              (one) =>
                `<div style="margin-bottom:10px"><label for="_easyui_textbox_input_${one.id}" class="textbox-label textbox-label-left" style="width:100px">${one.label}:</label><input class="easyui-textbox textbox-f" id="${one.id}" textboxname="${one.name}" style="display:none"><span class="textbox" style="width:300px"><input id="_easyui_textbox_input_${one.id}" type="text" class="textbox-text validatebox-text" autocomplete="off" value="${one.value}"><input type="hidden" class="textbox-value" name="${one.name}" value="${one.value}"></span></div>`,
            )
            .join(
              '',
            )}</form></div><div class="panel datagrid"><div class="datagrid-wrap panel-body"><div class="datagrid-view"><div class="datagrid-view1" style="width:0"><div class="datagrid-header"><div class="datagrid-header-inner"><table class="datagrid-htable"><tbody></tbody></table></div></div><div class="datagrid-body"><div class="datagrid-body-inner"></div></div></div><div class="datagrid-view2"><div class="datagrid-header"><div class="datagrid-header-inner" style="display:block"><table class="datagrid-htable" cellspacing="0"><tbody><tr class="datagrid-header-row">${columns
            .map(
              (one) =>
                `<td field="${one.name}"><div class="datagrid-cell"><span>${one.label}</span><span class="datagrid-sort-icon">&nbsp;</span></div></td>`,
            )
            .join(
              '',
            )}</tr></tbody></table></div></div><div class="datagrid-body"><table class="datagrid-btable" cellspacing="0"><tbody><tr id="datagrid-row-r1-2-0" datagrid-row-index="0" class="datagrid-row">${columns
            .map(
              (one) =>
                `<td field="${one.name}"><div class="datagrid-cell datagrid-cell-c1-${one.name}">${one.value}</div></td>`,
            )
            .join('')}</tr></tbody></table></div></div></div></div></div>`,
          UTF8,
        ),
      },
    };
  },
};

/** layui: a frame in a tab, in it a layer with a frame of its own; selects drawn anew beside the real ones. */
const layui: Kind = {
  name: 'layui layer in a frame in a tab',
  lines: COMMON,
  draw: (lines, { frame, swap }) => ({
    '': {
      html: html(
        '工作台',
        `<div class="layui-tab" lay-filter="tabs"><ul class="layui-tab-title"><li>首页</li><li class="layui-this">案件办理</li></ul><div class="layui-tab-content"><div class="layui-tab-item" style="display:none"><p>待办：3</p></div><div class="layui-tab-item layui-show"><iframe name="${frame}tab" src="tab" width="900" height="600"></iframe></div></div></div>`,
        UTF8,
      ),
    },
    tab: {
      html: html(
        '案件列表',
        `<div class="layui-table-box"><table><thead><tr><th>案号</th><th>当事人</th><th>案由</th></tr></thead><tbody><tr><td>兰市监案〔2026〕1号</td><td>兰汀市甲店</td><td>发布虚假广告</td></tr><tr><td>兰市监案〔2026〕2号</td><td>兰汀市乙店</td><td>价格欺诈</td></tr></tbody></table></div><div class="layui-layer layui-layer-iframe" style="z-index:19891015;width:800px;height:500px"><div class="layui-layer-title">案件详情</div><div class="layui-layer-content"><iframe scrolling="auto" name="${frame}layui-layer-iframe1" src="detail" style="height:450px;width:780px"></iframe></div></div>`,
        UTF8,
      ),
    },
    detail: {
      html: html(
        '详情',
        `<form class="layui-form">${(swap ? lines.toReversed() : lines)
          .map((one) =>
            one.field === 'cause'
              ? `<div class="layui-form-item"><label class="layui-form-label">${one.label}</label><div class="layui-input-block"><select name="${one.name}" style="display:none"><option value="">请选择</option><option value="1" selected>${one.value}</option></select><div class="layui-unselect layui-form-select"><div class="layui-select-title"><input type="text" placeholder="请选择" value="${one.value}" readonly class="layui-input layui-unselect"><i class="layui-edge"></i></div><dl class="layui-anim layui-anim-upbit" style="display:none"><dd lay-value="" class="layui-select-tips">请选择</dd><dd lay-value="1" class="layui-this">${one.value}</dd></dl></div></div></div>`
              : `<div class="layui-form-item"><label class="layui-form-label">${one.label}</label><div class="layui-input-block">${input(one, 'class="layui-input" autocomplete="off"')}</div></div>`,
          )
          .join('')}</form>`,
        UTF8,
      ),
    },
  }),
};

/** bootstrap-table: the head drawn twice, the facts in one row; the rest in form groups. Values come by AJAX. */
const bootstrapTable: Kind = {
  name: 'bootstrap-table whose values come seconds later',
  lines: COMMON,
  later: 1200,
  draw: (lines, { swap }) => {
    const columns = swap ? lines.toReversed() : lines;
    const head = `<thead><tr>${columns
      .map(
        (one) =>
          `<th data-field="${one.name}"><div class="th-inner sortable both">${one.label}</div><div class="fht-cell"></div></th>`,
      )
      .join('')}</tr></thead>`;
    const row = `<tr data-index="0">${columns.map((one) => `<td>${one.value}</td>`).join('')}</tr>`;
    return {
      '': {
        html: html(
          '案件',
          `<div class="bootstrap-table"><div class="fixed-table-toolbar"></div><div class="fixed-table-container"><div class="fixed-table-header" style="height:30px;overflow:hidden"><table class="table table-hover">${head}</table></div><div class="fixed-table-body"><div class="fixed-table-loading" style="display:none">正在努力地加载数据中，请稍候……</div><table id="table" class="table table-hover" style="margin-top:-30px">${head}<tbody><tr class="no-records-found"><td colspan="${columns.length}">没有找到匹配的记录</td></tr></tbody></table></div><div class="fixed-table-pagination"></div></div></div><script>setTimeout(() => { document.querySelector('#table tbody').innerHTML = ${JSON.stringify(row).replaceAll('<', '\\x3c')}; }, 1200);</script>`,
          UTF8,
        ),
      },
    };
  },
};

/** ExtJS: label cells, combos with a hidden field, a grid whose every row is a table. */
const ext: Kind = {
  name: 'components as ExtJS draws them',
  lines: COMMON,
  draw: (lines, { swap }) => {
    const isGrid = ({ field }: Line) => field?.startsWith('facts.');
    const grid = swap ? lines.filter(isGrid).toReversed() : lines.filter(isGrid);
    return {
      '': {
        html: html(
          '案件',
          `<div class="x-panel"><div class="x-panel-header"><span class="x-panel-header-text">案件基本信息</span></div><div class="x-panel-body"><form class="x-form">${lines
            .filter((one) => !isGrid(one))
            .map(
              (one) =>
                `<div class="x-form-item" tabindex="-1"><label for="${one.id}" style="width:100px" class="x-form-item-label">${one.label}:</label><div class="x-form-element" id="x-form-el-${one.id}" style="padding-left:105px"><div class="x-form-field-wrap"><input type="hidden" name="${one.name}" value="${one.value}"><input type="text" size="24" autocomplete="off" id="${one.id}" class="x-form-text x-form-field" value="${one.value}"><img src="data:," class="x-form-trigger x-form-arrow-trigger"></div></div><div class="x-form-clear-left"></div></div>`,
            )
            .join(
              '',
            )}</form></div></div><div class="x-grid3"><div class="x-grid3-viewport"><div class="x-grid3-header"><div class="x-grid3-header-inner"><div class="x-grid3-header-offset"><table border="0" cellspacing="0"><thead><tr class="x-grid3-hd-row">${grid
            .map(
              (one) =>
                `<td class="x-grid3-hd x-grid3-cell"><div class="x-grid3-hd-inner"><a class="x-grid3-hd-btn" href="#"></a>${one.label}（元）<img class="x-grid3-sort-icon" src="data:,"></div></td>`,
            )
            .join(
              '',
            )}</tr></thead></table></div></div></div><div class="x-grid3-scroller"><div class="x-grid3-body"><div class="x-grid3-row x-grid3-row-first"><table class="x-grid3-row-table" border="0"><tbody><tr>${grid
            .map(
              (one) =>
                `<td class="x-grid3-col x-grid3-cell"><div class="x-grid3-cell-inner" unselectable="on">${one.value}</div></td>`,
            )
            .join('')}</tr></tbody></table></div></div></div></div></div>`,
          UTF8,
        ),
      },
    };
  },
};

/** The approval form: the party as a group of rows, amounts in 万元 and in capitals, an editor in a frame. */
const wan: Kind = {
  name: 'approval form in 万元, with a group of rows and an editor',
  lines: [
    line('caseNumber', '立案编号', '兰市监立〔2026〕77号', 'labh'),
    line('cause', '案由', '发布虚假广告', 'ay'),
    line('filedDate', '立案时间', '2026年3月5日', 'lasj', '2026-03-05'),
    line('party', '名称', '兰汀市镜花美容有限公司', 'mc'),
    line('legalRepresentative', '法定代表人（负责人）', '甄虚构', 'fddbr'),
    line('address', '住所', '兰汀市虚白路1号', 'zs'),
    line('facts.goodsValue', '涉案货值金额（万元）', '3.75', 'hzje', 3_750_000),
    line('facts.adFee', '广告费用', '壹万贰仟捌佰元整', 'ggfy', 1_280_000),
    line('facts.illegalGains', '违法所得（单位：元）', '0.00', 'wfsd', 0),
    line('illegalFacts', '案情简介', '当事人在店内发布的广告称产品“七天见效”。', 'aqjj'),
    line('penaltyBasis', '处罚法律依据', '《中华人民共和国广告法》第五十五条第一款', 'cfyj'),
  ],
  draw: (lines, { swap }) => {
    const party = ['party', 'legalRepresentative', 'address'];
    const group = lines.filter(({ field }) => party.includes(field ?? ''));
    const rest = lines.filter(
      ({ field }) => !party.includes(field ?? '') && field !== 'illegalFacts',
    );
    const facts = lines.find(({ field }) => field === 'illegalFacts');
    const rows = rest.map(
      (one) => `<tr><td colspan="2" class="t">${one.label}</td><td>${input(one)}</td></tr>`,
    );
    const grouped = group.map(
      (one, index) =>
        `<tr>${index === 0 ? `<td rowspan="${group.length}" class="t">当<br>事<br>人</td>` : ''}<td class="t">${one.label}</td><td>${one.value}</td></tr>`,
    );
    const all = swap ? [...grouped, ...rows] : [...rows, ...grouped];
    return {
      '': {
        html: html(
          '立案审批表',
          `<h2>立案审批表</h2><table border="1">${all.join('')}<tr><td colspan="2" class="t">${facts?.label}</td><td><iframe id="eWebEditor1" width="500" height="100" frameborder="0"></iframe></td></tr></table><script>const d = document.getElementById('eWebEditor1').contentDocument; d.open(); d.write(${JSON.stringify(`<body>${facts?.value}</body>`).replaceAll('<', '\\x3c')}); d.close(); d.designMode = 'on';</script>`,
          UTF8,
        ),
      },
    };
  },
};

/** Definition lists and texts behind colons, in a frame that a script writes after the page, and writes again. */
const written: Kind = {
  name: 'read-only texts in a frame of document.write',
  lines: COMMON,
  later: 900,
  draw: (lines, { frame, swap }) => {
    const half = Math.ceil(lines.length / 2);
    const body = html(
      '案件',
      `<h3>一、案件基本情况</h3><dl>${lines
        .slice(0, half)
        .map((one) => `<dt>${one.label}</dt><dd>${one.value}</dd>`)
        .join('')}</dl><h3>二、案件事实</h3>${(swap
        ? lines.slice(half).toReversed()
        : lines.slice(half)
      )
        .map(
          (one, index) =>
            `<p>（${'一二三四五六七八九十'[index] ?? ''}）<b>${one.label}：</b>${one.value}</p>`,
        )
        .join('')}`,
    );
    return {
      '': {
        html: html(
          '案件',
          `<iframe name="${frame}late" width="900" height="600"></iframe><script>const write = (text) => { const d = document.querySelector('iframe').contentDocument; d.open(); d.write(text); d.close(); }; setTimeout(write, 200, '<p>请稍候</p>'); setTimeout(write, 900, ${JSON.stringify(body).replaceAll('<', '\\x3c')});</script>`,
          UTF8,
        ),
      },
    };
  },
};

/** Bootstrap columns, disabled controls, ticks and a date in three boxes; nodes are replaced again and again. */
const columns: Kind = {
  name: 'form groups that replace their nodes',
  lines: COMMON,
  draw: (lines, { swap }) => {
    const form = (swap ? pairsOf(lines).toReversed() : pairsOf(lines))
      .map(
        (two) =>
          `<div class="row">${two
            .map((one) => {
              const [year, month, day] = one.value.split('-');
              const control =
                one.field === 'filedDate'
                  ? `<input size="4" value="${year}" disabled>年<input size="2" value="${Number(month)}" disabled>月<input size="2" value="${Number(day)}" disabled>日`
                  : one.field === 'illegalFacts'
                    ? `<textarea name="${one.name}" id="${one.id}" rows="3">${one.value}</textarea>`
                    : input(one, 'class="form-control" readonly');
              return `<div class="form-group col-md-6"><label class="col-sm-4 control-label"><span class="text-danger">*</span>${one.label}</label><div class="col-sm-8">${control}</div></div>`;
            })
            .join('')}</div>`,
      )
      .join('');
    return {
      '': {
        html: html(
          '案件',
          `<div id="app">${form}</div><script>let n = 0; const t = setInterval(() => { const a = document.getElementById('app'); a.replaceWith(a.cloneNode(true)); if (++n > 40) clearInterval(t); }, 100);</script>`,
          UTF8,
        ),
      },
    };
  },
};

export const KINDS: readonly Kind[] = [
  webforms,
  easyui,
  layui,
  bootstrapTable,
  ext,
  wan,
  written,
  columns,
];
