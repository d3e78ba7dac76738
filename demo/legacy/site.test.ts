import { expect, it } from 'vitest';
import { CASES } from './cases.ts';
import { legacySite } from './site.ts';

const site = legacySite(() => '2026-11-21');

async function read(path: string): Promise<string> {
  const response = await site.request(path);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).not.toContain('charset');
  return new TextDecoder('gbk', { fatal: true }).decode(await response.arrayBuffer());
}

it('frames the menu, the list and the case', async () => {
  const text = await read('/?ajid=20260138');
  for (const name of ['topFrame', 'menuFrame', 'listFrame', 'mainFrame']) {
    expect(text).toContain(`name="${name}"`);
  }
  expect(text).toContain('ajdetail.jsp?ajid=20260138');
});

it('lists every case', async () => {
  const text = await read('/ajgl/ajlist.jsp');
  for (const { ajbh, ajmc } of CASES) {
    expect(text).toContain(ajbh);
    expect(text).toContain(ajmc);
  }
});

it.each(CASES)('shows case $ajid with what was typed into it', async (row) => {
  const text = await read(`/ajgl/ajdetail.jsp?ajid=${row.ajid}`);
  expect(text).toContain('当&nbsp;事&nbsp;人：');
  for (const value of [
    row.dsrxm,
    row.zjhm,
    row.wfxw,
    row.wfzzrq,
    row.hzje,
    row.ggfy,
    row.wfss,
    row.gzswh,
  ]) {
    expect(text).toContain(value);
  }
  expect(text).toContain(`name="hzje" value="${row.hzjeHidden}"`);
  expect(text).toContain('value="2026-11-21"');
});

it('answers 404 for a case it does not have', async () => {
  expect((await site.request('/ajgl/ajdetail.jsp?ajid=1')).status).toBe(404);
});

it.each(['/top.jsp', '/menu.jsp', '/ajgl/welcome.jsp', '/css/style.css', '/js/aj.js'])(
  'serves %s as GBK without saying so',
  async (path) => {
    expect(await read(path)).toMatch(/[\u4e00-\u9fa5]/);
  },
);
