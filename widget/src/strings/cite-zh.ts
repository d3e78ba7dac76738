import type { Citation } from '@chidu/sdk/rules';

/** 《食品安全法》（2025-09-12修正）第122条第1款 */
export const cite = (cite: Citation) =>
  `《${cite.law}》${cite.version === undefined ? '' : `（${cite.version}）`}第${cite.article}条${
    cite.paragraph === undefined ? '' : `第${cite.paragraph}款`
  }${cite.item === undefined ? '' : `第${cite.item}项`}`;
