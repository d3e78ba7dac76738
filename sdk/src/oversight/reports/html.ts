/** A piece of HTML whose texts are escaped. There is no other way to make one than `h`, `text` and `join`. */
export interface Html {
  readonly html: string;
}
export type Child = Html | string | number | null | readonly Child[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] as string);

/** Elements of HTML without an end. Those of SVG all have one. */
const VOID: ReadonlySet<string> = new Set(['meta']);

/**
 * An element. Attributes that are null are left out. Names of elements and attributes come from the program, values and texts from
 * anywhere: both are escaped. There is no script, no style attribute and no address but of this document in a report.
 */
export function h(
  name: string,
  attributes: Readonly<Record<string, string | number | null>> = {},
  ...children: Child[]
): Html {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
    .join('');
  if (VOID.has(name)) return { html: `<${name}${written}>` };
  return { html: `<${name}${written}>${join(children)}</${name}>` };
}

function join(child: Child): string {
  if (child === null) return '';
  if (typeof child === 'string' || typeof child === 'number') return escaped(String(child));
  return 'html' in child ? child.html : child.map(join).join('');
}

/** Plain rules for screen and A4: black on white, no colour carries a meaning. Kept apart since it holds signs that texts escape. */
const STYLE = `
:root{color-scheme:light}
body{margin:0;background:#fff;color:#111;font:16px/1.7 "Noto Serif CJK SC","Source Han Serif SC",SimSun,serif}
main{max-width:60rem;margin:0 auto;padding:1.5rem}
h1{font-size:1.6rem;text-align:center;line-height:1.4}h2{font-size:1.25rem;margin-top:2rem}h3{font-size:1.05rem}
table{border-collapse:collapse;width:100%;margin:1rem 0;font-variant-numeric:tabular-nums}
caption{text-align:left;font-weight:bold;padding:.3rem 0}
th,td{border:1px solid #555;padding:.25rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
td.n{text-align:right}th[scope=row]{font-weight:normal}
a{color:#0b3d91}a:focus-visible{outline:3px solid #0b3d91;outline-offset:2px}
.meta,.note{color:#333}.sources li{overflow-wrap:anywhere}
.ids{column-width:16rem;font-size:.85rem}
figure{margin:1rem 0}svg{max-width:100%;height:auto}svg text{font:14px sans-serif;fill:#111}
@media print{@page{size:A4;margin:20mm 18mm}body{font-size:10.5pt}main{max-width:none;padding:0}
a{color:inherit;text-decoration:none}h2,h3,caption{break-after:avoid}tr,svg,figure{break-inside:avoid}thead{display:table-header-group}}
`;

/** A document by itself: nothing is loaded, no script runs (the policy says so to whoever serves it from a file). */
export function pageOf({
  title,
  body,
  language = 'zh-CN',
}: {
  readonly title: string;
  readonly body: readonly Child[];
  readonly language?: string;
}): string {
  const policy = "default-src 'none'; style-src 'unsafe-inline'";
  const head = [
    h('meta', { charset: 'utf-8' }),
    h('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('title', {}, title),
    { html: `<style>${STYLE}</style>` },
  ];
  const page = h(
    'html',
    { lang: language },
    h('head', {}, head),
    h('body', {}, h('main', {}, body)),
  );
  return `<!doctype html>\n${page.html}\n`;
}
