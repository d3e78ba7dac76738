import { mergeFrames } from '../judge/merge-frames.ts';
import { showLauncher } from '../platform/page-calls.ts';
import { showBadge } from '../platform/panel.ts';
import { ask } from '../platform/scripting.ts';
import { settings } from '../platform/settings.ts';
import type { TabState } from '../platform/tab-state.ts';

const WORDS = {
  zh: { recognised: '尺度：打开裁量面板', attention: '尺度：有栏目需核对', close: '收起' },
  en: { recognised: 'Chidu: open the desk', attention: 'Chidu: check some fields', close: 'Hide' },
} as const;

/** Shows on the toolbar and in the page that a case was recognised, and whether some field needs a person. */
export async function showTab(tab: number, state: TabState): Promise<void> {
  const frames = Object.values(state).map(({ reading }) => reading);
  const read = mergeFrames(frames);
  const words = WORDS[(await settings()).language];
  const look = read.size === 0 ? null : needsPerson(read) ? 'attention' : 'recognised';
  await showBadge(
    tab,
    look ? (look === 'attention' ? '!' : '案') : '',
    look === 'attention' ? '#b35900' : '#0b4a6f',
  );
  // The top frame may belong to another system that may not be touched.
  await ask(
    { tabId: tab, frameIds: [0] },
    '/launcher.js',
    showLauncher,
    look && { state: look, label: words[look], close: words.close },
  ).catch(() => undefined);
}

function needsPerson(read: ReturnType<typeof mergeFrames>): boolean {
  return [...read.values()].some(({ state }) =>
    ['conflict', 'refused', 'ambiguous'].includes(state),
  );
}
