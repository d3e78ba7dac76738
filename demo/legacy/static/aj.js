// The old system's own page script: it knows nothing of Chidu. Served as GBK without a charset, like everything here.

function xsTab(n) {
  for (let i = 0; i < 4; i++) {
    document.getElementById(`tab${i}`).style.display = i === n ? '' : 'none';
    document.getElementById(`bq${i}`).className = i === n ? 'bq on' : 'bq';
  }
}

// 123000.5 -> 壹拾贰万叁仟元伍角整
function daxie(je) {
  const shuzi = '零壹贰叁肆伍陆柒捌玖';
  const danwei = ['', '拾', '佰', '仟'];
  const jie = ['', '万', '亿'];
  const fen = Math.round(je * 100);
  let zheng = Math.floor(fen / 100);
  let jg = '';
  for (let d = 0; zheng > 0; d++, zheng = Math.floor(zheng / 10000)) {
    let duan = '';
    for (let w = 0, n = zheng % 10000; w < 4; w++, n = Math.floor(n / 10)) {
      duan = (n % 10 === 0 ? '零' : shuzi.charAt(n % 10) + danwei[w]) + duan;
    }
    duan = duan.replace(/零+/g, '零').replace(/零$/, '');
    jg = (duan === '' ? '零' : duan + jie[d]) + jg;
  }
  jg = jg.replace(/零+/g, '零').replace(/^零|零$/g, '');
  if (fen % 100 === 0) return `${jg || '零'}元整`;
  const jiao = Math.floor((fen % 100) / 10);
  const yuan = jg === '' ? '' : `${jg}元`;
  const ling = yuan === '' ? '' : '零';
  return (
    yuan +
    (jiao > 0 ? `${shuzi.charAt(jiao)}角` : ling) +
    (fen % 10 > 0 ? `${shuzi.charAt(fen % 10)}分` : '整')
  );
}

function zhuanyi(s) {
  return String(s)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

function riqi(s) {
  const p = s.split('-');
  return `${p[0]}年${Number(p[1])}月${Number(p[2])}日`;
}

function dyGzs() {
  dyWs('告知书', 'gzswh', 'gzrq');
}

function dyJds() {
  if (document.forms.ajform.jdrq.value === '') {
    alert('请先填写决定日期！');
    return;
  }
  dyWs('决定书', 'jdswh', 'jdrq');
}

// Opens 行政处罚告知书 or 决定书 in a window of its own and writes it from what the form holds.
function dyWs(zl, wh, rq) {
  const f = document.forms.ajform;
  const je = Number(f.nfkje.value.replace(/[,，]/g, ''));
  if (f.nfkje.value === '' || !Number.isFinite(je) || je <= 0) {
    alert('请先在“审批”页填写拟罚款金额！');
    return;
  }
  const v = (name) => zhuanyi(f.elements[name].value);
  const xuan = f.wfxw.options[f.wfxw.selectedIndex].text;
  const fakuan = `罚款人民币${je.toLocaleString('en-US', { minimumFractionDigits: 2 })}元（大写：${daxie(je)}）`;
  const cf = f.qtcf.value === '' ? [fakuan] : f.qtcf.value.split('；').concat(fakuan);
  // 市场监督管理行政处罚听证办法 5: natural persons from 10,000, entities from 100,000.
  const tingzheng = je >= (f.dsrlx.value === '1' || f.dsrlx.value === '2' ? 100000 : 10000);
  const jueding = zl === '决定书';
  const quanli = jueding
    ? '如不服本处罚决定，可以自收到本决定书之日起六十日内依法申请行政复议，也可以自收到本决定书之日起六个月内依法向人民法院提起行政诉讼。'
    : tingzheng
      ? '根据《中华人民共和国行政处罚法》第四十四条、第四十五条、第六十三条、第六十四条的规定，你（单位）有权进行陈述、申辩，并可以要求听证。自收到本告知书之日起五个工作日内，你（单位）可以向本局提出陈述、申辩意见，也可以要求举行听证。逾期未提出的，视为放弃上述权利。'
      : '根据《中华人民共和国行政处罚法》第四十四条、第四十五条的规定，你（单位）有权进行陈述、申辩。自收到本告知书之日起五个工作日内，你（单位）可以向本局提出陈述、申辩意见。逾期未提出的，视为放弃上述权利。';
  const w = window.open('', jueding ? 'jds' : 'gzs', 'width=900,height=900,scrollbars=yes');
  w.document.open();
  w.document.write(
    `<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>行政处罚${zl}</title><style type="text/css">` +
      '@page{size:A4;margin:22mm 26mm 18mm 28mm}' +
      'body{width:156mm;margin:10mm auto;font:12pt/22pt FangSong,"仿宋","仿宋_GB2312",STFangsong,"Noto Serif CJK SC",serif;color:#000;background:#fff}' +
      'p{margin:0;text-indent:2em;text-align:justify}' +
      '.jg{color:#d00000;font:bold 28pt/42pt SimSun,"宋体","Noto Serif CJK SC",serif;text-align:center;letter-spacing:3pt}' +
      '.bt{font:bold 22pt/36pt SimSun,"宋体","Noto Serif CJK SC",serif;text-align:center;letter-spacing:4pt}' +
      '.wh{text-align:center}hr{height:2pt;border:0;background:#d00000;-webkit-print-color-adjust:exact;print-color-adjust:exact}' +
      '.dsr{text-indent:0}.lk{width:100%;margin-top:12pt;font:inherit}.yz{width:82mm;text-align:center;vertical-align:bottom}' +
      '.fz{margin-top:10pt;border-top:1px solid #000;font-size:10.5pt;line-height:17pt}.fz p{text-indent:0}' +
      '.gj{text-align:center;background:#eee;padding:4px}' +
      '@media print{.gj{display:none}body{width:auto;margin:0}}' +
      '</style></head><body>' +
      '<div class="gj"><input type="button" name="dy" value="打　印" onclick="window.print()">　<input type="button" name="gb" value="关　闭" onclick="window.close()"></div>' +
      `<div class="jg">${v('jgmc')}</div><div class="bt">行政处罚${zl}</div><div class="wh">${v(wh)}</div><hr>` +
      `<p class="dsr">${v('dsrxm')}：</p>` +
      (jueding
        ? `<p>你（单位）${zhuanyi(xuan)}一案，本局已调查终结，并于${riqi(f.gzrq.value)}告知你（单位）拟作出的行政处罚及享有的权利。现查明：</p>`
        : `<p>由本局立案调查的你（单位）涉嫌${zhuanyi(xuan)}一案，已调查终结。根据《中华人民共和国行政处罚法》第四十四条的规定，现将本局拟作出行政处罚的内容及事实、理由、依据告知如下：</p>`) +
      `<p>${v('wfss')}</p>` +
      `<p>上述行为违反了${v('wftk')}的规定。依据${v('cfyj')}的规定，本局${jueding ? '决定' : '拟'}对你（单位）作出如下行政处罚：${cf.map((s, i) => (cf.length > 1 ? `${i + 1}.` : '') + zhuanyi(s)).join('；')}。</p>` +
      `<p>${quanli}</p>` +
      `<table class="lk" border="0" cellpadding="0" cellspacing="0"><tr><td id="bz">&nbsp;</td><td class="yz">${v('jgmc')}<br>（印　章）<br>${riqi(f[rq].value)}</td></tr></table>` +
      `<div class="fz"><p>联系人：${v('lxr')}　　联系电话：${v('jgdh')}</p><p>联系地址：${v('jgdz')}</p><p>本文书一式二份，一份送达，一份归档。</p></div>` +
      '</body></html>',
  );
  w.document.close();
  w.focus();
}

Object.assign(window, { xsTab, dyGzs, dyJds });
