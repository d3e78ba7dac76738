export { annexPage } from './annex.ts';
export { type Caption, captionLines, noPaymentSentence } from './caption.ts';
export { pngCode } from './png.ts';
export { svgCode } from './svg.ts';
export { type CodeSymbol, codeSymbol, MODULE_MM, QUIET_ZONE, symbolSize } from './symbol.ts';
