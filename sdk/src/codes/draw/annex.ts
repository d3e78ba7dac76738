import { type Caption, noPaymentSentence } from './caption.ts';
import { svgCode } from './svg.ts';
import type { CodeSymbol } from './symbol.ts';
import { escapeXml } from './xml.ts';

/**
 * An annex of one A4 page as a whole HTML document, for a template in which nothing can be placed: the code, what
 * stands in plain letters beside it, and what it is. Print at 100 %. No seal belongs on it; the frame keeps 10 mm clear.
 *
 * @param authority name of the authority that issued the document
 */
export function annexPage(symbol: CodeSymbol, caption: Caption, authority: string): string {
  const { checkCode, host, document } = caption;
  const rows = [
    ['文书文号', document],
    ['作出机关', authority],
    ['核验码', checkCode],
    ['核验网址', host],
  ].map(([name = '', value = '']) => `<dt>${name}</dt><dd>${escapeXml(value)}</dd>`);
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>裁量监督码附页 ${escapeXml(document)}</title>
<style>
@page { size: A4; margin: 0 }
* { box-sizing: border-box; margin: 0 }
body { width: 210mm; padding: 25mm 25mm 20mm; font: 12pt/1.7 SimSun, "Songti SC", "Noto Serif CJK SC", "Noto Sans CJK SC", serif; color: #000; background: #fff }
h1 { font-size: 18pt; text-align: center; margin-bottom: 10mm }
.code { display: flex; align-items: center; gap: 10mm; padding: 10mm; border: 0.3mm solid #000; break-inside: avoid }
.code svg { flex: none }
dl { display: grid; grid-template-columns: 5em 1fr; gap: 2mm 3mm; overflow-wrap: anywhere }
dd { font-weight: bold }
p { margin-top: 6mm; text-align: justify }
.warning { font-weight: bold }
@media screen { body { margin: 5mm auto; outline: 0.3mm solid #999; min-height: 297mm } }
</style>
</head>
<body>
<h1>裁量监督码附页</h1>
<div class="code">${svgCode(symbol)}<dl>${rows.join('')}</dl></div>
<p class="warning">${escapeXml(noPaymentSentence(caption))}</p>
<p>本页随文书一并送达。扫描上方的码，可以核对处罚幅度的依据、裁量因素和计算过程，查看您的陈述、申辩、听证、复议和诉讼权利，并可提出异议。打开的网址应当与本页所印一致；核验页面不会要求付款，也不会要求提供银行卡或者验证码。</p>
<p>核验前请与纸面核对文号、机关和金额。本页框内不得盖章、书写或者折叠。</p>
</body>
</html>
`;
}
