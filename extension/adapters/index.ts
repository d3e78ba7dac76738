import { Adapter } from './adapter.ts';
import demoFrameset from './demo-frameset.json' with { type: 'json' };

/** The adapters that ship with this build, checked once. Loaded by the background script and the options page only. */
export const ADAPTERS: readonly Adapter[] = [demoFrameset].map((data) => Adapter.parse(data));
