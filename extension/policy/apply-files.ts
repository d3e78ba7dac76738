import { loadBenchmarkPack } from '@chidu/sdk/rules';
import { loadListPack } from '@chidu/sdk/rules/lists';
import { hex, parseJsonStrict, sha256 } from '@chidu/sdk/text';
import { Adapter } from '../adapters/adapter.ts';
import { type Policy, type PolicyFile, policyFiles } from './policy.ts';

/** A file of the policy that is in use, or why it is not. The one before stays in use until a new one counts. */
export interface FileState extends PolicyFile {
  readonly as: 'adapter' | 'benchmark' | 'lists' | 'roots';
  readonly fault: 'unreachable' | 'hash' | 'content' | null;
  /** Id of the adapter or pack; null while it was never used. */
  readonly id: string | null;
}

export type Content =
  | { readonly as: 'adapter'; readonly adapter: Adapter }
  | { readonly as: 'benchmark' | 'lists' | 'roots'; readonly text: string };

export interface FilePorts {
  readonly fetch: (url: string) => Promise<Uint8Array>;
  /** Takes a file into use. */
  readonly use: (content: Content, file: PolicyFile) => Promise<void>;
}

/** Brings the desk's files to what the policy names; a file in use with the named hash is not fetched again. */
export async function applyFiles(
  policy: Policy,
  held: readonly FileState[],
  ports: FilePorts,
): Promise<FileState[]> {
  const states: FileState[] = [];
  for (const file of policyFiles(policy)) {
    const known = held.find(({ as, sha256 }) => as === file.as && sha256 === file.sha256);
    states.push(known && known.fault === null ? { ...known, url: file.url } : await take(file));
  }
  return states;

  async function take(file: PolicyFile & Pick<FileState, 'as'>): Promise<FileState> {
    const state = (fault: FileState['fault'], id: string | null = null): FileState => ({
      ...file,
      fault,
      id,
    });
    let bytes: Uint8Array;
    try {
      bytes = await ports.fetch(file.url);
    } catch {
      return state('unreachable');
    }
    if (hex(await sha256(bytes)) !== file.sha256) return state('hash');
    const read = readContent(new TextDecoder().decode(bytes), file.as);
    if (!read) return state('content');
    await ports.use(read.content, file);
    return state(null, read.id);
  }
}

/** A file as what the policy says it is; null where it is not that. A sample pack is what an administrator may want to try. */
export function readContent(
  text: string,
  as: FileState['as'],
): { readonly content: Content; readonly id: string } | null {
  const json = parseJsonStrict(text);
  if (!json.ok) return null;
  if (as === 'adapter') {
    const { data } = Adapter.safeParse(json.value);
    return data ? { content: { as, adapter: data }, id: data.id } : null;
  }
  if (as === 'roots') {
    const { format } = json.value as { format?: unknown };
    return format === 'chidu-roots/1' ? { content: { as, text }, id: 'roots' } : null;
  }
  const pack =
    as === 'benchmark'
      ? loadBenchmarkPack(json.value, { allowSample: true })
      : loadListPack(json.value, { allowSample: true });
  return pack.ok ? { content: { as, text }, id: pack.value.id } : null;
}
