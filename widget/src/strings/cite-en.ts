import type { Citation } from '@chidu/sdk/rules';

/** 食品安全法 (2025-09-12修正) art. 122(1) */
export const cite = (cite: Citation) =>
  `${cite.law}${cite.version === undefined ? '' : ` (${cite.version})`} art. ${cite.article}${
    cite.paragraph === undefined ? '' : `(${cite.paragraph})`
  }${cite.item === undefined ? '' : ` item ${cite.item}`}`;
