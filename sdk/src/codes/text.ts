/**
 * The text of a code as people and phones hand it over: typed, pasted, scanned, or taken from a page's address.
 * Reads the raw text by hand, for `new URL` would drop tabs inside the digits and re-encode full-width ones.
 */
export type CodeText =
  /** All digits, the format digit first. */
  | { readonly found: true; readonly text: string }
  /** `digit` is given where the fault is a format digit other than 1. */
  | { readonly found: false; readonly reason: TextFault; readonly digit?: string };

export type TextFault = 'no-code' | 'format-digit' | 'characters' | 'length';

const FORMAT_DIGIT = '1';
const MIN_DIGITS = 40;
const MAX_DIGITS = 3400;
const ANY_DIGIT = /^[0-9０-９]/;
const ADDRESS =
  /^https?:\/\/[^\s/?#]+(?<path>[^\s?#]*)(?:\?(?<query>[^#]*))?(?:#(?<fragment>[\s\S]*))?$/i;

/**
 * Find a code in a text: bare `1<digits>`, or an address that holds it as fragment, as path `/c/1…` or as `?q=`, in
 * this order. `q` is percent-decoded once and may hold the digits or a whole such address. The first place that
 * begins with a digit is the code; what follows its digits is ignored (messengers glue `&appinstall=0` on).
 */
export function readCodeText(input: string): CodeText {
  const text = input.trim();
  const place = ANY_DIGIT.test(text) ? text : placesOf(text).find((each) => ANY_DIGIT.test(each));
  if (place === undefined) return { found: false, reason: 'no-code' };
  const digit = place.slice(0, 1);
  if (digit !== FORMAT_DIGIT) return { found: false, reason: 'format-digit', digit };
  const digits = /^[0-9]+/.exec(place)?.[0] ?? '';
  // A space or a full-width digit right behind the run is a code broken in two, not glue.
  if (/^[\s０-９]/.test(place.slice(digits.length))) return { found: false, reason: 'characters' };
  const length = digits.length - 1;
  if (length < MIN_DIGITS || length > MAX_DIGITS) return { found: false, reason: 'length' };
  return { found: true, text: digits };
}

/** The places of an address that may hold a code, in the order they are tried. */
function placesOf(text: string, nested = false): string[] {
  const parts = ADDRESS.exec(text)?.groups;
  if (parts === undefined) return [];
  const places = [parts.fragment ?? ''];
  if (parts.path?.startsWith('/c/')) places.push(parts.path.slice('/c/'.length));
  const q = /(?:^|&)q=([^&]*)/.exec(parts.query ?? '')?.[1];
  if (q !== undefined) {
    const value = percentDecode(q).trim();
    places.push(value, ...(nested ? [] : placesOf(value, true)));
  }
  return places;
}

/** Percent-decoding of the URL standard: once, leaving what is no escape alone; `+` stays `+`. */
const percentDecode = (text: string): string =>
  text.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) =>
    new TextDecoder().decode(
      Uint8Array.from(escapes.slice(1).split('%'), (hex) => Number.parseInt(hex, 16)),
    ),
  );

/** How a code travels in an address: as fragment, or, where a messenger drops fragments, as path or query. */
export type AddressForm = 'fragment' | 'path' | 'query';

/**
 * The address that is printed: `https://<portal host>/c#1<digits>`.
 * `portal` is an origin in lower case (`https://fxjd.example.gov.cn`), without a path.
 */
export function codeUrl(portal: string, text: string, form: AddressForm = 'fragment'): string {
  const origin = portal.replace(/\/$/, '');
  if (!/^https?:\/\/[a-z0-9.:[\]-]+$/.test(origin)) {
    throw new TypeError(`portal must be an origin in lower case, got ${portal}`);
  }
  return `${origin}${{ fragment: '/c#', path: '/c/', query: '/c?q=' }[form]}${text}`;
}
