import { halfWidth } from '../text/index.ts';
import { decodeDigits } from './digits.ts';
import { decodeEnvelope } from './envelope.ts';
import { identify } from './identity.ts';
import { LABEL } from './labels.ts';
import { payloadLabels } from './payload.ts';
import { readCodeText } from './text.ts';

/** The second channel: what a party reads off the paper and types where they found the way by themselves. */
export interface LookupQuery {
  /** 文号. */
  readonly document: string;
  /** 核验码. */
  readonly checkCode: string;
}

/**
 * Where codes are kept: the service, or a file at a counter. Gets the query in its normal form and answers the text of
 * the code, or null.
 */
export type FindCode = (query: LookupQuery) => Promise<string | null>;

export type LookupResult =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: LookupFault };

/**
 * `check-code`: what was typed is not 12 digits; `document`: no document number; `not-found`: there is none; `mismatch`:
 * what came back is another code than the one asked for.
 */
export type LookupFault = 'check-code' | 'document' | 'not-found' | 'mismatch';

/**
 * Find a code by what is printed beside it. The answer is the same bytes as scanning gives, and is verified the same way;
 * whoever keeps the codes is not trusted to have given the right one.
 */
export async function lookUpCode(query: LookupQuery, find: FindCode): Promise<LookupResult> {
  const checkCode = normalCheckCode(query.checkCode);
  if (checkCode === null) return { ok: false, reason: 'check-code' };
  const document = normalDocument(query.document);
  if (document === '') return { ok: false, reason: 'document' };
  const text = await find({ document, checkCode });
  if (text === null) return { ok: false, reason: 'not-found' };
  const printed = printedBeside(text);
  return printed?.checkCode === checkCode && printed.document === document
    ? { ok: true, text }
    : { ok: false, reason: 'mismatch' };
}

/** Codes handed in, one text each, as a place to look in: a counter's file, a test. Texts that are no codes are left out. */
export function codeIndex(texts: Iterable<string>): FindCode {
  const codes = new Map<string, string>();
  const key = ({ document, checkCode }: LookupQuery): string => `${checkCode} ${document}`;
  for (const text of texts) {
    const printed = printedBeside(text);
    if (printed !== null) codes.set(key(printed), text.trim());
  }
  return async (query) => codes.get(key(query)) ?? null;
}

/** What is printed beside a code, in its normal form; null where the text is none. Says nothing about the signature. */
function printedBeside(input: string): LookupQuery | null {
  const read = readCodeText(input);
  const body = read.found ? decodeDigits(read.text.slice(1)) : null;
  const envelope = body === null ? null : decodeEnvelope(body);
  const document = envelope === null ? null : payloadLabels(envelope.payload)?.get(LABEL.document);
  if (envelope === null || typeof document !== 'string') return null;
  return { document: normalDocument(document), checkCode: identify(envelope).checkCode };
}

/** 12 digits as people type them, with any marks between and in full width, as `dddd-dddd-dddd`. */
export function normalCheckCode(typed: string): string | null {
  const digits = halfWidth(typed).replace(/[\s\-–—·.]/g, '');
  return /^\d{12}$/.test(digits) ? digits.replace(/(\d{4})(?=\d)/g, '$1-') : null;
}

/** A document number without spaces, in half width and with one kind of bracket round the year. */
export const normalDocument = (typed: string): string =>
  halfWidth(typed.normalize('NFC'))
    .replace(/\s/g, '')
    .replace(/[[(【﹝]/g, '〔')
    .replace(/[\])】﹞]/g, '〕');
