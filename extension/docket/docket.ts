import type { FieldId } from '../adapters/adapter.ts';
import type { StepId } from './steps.ts';

/** What this machine has seen of one case. Kept by case number; no name and no text of a page is in it. */
export interface Docket {
  readonly caseNumber: string;
  /** RFC 3339. */
  readonly firstSeen: string;
  readonly lastSeen: string;
  /** By step: the day a page states, or that the place for it was there and empty. A step not listed was never seen. */
  readonly steps: Readonly<Partial<Record<StepId, SeenStep>>>;
  /** Digests of the values last read, by field. */
  readonly values: Readonly<Partial<Record<FieldId, string>>>;
  /** Papers by document number. */
  readonly papers: Readonly<Record<string, Paper>>;
  /** Numbers of its papers, as case pages name them. */
  readonly documents: readonly string[];
  /** Digests of the addresses this case was read at. */
  readonly addresses: readonly string[];
  /** How many names the field for the officers holds; null where no page showed it. */
  readonly officers: number | null;
  /** The end of the act, where read. */
  readonly actDate: string | null;
}

export interface SeenStep {
  /** `YYYY-MM-DD`; null: the page has the place and nothing stands in it. */
  readonly day: string | null;
  readonly seenAt: string;
}

/** A paper that was open in the browser. */
export interface Paper {
  readonly kind: PaperKind | null;
  readonly seenAt: string;
  /** SHA-256 of its text without white space, hex, as it is now. */
  readonly digest: string;
  /** Fen, as the paper states it; null where it states none that can be read. */
  readonly fine: number | null;
  readonly says: PaperSays;
  /** The text that the code on it was issued for; null before a code was placed. */
  readonly bound: { readonly codeId: string; readonly digest: string; readonly at: string } | null;
  /** When the text was first seen to differ from the bound one. */
  readonly changedAt: string | null;
}

export type PaperKind = 'notice' | 'hearing-notice' | 'decision' | 'summary-decision';

/** Parts that the law wants in a paper, by whether their words stand in it. */
export interface PaperSays {
  /** 陈述、申辩 (行政处罚法 44). */
  readonly defence: boolean;
  /** 听证 (行政处罚法 63). */
  readonly hearing: boolean;
  /** 行政复议 and 行政诉讼 (行政处罚法 59). */
  readonly remedies: boolean;
  /** 裁量 (市场监督管理行政处罚程序规定 48, 62). */
  readonly discretion: boolean;
}

/** One line of a case's history. What a page said stands in it as digests, before and after. */
export interface HistoryEntry {
  readonly caseNumber: string;
  /** RFC 3339. */
  readonly at: string;
  readonly what: HistoryEvent;
}

export type HistoryEvent =
  | { readonly event: 'first-read' }
  | { readonly event: 'step'; readonly step: StepId; readonly day: string; readonly was?: string }
  | {
      readonly event: 'value-changed';
      readonly field: FieldId;
      readonly was: string;
      readonly is: string;
    }
  | {
      readonly event: 'assessed';
      readonly outcome: string;
      readonly suggestion: number | null;
      readonly ruleHash: string;
    }
  | {
      readonly event: 'issued';
      readonly codeId: string;
      readonly document: string;
      readonly fine: number | null;
      readonly departs: boolean;
    }
  | { readonly event: 'superseded'; readonly codeId: string; readonly by: string }
  | { readonly event: 'paper-bound'; readonly document: string; readonly codeId: string }
  | {
      readonly event: 'paper-changed';
      readonly document: string;
      readonly was: string;
      readonly is: string;
    }
  | { readonly event: 'number-vanished'; readonly address: string };

export const emptyDocket = (caseNumber: string, at: string): Docket => ({
  caseNumber,
  firstSeen: at,
  lastSeen: at,
  steps: {},
  values: {},
  papers: {},
  documents: [],
  addresses: [],
  officers: null,
  actDate: null,
});
