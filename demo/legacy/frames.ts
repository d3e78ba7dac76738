import { html, raw } from 'hono/html';
import { AUTHORITY, CASES, VIOLATIONS } from './cases.ts';

type Page = ReturnType<typeof html>;

const FRAMESET =
  '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Frameset//EN" "http://www.w3.org/TR/html4/frameset.dtd">';
const TRANSITIONAL =
  '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd">';

/** A page of one frame. These pages name their charset in a meta tag only, as such systems do. */
export function page(title: string, body: Page, script?: string): Page {
  return html`${raw(TRANSITIONAL)}
<html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=gb2312">
<title>${title}</title>
<link rel="stylesheet" type="text/css" href="/legacy/css/style.css">
${script === undefined ? '' : raw(`<script type="text/javascript" src="${script}"></script>`)}
</head>
${body}
</html>
`;
}

/** The frameset: banner above, menu at the left, list over detail. Frames carry the names that adapters address. */
export const frameset = (ajid: string): Page => html`${raw(FRAMESET)}
<html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=gb2312">
<title>${AUTHORITY.name}行政处罚案件管理系统</title>
</head>
<frameset rows="58,*" border="0" frameborder="0" framespacing="0">
<frame name="topFrame" src="/legacy/top.jsp" scrolling="no" noresize>
<frameset cols="150,*" border="0" frameborder="0" framespacing="0">
<frame name="menuFrame" src="/legacy/menu.jsp" noresize>
<frameset rows="188,*" border="3" framespacing="3">
<frame name="listFrame" src="/legacy/ajgl/ajlist.jsp">
<frame name="mainFrame" src="/legacy/ajgl/${ajid === '' ? 'welcome.jsp' : `ajdetail.jsp?ajid=${ajid}`}">
</frameset>
</frameset>
<noframes><body>您的浏览器不支持框架。</body></noframes>
</frameset>
</html>
`;

export const top = (): Page =>
  page(
    '页头',
    html`<body class="top">
<table width="100%" height="58" border="0" cellpadding="0" cellspacing="0"><tr>
<td class="sysname">${AUTHORITY.name}行政处罚案件管理系统 <font size="1">V2.3</font></td>
<td align="right" class="user">用户：甄示范&nbsp;&nbsp;科室：执法稽查科&nbsp;&nbsp;<font color="#ffff99">演示系统，人名、单位均为虚构</font>&nbsp;</td>
</tr></table>
</body>`,
  );

const MENU = ['线索登记', '立案审批', '案件办理', '文书管理', '听证管理', '结案归档', '统计报表'];

export const menu = (): Page =>
  page(
    '菜单',
    html`<body class="menu">
<table width="100%" border="0" cellpadding="3" cellspacing="1">
<tr><td class="menuhead">功能菜单</td></tr>
${MENU.map(
  (name) =>
    html`<tr><td class="${name === '案件办理' ? 'menuon' : 'menuitem'}">&nbsp;<a href="/legacy/ajgl/ajlist.jsp" target="listFrame">${name}</a></td></tr>
`,
)}</table>
</body>`,
  );

export const list = (): Page =>
  page(
    '案件列表',
    html`<body>
<table class="lb" width="100%" border="1" cellpadding="2" cellspacing="0">
<tr class="lbhead"><td width="30">序号</td><td>案件编号</td><td>案件名称</td><td>违法行为</td><td>立案日期</td><td>状态</td></tr>
${CASES.map(
  (row, index) =>
    html`<tr><td align="center">${index + 1}</td><td nowrap>${row.ajbh}</td><td><a id="aj${row.ajid}" href="/legacy/ajgl/ajdetail.jsp?ajid=${row.ajid}" target="mainFrame">${row.ajmc}</a></td><td>${VIOLATIONS.find((entry) => entry.code === row.wfxw)?.name}</td><td nowrap>${row.larq}</td><td nowrap>拟告知</td></tr>
`,
)}</table>
</body>`,
  );

export const welcome = (): Page =>
  page(
    '首页',
    html`<body><br><br><p align="center" class="hint">请在上方列表中选择案件。</p></body>`,
  );
