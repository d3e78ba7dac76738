import { type EvidenceParts, writeEvidence } from '@chidu/sdk/verdict';

/** A check kept in a file, and done again from it. */
export { changedSince } from '@chidu/sdk/verdict';

export const evidenceOf = (parts: EvidenceParts): Blob =>
  new Blob([writeEvidence(parts) as BlobPart], { type: 'application/json' });

/** Hands a file to the reader, as the browser saves files. */
export function download(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
