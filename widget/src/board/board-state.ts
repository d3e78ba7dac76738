import type { FigureDefinition } from '@chidu/sdk/oversight';
import type { Counted } from './counted.ts';
import type { DeskModel } from './desk-model.ts';
import type { Progress } from './entries.ts';
import type { Summary } from './model.ts';
import { VIEWS, type ViewName } from './shown.ts';
import type { Line } from './source.ts';
import type { BoardStrings } from './strings/zh.ts';

/** Where the board stands. */
export type BoardState =
  | { readonly kind: 'empty' }
  | {
      readonly kind: 'loading';
      readonly progress: Progress | null;
      /** What the store counts, shown until the entries are there. */
      readonly counted?: Counted | null;
    }
  | { readonly kind: 'failed'; readonly why: string }
  | {
      readonly kind: 'ready';
      readonly summary: Summary;
      /** Null where nothing new can come: entries of a file. */
      readonly line: Line | null;
      readonly at: number;
      /** Figures of which the store said otherwise than the entries. */
      readonly apart: readonly FigureDefinition[];
    }
  | { readonly kind: 'published'; readonly value: unknown };

/** Who looks: the roles of the service that may read events. */
export type Role = 'supervisor' | 'head' | 'auditor';

/**
 * Views of each role. What a role may know is decided by the service, which gives no more; this is what it has a use for: a head
 * has no clues to hand out, an auditor works on no case.
 */
export const VIEWS_OF: Readonly<Record<Role, readonly ViewName[]>> = {
  supervisor: VIEWS,
  head: ['overview', 'process', 'statistics', 'alerts', 'law', 'appraisal'],
  auditor: ['overview', 'statistics', 'law', 'society', 'appraisal'],
};

export interface DrawProps {
  readonly state: BoardState;
  readonly model: DeskModel | null;
  /** Null is Chinese, which every drawing part has itself. */
  readonly strings: BoardStrings | null;
  readonly role: Role;
  readonly view: ViewName;
  /** Root of what is shown: a head's own unit. */
  readonly unit: string | null;
  /** Where suggestions of the public are handed in; null: nowhere. */
  readonly suggestions: string | null;
  readonly elder: boolean;
  readonly scale: number;
  readonly level: number;
  readonly onCancel: () => void;
  readonly onRetry: () => void;
  /** A view of this state is in the page. */
  readonly onShown: (state: BoardState) => void;
}

/** What a drawing part gives back. */
export interface Drawn {
  draw(props: DrawProps): void;
  clear(): void;
}
