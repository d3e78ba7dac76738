import type { Language } from '../../platform/settings.ts';

interface ReasonWords {
  readonly title: string;
  readonly hint: string;
  readonly copy: string;
  readonly copied: string;
  readonly write: string;
  readonly written: Readonly<Record<string, string>>;
  readonly anew: string;
  readonly outdated: string;
  readonly typed: (labels: string) => string;
  readonly judged: string;
}

export const REASON_WORDS: Readonly<Record<Language, ReasonWords>> = {
  zh: {
    title: '裁量理由（供文书使用）',
    hint: '由推演生成，可以修改；证据和案情叙述请自行补充。',
    copy: '复制',
    copied: '已复制。',
    write: '写入页面',
    written: {
      kept: '已写入页面，并核对无误。请在办案系统中自行保存。',
      'not-kept': '页面没有保留写入的内容，请改用复制。',
      'no-place': '页面上没有可写入的位置，请改用复制。',
      ambiguous: '页面上有多处可写入，未写入，请改用复制。',
      'read-only': '页面上的该栏目不可修改，请改用复制。',
    },
    anew: '重新生成',
    outdated: '案情或者裁量已变化，下面的文字是按原来的结果写的。',
    typed: (labels) => `以下内容不是读自页面，而是手工填写：${labels}。`,
    judged: '法定情节和裁量因素由办案人员认定，不是读自页面。',
  },
  en: {
    title: 'Reasons for discretion (for the paper)',
    hint: 'Made from the trace, in Chinese; edit it, and add evidence and story yourself.',
    copy: 'Copy',
    copied: 'Copied.',
    write: 'Write into the page',
    written: {
      kept: 'Written into the page and read back the same. Save it in the case system yourself.',
      'not-kept': 'The page did not keep it: copy it instead.',
      'no-place': 'The page has no place for it: copy it instead.',
      ambiguous: 'The page has several places for it; nothing was written: copy it instead.',
      'read-only': 'That field of the page cannot be changed: copy it instead.',
    },
    anew: 'Make anew',
    outdated: 'The case has changed since; the text below is of the earlier result.',
    typed: (labels) => `Typed by hand and not read from a page: ${labels}.`,
    judged: 'Grounds and factors are the officer’s own findings, not read from a page.',
  },
};
