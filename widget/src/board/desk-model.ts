import { proxy, type Remote, wrap } from 'comlink';
import { checkedAddress } from '../chunk.ts';
import type { Progress } from './entries.ts';
import type { BoardModel, Summary } from './model.ts';
import type { Papers } from './papers.ts';
import type { Asked, ViewName, Views } from './shown.ts';

/** The model as the page talks to it, wherever it lives. */
export interface DeskModel {
  readonly inWorker: boolean;
  equip(papers: Partial<Papers>): Promise<void>;
  loadFile(url: string, report: (progress: Progress) => void): Promise<string | null>;
  cancel(): Promise<void>;
  add(events: Parameters<BoardModel['add']>[0]): Promise<void>;
  read(): Promise<Summary>;
  raise(): Promise<Summary>;
  view<Name extends ViewName>(name: Name, asked: Asked): Promise<Views[Name]>;
  tree(filter: Asked['filter']): Promise<ReturnType<BoardModel['tree']>>;
  drill(...of: Parameters<BoardModel['drill']>): Promise<ReturnType<BoardModel['drill']>>;
  history(id: string): Promise<ReturnType<BoardModel['history']>>;
  close(): void;
}

/** Set by the build; sources that run as they are have no chunks. */
declare const __CHIDU_CHUNKS__: unknown;

/**
 * A model in a worker where the page allows one: from its own origin, under its policy. Elsewhere the same model works in the
 * page, and is asked in the same way.
 */
export async function openDeskModel(): Promise<DeskModel> {
  const opened = typeof __CHIDU_CHUNKS__ === 'undefined' ? null : await openWorker();
  if (opened !== null) {
    const { worker, remote } = opened;
    const calls = callsTo((name, values) =>
      (remote[name] as unknown as (...values: unknown[]) => Promise<unknown>)(
        ...values.map((value) => (typeof value === 'function' ? proxy(value) : value)),
      ),
    );
    return { ...calls, inWorker: true, close: () => worker.terminate() };
  }
  const { BoardModel: Model } = await import('./chunks/model.ts');
  const model = new Model();
  const calls = callsTo(async (name, values) =>
    (model[name] as (...values: unknown[]) => unknown).apply(model, values),
  );
  return { ...calls, inWorker: false, close: () => model.cancel() };
}

const NAMES = [
  'equip',
  'loadFile',
  'cancel',
  'add',
  'read',
  'raise',
  'view',
  'tree',
  'drill',
  'history',
] as const;

const callsTo = (call: (name: (typeof NAMES)[number], values: unknown[]) => Promise<unknown>) =>
  Object.fromEntries(
    NAMES.map((name) => [name, (...values: unknown[]) => call(name, values)]),
  ) as unknown as Omit<DeskModel, 'inWorker' | 'close'>;

/** Trusted types want the address of a worker vouched for: it is that of a file of this build, compared with its hash. */
interface Policy {
  createScriptURL(url: string): string;
}

/** One for the page: a policy of a name that is taken is refused where the page allows each name once. */
let policy: Policy | undefined;

/** One `wrap` for the life of a worker: Comlink closes the line when the last of them is collected. */
async function openWorker(): Promise<{ worker: Worker; remote: Remote<BoardModel> } | null> {
  try {
    const address = await checkedAddress('model');
    const { trustedTypes } = globalThis as {
      trustedTypes?: { createPolicy(name: string, rules: Policy): Policy };
    };
    policy ??= trustedTypes?.createPolicy('chidu-board', { createScriptURL: (url) => url });
    const worker = new Worker(policy?.createScriptURL(address) ?? address, { type: 'module' });
    const remote = wrap<BoardModel>(worker);
    const failed = new Promise<null>((resolve) => {
      worker.onerror = () => resolve(null);
    });
    const answered = remote.summary().then(() => ({ worker, remote }));
    return await Promise.race([failed, answered]);
  } catch {
    return null;
  }
}
