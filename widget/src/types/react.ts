/** `<chidu-notice>` in the JSX of React 19: `import '@chidu/widget'; import type {} from '@chidu/widget/react';` */
import type * as React from 'react';
import type {
  ChiduBoard,
  ChiduBoardAttributes,
  ChiduBoardEvent,
  ChiduNotice,
  ChiduNoticeAttributes,
  ChiduVerdictEvent,
} from './attributes.ts';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'chidu-board': Omit<
        React.DetailedHTMLProps<React.HTMLAttributes<ChiduBoard>, ChiduBoard>,
        keyof ChiduBoardAttributes
      > &
        ChiduBoardAttributes & {
          'onchidu-board'?: (event: ChiduBoardEvent) => void;
        };
      'chidu-notice': Omit<
        React.DetailedHTMLProps<React.HTMLAttributes<ChiduNotice>, ChiduNotice>,
        keyof ChiduNoticeAttributes
      > &
        ChiduNoticeAttributes & {
          'onchidu-verdict'?: (event: ChiduVerdictEvent) => void;
        };
    }
  }
}
