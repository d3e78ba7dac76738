import { refusal } from './refusal.ts';

export type XmlEvent =
  | { readonly open: string; readonly attributes: Readonly<Record<string, string>> }
  | { readonly close: string }
  | { readonly text: string };

const TOKEN =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([A-Za-z_][\w.:-]*)((?:[^<>"']|"[^"<]*"|'[^'<]*')*?)(\/?)>|<|[^<]+/g;
const ATTRIBUTE = /([A-Za-z_][\w.:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * The elements and texts of an XML document in order, names without their prefix. As much of XML as office files use: a
 * DOCTYPE, with which entities could be declared, is refused, and so is a tag that is not closed in order (`sheet-xml`).
 */
export function* scan(xml: string, name: string): Generator<XmlEvent> {
  const open: string[] = [];
  for (const match of xml.matchAll(TOKEN)) {
    const [token, data, slash, qualified, rest = '', empty] = match;
    if (data !== undefined) yield { text: data };
    else if (qualified !== undefined) {
      const local = qualified.slice(qualified.indexOf(':') + 1);
      if (slash === '/') {
        if (open.pop() !== local)
          throw refusal('sheet-xml', name, `</${qualified}> closes nothing`);
        yield { close: local };
        continue;
      }
      yield { open: local, attributes: attributesOf(rest, name) };
      if (empty === '/') yield { close: local };
      else open.push(local);
    } else if (token === '<') {
      throw refusal('sheet-xml', name, 'not well-formed, or with a DOCTYPE');
    } else if (!token.startsWith('<')) {
      yield { text: decode(token, name) };
    }
  }
  if (open.length > 0) throw refusal('sheet-xml', name, `<${open.at(-1)}> is not closed`);
}

function attributesOf(text: string, name: string): Record<string, string> {
  const attributes: Record<string, string> = Object.create(null);
  for (const [, key = '', double, single] of text.matchAll(ATTRIBUTE)) {
    attributes[key] = decode(double ?? single ?? '', name);
  }
  return attributes;
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

function decode(text: string, name: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));|&/g, (_, hex, decimal, word) => {
    const known = word === undefined ? undefined : NAMED[word];
    if (known !== undefined) return known;
    const point = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal);
    if (!(point <= 0x10ffff)) throw refusal('sheet-xml', name, 'an entity that is not defined');
    return String.fromCodePoint(point);
  });
}

/** Text for element content or an attribute. What XML cannot hold is written as Excel does: `_x0001_`. */
export function escapeXml(text: string): string {
  return text
    .replace(/_x(?=[0-9A-F]{4}_)/g, '_x005F_x')
    .replace(/[\p{Cc}\ufffe\uffff]/gu, (sign) => {
      const point = sign.charCodeAt(0);
      const allowed =
        sign === '\t' || sign === '\n' || sign === '\r' || (point > 0x1f && point < 0xa0);
      return allowed ? sign : `_x${point.toString(16).toUpperCase().padStart(4, '0')}_`;
    })
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}

/** Undoes the `_x000D_` writing of Excel in a text read from a file. */
export function unescapeOffice(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
