import { expect } from 'chai';
import type { Adapter, AdapterField } from '../adapters/adapter.ts';
import { judgePage } from '../judge/judge-page.ts';
import { readPage } from './read-page.ts';

/** One field of a page as a legacy system draws it. */
interface Line {
  readonly label: string;
  readonly value: string;
  readonly name: string;
  readonly id: string;
}

const FIELDS: readonly (AdapterField & { readonly meant: unknown; readonly line: Line })[] = [
  field('caseNumber', { as: 'text', pattern: '.+号' }, '案件编号', '兰市监案〔2026〕12号', 'ajbh'),
  field('party', { as: 'text' }, '当事人', '兰汀市虚谷食品有限公司', 'dsrxm'),
  field('actDate', { as: 'day' }, '违法行为终了日期', '2026-09-07', 'wfzzrq'),
  field('facts.goodsValue', { as: 'fen' }, '货值金额', '37,500.00', 'hzje', 3_750_000),
  field('facts.illegalGains', { as: 'fen' }, '违法所得', '2,600.50', 'wfsd', 260_050),
];

function field(
  id: AdapterField['field'],
  check: AdapterField['check'],
  label: string,
  value: string,
  name: string,
  meant: unknown = value,
) {
  const locators: AdapterField['locators'] = [
    { by: 'label', text: [label] },
    { by: 'name', name },
    { by: 'path', path: `#${name}-0042` },
  ];
  return { field: id, check, locators, meant, line: { label, value, name, id: `${name}-0042` } };
}

/** Lines that no field asks for, with values that would pass a check. */
const OTHERS: readonly Line[] = [
  { label: '立案日期', value: '2026-09-08', name: 'larq', id: 'larq-0042' },
  { label: '罚款金额', value: '1,000.00', name: 'fkje', id: 'fkje-0042' },
  { label: '主办人员', value: '甄示范', name: 'zbry', id: 'zbry-0042' },
];

const ADAPTER: Adapter = {
  format: 'chidu-adapter/1',
  id: 'test',
  version: '1',
  title: { zh: '', en: '' },
  matches: ['http://localhost/*'],
  pages: [{ id: 'detail', kind: 'case', text: ['案件'], fields: FIELDS.map(plain) }],
  samples: [],
};

function plain({ field, check, locators }: AdapterField): AdapterField {
  return { field, check, locators };
}

const input = ({ name, id, value }: Line) => `<input name="${name}" id="${id}" value="${value}">`;
const text = ({ id, value }: Line) => `<span id="${id}">${value}</span>`;
const pairs = <T>(list: readonly T[]): T[][] =>
  list.flatMap((one, i) => (i % 2 === 0 ? [[one, ...list.slice(i + 1, i + 2)]] : []));

type Layout = (lines: readonly Line[]) => string;

/** How the systems that we know of put label and value side by side. */
const LAYOUTS: Readonly<Record<string, Layout>> = {
  'two pairs a row, inputs': (lines) =>
    `<table>${pairs(lines)
      .map(
        (two) => `<tr>${two.map((l) => `<td>${l.label}：</td><td>${input(l)}</td>`).join('')}</tr>`,
      )
      .join('')}</table>`,
  'two pairs a row, read-only': (lines) =>
    `<table>${pairs(lines)
      .map(
        (two) =>
          `<tr>${two.map((l) => `<td class="bt"><font>${l.label}</font></td><td>${text(l)}</td>`).join('')}</tr>`,
      )
      .join('')}</table>`,
  'head cells beside values': (lines) =>
    `<table>${lines.map((l) => `<tr><th>${l.label}</th><td colspan="3">${l.value}</td></tr>`).join('')}</table>`,
  'one head row over one row of values': (lines) =>
    `<table><thead><tr>${lines.map((l) => `<th>${l.label}</th>`).join('')}</tr></thead><tbody><tr>${lines
      .map((l) => `<td>${l.value}</td>`)
      .join('')}</tr></tbody></table>`,
  'label elements before blocks': (lines) =>
    lines
      .map(
        (l) =>
          `<div class="layui-form-item"><label class="layui-form-label">${l.label}</label><div class="layui-input-block">${input(l)}</div></div>`,
      )
      .join(''),
  'labels with for': (lines) =>
    lines.map((l) => `<p><label for="${l.id}">${l.label}:</label> ${input(l)}</p>`).join(''),
  'spans and a hidden twin': (lines) =>
    lines
      .map(
        (l) =>
          `<div><span>${l.label}：</span><span class="textbox"><input value="${l.value}"><input type="hidden" name="${l.name}" value="${l.value}"></span></div>`,
      )
      .join(''),
  'definition list': (lines) =>
    `<dl>${lines.map((l) => `<dt>${l.label}</dt><dd>${l.value}</dd>`).join('')}</dl>`,
  'label and value in one cell': (lines) =>
    `<table>${lines.map((l) => `<tr><td><b>${l.label}：</b>${l.value}</td></tr>`).join('')}</table>`,
  'label and value in one text': (lines) =>
    pairs(lines)
      .map((two) => `<p>${two.map((l) => `${l.label}：${l.value}`).join('　')}</p>`)
      .join(''),
  'label in the paragraph before': (lines) =>
    lines.map((l) => `<p>${l.label}：</p><p>${l.value}</p>`).join(''),
};

interface Mutation {
  readonly lines?: (lines: readonly Line[]) => readonly Line[];
  readonly page?: (html: string) => string;
}

/** What a release of the old system does to a page. */
const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'as it was': {},
  'row inserted first': { lines: (lines) => [OTHERS[0] as Line, ...lines] },
  'rows inserted between': {
    lines: (lines) => lines.flatMap((line, i) => (OTHERS[i] ? [OTHERS[i], line] : [line])),
  },
  'order reversed': { lines: (lines) => lines.toReversed() },
  'ids regenerated': {
    lines: (lines) => lines.map((line, i) => ({ ...line, id: `ctl00_${i + 7}_0042` })),
  },
  'ids handed to other fields': {
    lines: (lines) =>
      lines.map((line, i) => ({ ...line, id: lines[(i + 1) % lines.length]?.id ?? '' })),
  },
  'names changed': { lines: (lines) => lines.map((line) => ({ ...line, name: `f_${line.name}` })) },
  'labels spaced out': {
    lines: (lines) => lines.map((line) => ({ ...line, label: [...line.label].join('&nbsp;') })),
  },
  'labels broken in two lines': {
    lines: (lines) =>
      lines.map((line) => ({
        ...line,
        label: `${line.label.slice(0, 2)}<br>${line.label.slice(2)}`,
      })),
  },
  'labels with a mark and a unit': {
    lines: (lines) =>
      lines.map((line) => ({
        ...line,
        label: `<font color=red>*</font>${line.label}${/金额|所得/.test(line.label) ? '（元）' : ''}`,
      })),
  },
  'wrapped in a nested table': {
    page: (html) => `<table><tr><td>菜单</td><td><div>${html}</div></td></tr></table>`,
  },
  'headings repeat a label': {
    page: (html) => `<h3>当事人</h3><h3>违法所得</h3>${html}`,
  },
  'a hidden copy with other values': {
    page: (html) =>
      `${html}<div style="display:none">${html.replaceAll('37,500.00', '9.00')}</div>`,
  },
};

function read(html: string): Map<string, { state: string; value?: unknown }> {
  document.body.innerHTML = `<h2>案件详情</h2>${html}`;
  const texts = readPage(document, ADAPTER, '2026-11-21T00:00:00Z');
  const page = texts && judgePage(texts, ADAPTER);
  return new Map(page?.fields.map((one) => [one.field, one]));
}

describe('locators on pages that change', () => {
  let found = 0;
  let asked = 0;
  const missed: string[] = [];

  for (const [layout, draw] of Object.entries(LAYOUTS))
    for (const [
      mutation,
      { lines = (all: readonly Line[]) => all, page = (html: string) => html },
    ] of Object.entries(MUTATIONS))
      it(`${layout}, ${mutation}: no wrong value`, () => {
        const shown = read(page(draw(lines(FIELDS.map(({ line }) => line)))));
        for (const { field, meant } of FIELDS) {
          const reading = shown.get(field);
          asked += 1;
          if (reading?.state === 'read') {
            expect(reading.value, field).to.equal(meant);
            found += 1;
          } else missed.push(`${layout}, ${mutation}: ${field} ${reading?.state}`);
        }
      });

  after(() => {
    document.body.innerHTML = '';
    expect(found / asked, missed.join('\n')).to.be.at.least(0.95);
  });
});

describe('values as pages hold them', () => {
  const goods = (html: string) => read(html).get('facts.goodsValue');

  it('reads the unit behind a box and the unit in the label', () => {
    expect(
      goods('<table><tr><td>货值金额</td><td><input name=x value="3.75"> 万元</td></tr></table>'),
    ).to.include({ value: 3_750_000 });
    expect(
      goods(
        '<table><tr><td>货值金额（万元）</td><td><input name=hzje value="3.75"></td></tr></table>',
      ),
    ).to.include({ value: 3_750_000 });
    expect(goods('<p>涉案（万元）：<input name=hzje value="3.75">万元</p>')).to.include({
      value: 3_750_000,
    });
  });

  it('reads a date from three boxes and a choice from its ticked words', () => {
    const html =
      '<table><tr><td>违法行为终了日期</td><td><input size=4 value=2026>年<input size=2 value=9>月<input size=2 value=7>日</td></tr>' +
      '<tr><td>当事人</td><td><label><input type=radio name=d>甲厂</label><label><input type=radio name=d checked>乙厂</label></td></tr></table>';
    const shown = read(html);
    expect(shown.get('actDate')).to.include({ value: '2026-09-07' });
    expect(shown.get('party')).to.include({ value: '乙厂' });
  });

  it('reads a closed tab as it would look when opened', () => {
    const row =
      '<table><tr><td>当事人</td><td><input value="甲厂"><span style="display:none">必填项</span></td></tr></table>';
    const open = read(`<div>${row}</div>`).get('party');
    const closed = read(`<div style="display:none">${row}</div>`).get('party');
    expect(open).to.include({ state: 'read', value: '甲厂' });
    expect(closed).to.include({ state: 'read', value: '甲厂' });
  });

  it('reads a select by its words and a text area whole', () => {
    const shown = read(
      '<table><tr><td>当事人</td><td><select><option>甲<option selected>乙厂</select></td></tr><tr><td>货值金额</td><td><textarea>37,500元</textarea></td></tr></table>',
    );
    expect(shown.get('party')).to.include({ value: '乙厂' });
    expect(shown.get('facts.goodsValue')).to.include({ value: 3_750_000 });
  });

  it('does not take the next label for the value of a label without a cell', () => {
    const shown = read('<table><tr><td>当事人</td><td>货值金额</td><td>37,500元</td></tr></table>');
    expect(shown.get('party')?.state).not.to.equal('read');
  });

  it('does not take a label inside a group for the value of the group', () => {
    const shown = read(
      '<table><tr><td rowspan=2>当事人</td><td>名称</td><td>甲厂</td></tr><tr><td>住所</td><td>虚白路1号</td></tr></table>',
    );
    expect(shown.get('party')?.state).to.equal('missing');
  });

  it('does not choose among rows of a list', () => {
    const shown = read(
      '<table><tr><th>当事人</th><th>货值金额</th></tr><tr><td>甲厂</td><td>1.00</td></tr><tr><td>乙厂</td><td>2.00</td></tr></table>',
    );
    expect(shown.get('party')?.state).to.equal('missing');
    expect(shown.get('facts.goodsValue')?.state).to.equal('missing');
  });

  it('keeps an empty box apart from a zero', () => {
    const cell = (value: string) => `<table><tr><td>货值金额</td><td>${value}</td></tr></table>`;
    expect(goods(cell('<input value="">'))?.state).to.equal('empty');
    expect(goods(cell('<input value="0.00">'))).to.include({ value: 0 });
    expect(goods(cell('&nbsp;'))?.state).to.equal('empty');
  });

  it('reads a unit that stands beside the box in an element or a cell of its own', () => {
    for (const html of [
      '<label>货值金额</label><div><input value="1.86"></div><div>万元</div>',
      '<div><label>货值金额</label><div><div><input value="1.86"></div></div><i></i><span>万元</span></div>',
      '<table><tr><td>货值金额</td><td><input value="1.86"></td><td>万元</td></tr></table>',
      '<label for="g">货值金额</label><input id="g" value="1.86"><em>万元</em>',
    ])
      expect(goods(html), html).to.include({ value: 1_860_000 });
    // A text that only begins like a unit is none.
    expect(goods('<label>货值金额</label><div>1.86</div><div>元旦前</div>')).to.include({
      value: 186,
    });
  });

  it('takes the mark of a required field for no value', () => {
    const cell = (value: string) => `<table><tr><td>货值金额</td><td>${value}</td></tr></table>`;
    expect(goods(cell('<input value="860"> <font>*</font>'))).to.include({ value: 86_000 });
    expect(goods(cell('<input value=""><em>（必填）</em>'))?.state).to.equal('empty');
  });

  it('takes nothing where labels stand behind their values', () => {
    const run =
      '<div><b>12,800.00</b><span>货值金额</span><b>4,000.00</b><span>违法所得</span></div>';
    expect(goods(run)?.state).to.equal('missing');
    expect(
      goods(`<div><span>货值金额</span><b>12,800.00</b><span>违法所得</span><b></b></div>`),
    ).to.include({ value: 1_280_000 });
  });

  it('reads a label that is spaced out before others in one line', () => {
    const shown = read('<p>当　事　人：甲厂　｜　案件编号：甲案〔2026〕1号</p>');
    expect(shown.get('party')).to.include({ value: '甲厂' });
    expect(shown.get('caseNumber')).to.include({ value: '甲案〔2026〕1号' });
  });

  it('does not read a page whose text stands in a script alone', () => {
    document.body.innerHTML = '<script>document.title = "案件";</script><p>别的页面</p>';
    expect(readPage(document, ADAPTER, '')).to.equal(null);
  });
});
