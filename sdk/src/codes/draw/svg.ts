import { type Caption, captionLines } from './caption.ts';
import { type CodeSymbol, MODULE_MM, QUIET_ZONE } from './symbol.ts';
import { escapeXml } from './xml.ts';

const LINE_MODULES = 8;
const FONT_MODULES = 5.5;

/**
 * A code as SVG in true millimetres: one unit of its view box is one module. With a caption, the lines stand below.
 * Draws on white, for the light modules belong to the symbol. Print at 100 %.
 */
export function svgCode(symbol: CodeSymbol, caption?: Caption): string {
  const width = symbol.modules + 2 * QUIET_ZONE;
  const lines = caption === undefined ? [] : captionLines(caption, width / FONT_MODULES);
  const height = width + lines.length * LINE_MODULES;
  const label = caption === undefined ? '裁量监督码' : `裁量监督码，核验码 ${caption.checkCode}`;
  const texts = lines.map(
    ({ text, bold }, index) =>
      `<text x="${width / 2}" y="${width + (index + 0.75) * LINE_MODULES}"${bold ? ' font-weight="bold"' : ''}>${escapeXml(text)}</text>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${escapeXml(label)}" width="${mm(width)}" height="${mm(height)}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    `<path fill="#000" shape-rendering="crispEdges" d="${darkPath(symbol)}"/>`,
    ...(texts.length === 0
      ? []
      : [
          `<g fill="#000" text-anchor="middle" font-size="${FONT_MODULES}" font-family="SimSun, 'Songti SC', 'Noto Serif CJK SC', 'Noto Sans CJK SC', serif">${texts.join('')}</g>`,
        ]),
    '</svg>',
  ].join('');
}

const mm = (modules: number): string => `${Number((modules * MODULE_MM).toFixed(4))}mm`;

/** Dark modules, one rectangle a run, so that no seam shows between neighbours. */
function darkPath(symbol: CodeSymbol): string {
  let path = '';
  for (let y = 0; y < symbol.modules; y++) {
    for (let x = 0; x < symbol.modules; x++) {
      if (!symbol.dark(x, y)) continue;
      const start = x;
      while (x + 1 < symbol.modules && symbol.dark(x + 1, y)) x++;
      const run = x + 1 - start;
      path += `M${start + QUIET_ZONE} ${y + QUIET_ZONE}h${run}v1h-${run}z`;
    }
  }
  return path;
}
