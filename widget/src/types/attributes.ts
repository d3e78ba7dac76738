import type { ChiduNotice } from '../element.tsx';

/** The attributes of `<chidu-notice>`, as a page writes them; the README says what each means. */
export interface ChiduNoticeAttributes {
  code?: string;
  'trust-list'?: string;
  'trust-roots'?: string;
  rules?: string;
  status?: string;
  receipts?: string;
  logs?: string;
  service?: string;
  lookup?: string;
  lang?: string;
  theme?: 'light' | 'dark' | 'auto';
  elder?: boolean | '';
  'text-scale'?: number | string;
  'heading-level'?: 1 | 2 | 3 | 4 | '1' | '2' | '3' | '4';
  gate?: 'on' | 'off';
}

export type { ChiduNotice };
export type ChiduVerdictEvent = HTMLElementEventMap['chidu-verdict'];
