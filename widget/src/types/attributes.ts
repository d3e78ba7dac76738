import type { ChiduBoard } from '../board/element.ts';
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

/** The attributes of `<chidu-board>`. */
export interface ChiduBoardAttributes {
  events?: string;
  service?: string;
  authority?: string;
  year?: number | string;
  organisation?: string;
  statutes?: string;
  thresholds?: string;
  formula?: string;
  today?: string;
  viewer?: 'supervisor' | 'head' | 'auditor';
  view?: string;
  unit?: string;
  public?: boolean | '';
  publication?: string;
  lang?: string;
  theme?: 'light' | 'dark' | 'auto';
  elder?: boolean | '';
  'text-scale'?: number | string;
  'heading-level'?: 1 | 2 | 3 | 4 | '1' | '2' | '3' | '4';
}

export type { ChiduBoard, ChiduNotice };
export type ChiduVerdictEvent = HTMLElementEventMap['chidu-verdict'];
export type ChiduBoardEvent = HTMLElementEventMap['chidu-board'];
