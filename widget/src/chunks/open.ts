import { type FindCode, lookUpCode, readCodeText } from '@chidu/sdk/codes';
import { readEvidence } from '@chidu/sdk/verdict';
import type { Opened, Trouble } from '../reading.ts';

/**
 * What a reader brings: a photo of a code or an evidence file, read on this machine; a code or its address; or what stands
 * beside a code on the paper, which `lookup` is asked for. Else why it is of no use.
 */
export async function open(
  entry: string | File,
  lookup: string | null,
  load: typeof fetch,
): Promise<Opened | Trouble> {
  if (typeof entry === 'string') return openText(entry, lookup, load);
  if (entry.type.startsWith('image/')) {
    const scanner = await import('./scan.ts').catch(() => null);
    if (scanner === null) return 'noReader';
    const text = await scanner.readPicture(entry);
    return text === null ? 'noCode' : { text, evidence: null };
  }
  const evidence = readEvidence(new Uint8Array(await entry.arrayBuffer()));
  return evidence === null ? 'noEvidence' : { text: evidence.code, evidence };
}

/** Twelve digits in three groups at the end, the document number before them. */
const BESIDE_THE_CODE = /^(.*\S)\s*?((?:[\s-]*\d){12})$/s;

async function openText(
  typed: string,
  lookup: string | null,
  load: typeof fetch,
): Promise<Opened | Trouble> {
  const text = typed.trim();
  const [, document, checkCode] = BESIDE_THE_CODE.exec(text.normalize('NFKC')) ?? [];
  if (readCodeText(text).found || document === undefined || checkCode === undefined)
    return { text, evidence: null };
  if (lookup === null) return 'notFound';
  const find: FindCode = async (query) => {
    const address = new URL(lookup, globalThis.document.baseURI);
    for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
    const response = await load(address, { credentials: 'omit', referrerPolicy: 'no-referrer' });
    return response.ok ? response.text() : null;
  };
  const found = await lookUpCode({ document, checkCode }, find).catch(() => null);
  return found?.ok ? { text: found.text, evidence: null } : 'notFound';
}
