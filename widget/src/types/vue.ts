/** `<chidu-notice>` in the templates of Vue 3: `import '@chidu/widget'; import type {} from '@chidu/widget/vue';` */
import type { DefineComponent } from 'vue';
import type {
  ChiduBoardAttributes,
  ChiduBoardEvent,
  ChiduNoticeAttributes,
  ChiduVerdictEvent,
} from './attributes.ts';

declare module 'vue' {
  interface GlobalComponents {
    'chidu-board': DefineComponent<
      ChiduBoardAttributes & { onChiduBoard?: (event: ChiduBoardEvent) => void }
    >;
    'chidu-notice': DefineComponent<
      ChiduNoticeAttributes & { onChiduVerdict?: (event: ChiduVerdictEvent) => void }
    >;
  }
}
