/** How large what we ship may be, in bytes; `*` stands for the hash in a file's name. */
export interface Budget {
  readonly file: string;
  /** `opening`: gzip of every script that a page names, those that it loads later left out. */
  readonly measure: 'bytes' | 'gzip' | 'opening';
  readonly most: number;
}

export const budgets: readonly Budget[] = [
  { file: 'widget/dist/chidu-notice.js', measure: 'gzip', most: 30_000 },
  { file: 'widget/dist/chidu-notice.iife.js', measure: 'gzip', most: 30_000 },
  { file: 'widget/dist/chidu-notice-early.js', measure: 'gzip', most: 2_500 },
  { file: 'widget/dist/chidu-notice-replay.js', measure: 'gzip', most: 12_000 },
  { file: 'widget/dist/chidu-notice-rule.js', measure: 'gzip', most: 3_200 },
  { file: 'widget/dist/chidu-notice-decision.js', measure: 'gzip', most: 14_500 },
  { file: 'widget/dist/chidu-notice-outlook.js', measure: 'gzip', most: 14_500 },
  { file: 'widget/dist/chidu-notice-rights.js', measure: 'gzip', most: 10_500 },
  { file: 'widget/dist/chidu-notice-objection.js', measure: 'gzip', most: 6_000 },
  { file: 'widget/dist/chidu-notice-outbox.js', measure: 'gzip', most: 3_200 },
  { file: 'widget/dist/chidu-notice-log.js', measure: 'gzip', most: 13_500 },
  { file: 'widget/dist/chidu-notice-status.js', measure: 'gzip', most: 8_000 },
  { file: 'widget/dist/chidu-notice-scan.js', measure: 'gzip', most: 17_000 },
  { file: 'widget/dist/chidu-notice-open.js', measure: 'gzip', most: 9_000 },
  { file: 'widget/dist/chidu-notice-sm2.js', measure: 'gzip', most: 11_000 },
  { file: 'widget/dist/chidu-board.js', measure: 'gzip', most: 12_500 },
  { file: 'widget/dist/chidu-board-model.js', measure: 'gzip', most: 61_500 },
  { file: 'widget/dist/chidu-board-desk.js', measure: 'gzip', most: 20_500 },
  { file: 'widget/dist/chidu-board-public.js', measure: 'gzip', most: 18_000 },
  { file: 'extension/.output/chrome-mv3/reader.js', measure: 'bytes', most: 12_000 },
  { file: 'extension/.output/chrome-mv3/launcher.js', measure: 'bytes', most: 30_000 },
  { file: 'extension/.output/chrome-mv3/notice.js', measure: 'bytes', most: 12_000 },
  { file: 'extension/.output/chrome-mv3/pointer.js', measure: 'bytes', most: 12_000 },
  { file: 'extension/.output/chrome-mv3/sidepanel.html', measure: 'opening', most: 80_000 },
];
