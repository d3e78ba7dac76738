import { canonicalJson } from '@chidu/sdk/text';
import { read } from '../check/repository-files.ts';

export const about = 'Canonical JSON of the statute book, against a peer and plain JSON.';

export const peers = { canonicalize: '5.1.0' };

export async function run(peer: (name: string) => Promise<Record<string, unknown>>) {
  const { default: canonicalize } = await peer('canonicalize');
  const book: unknown = JSON.parse(read('sdk/packs/statutes.json'));
  const ways: Record<string, (value: unknown) => string> = {
    'canonicalJson, checked': canonicalJson,
    'canonicalize 5.1.0': canonicalize as (value: unknown) => string,
    'JSON.stringify, unsorted': JSON.stringify,
  };
  return Object.entries(ways).map(([way, write]) => {
    const times = Array.from({ length: 15 }, () => {
      const started = performance.now();
      write(book);
      return performance.now() - started;
    }).sort((a, b) => a - b);
    return { way, bytes: write(book).length, 'median ms': Number(times[7]?.toFixed(2)) };
  });
}
