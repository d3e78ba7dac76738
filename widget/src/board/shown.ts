import type { Figure, FigureDefinition, Words } from '@chidu/sdk/oversight';
import type { Alert, RuleId } from '@chidu/sdk/oversight/alerts';
import type { BoardFilter, BoardStage, CrossKey } from '@chidu/sdk/oversight/board';

/** A figure without the ids that it counts: those stay where it was counted and are asked for by its id. */
export interface ShownFigure
  extends Pick<Figure, 'id' | 'scope' | 'numerator' | 'denominator' | 'bp'> {
  readonly definition: FigureDefinition;
}

export const withoutIds = ({
  id,
  scope,
  numerator,
  denominator,
  bp,
  definition,
}: Figure): ShownFigure => ({ id, scope, numerator, denominator, bp, definition });

/** What is asked of a view: the filter of the screen, and where a view has choices of its own. */
export interface Asked {
  readonly filter: BoardFilter;
  readonly rows: CrossKey;
  readonly columns: CrossKey;
}

export interface ShownUnit {
  readonly id: string;
  readonly parent: string | null;
  readonly name: string;
  readonly level: string;
  /** Of the whole branch. */
  readonly units: number;
  readonly people: number;
  readonly cases: number;
}

export interface ShownCase {
  readonly id: string;
  readonly caseNumber: string | null;
  readonly unit: string;
  readonly violation: string | null;
  readonly began: string;
  readonly stage: BoardStage;
  readonly open: boolean;
  /** The most urgent of its alerts. */
  readonly alert: Alert | null;
  readonly alerts: number;
}

/** Something that waits with somebody: a clue, a supervision case, a task to or from another body. */
export interface ShownMatter {
  readonly kind: 'clue' | 'supervision' | 'task';
  readonly id: string;
  /** Its own number, without the authority. */
  readonly number: string;
  /** Channel of a clue, instrument of a supervision case, kind of a task. */
  readonly from: string | Words;
  readonly state: Words;
  /** Somebody has to act. */
  readonly open: boolean;
  readonly level: string | null;
  /** Who has it; null while it waits in the pool. */
  readonly unit: string | Words | null;
  readonly day: string;
  readonly due: string | null;
}

/** An article, as data name it. */
export interface ShownArticle {
  readonly law: string;
  readonly article: number;
  readonly paragraph?: number | undefined;
  readonly item?: number | undefined;
}

export interface ShownRule {
  readonly id: RuleId;
  readonly label: { readonly zh: string; readonly en: string };
  readonly state: 'on' | 'shadow' | 'off';
  readonly unit: string;
  readonly medium: number | null;
  readonly high: number | null;
  readonly values: Readonly<Record<string, number>>;
  /** Where the numbers come from: articles, and the reason where none sets them. */
  readonly cite: readonly ShownArticle[];
  readonly why: { readonly zh: string; readonly en: string };
  readonly figure: ShownFigure | null;
}

export interface ShownViolation {
  readonly violation: string;
  readonly name: { readonly zh: string; readonly en: string } | null;
  readonly basis: { readonly law: string; readonly article: number } | null;
  readonly summary: string | null;
  readonly from: string | null;
  readonly cases: ShownFigure;
  readonly objected: ShownFigure;
}

/** A violation in force, and what is there for it. */
export interface ShownClause {
  readonly violation: string;
  readonly name: Words;
  readonly basis: ShownArticle;
  /** `stale`: made for a text of law that has changed since. */
  readonly state: 'none' | 'unused' | 'used' | 'stale';
  readonly standard: 'own' | 'general' | 'none';
  readonly pack: { readonly id: string; readonly version: string; readonly from: string } | null;
  /** First day of the text that its table was not made for. */
  readonly since: string | null;
  /** Decided under it; where there is none, those that went without. */
  readonly cases: ShownFigure;
}

export interface ShownCoverage {
  readonly figures: readonly ShownFigure[];
  readonly clauses: readonly ShownClause[];
  readonly orphans: readonly { readonly pack: string; readonly violation: string }[];
  readonly notInForce: readonly string[];
  /** Packs that were never published and bind nobody. */
  readonly samples: readonly string[];
}

export interface ShownScore {
  readonly unit: string;
  readonly name: string;
  /** Basis points; null where too little could be judged. */
  readonly total: number | null;
  readonly interval: readonly [number, number] | null;
  readonly places: readonly [number, number] | null;
  readonly contests: number;
  readonly items: readonly {
    readonly figure: string;
    readonly counted: ShownFigure | null;
    readonly points: number | null;
  }[];
}

/** Page of something long. */
export interface Page<T> {
  readonly total: number;
  readonly from: number;
  readonly rows: readonly T[];
}

export interface Overview {
  readonly figures: readonly ShownFigure[];
  readonly matters: readonly ShownFigure[];
  /** 败诉率, 纠错率. */
  readonly remedies: readonly ShownFigure[];
}
export interface Process {
  readonly figures: readonly ShownFigure[];
  readonly cases: Page<ShownCase>;
}
export interface Liaison {
  readonly figures: readonly ShownFigure[];
  readonly states: readonly { readonly label: Words; readonly figure: ShownFigure }[];
  readonly matters: Page<ShownMatter>;
}
/** A key of a table with its name, where data name it. */
export interface Heading {
  readonly key: string;
  readonly name: { readonly zh: string; readonly en: string } | null;
}
export interface ShownTable {
  readonly rows: readonly Heading[];
  readonly columns: readonly Heading[];
  readonly cells: readonly (readonly ShownFigure[])[];
  readonly rowTotals: readonly ShownFigure[];
  readonly columnTotals: readonly ShownFigure[];
  readonly total: ShownFigure;
}
export interface Statistics {
  readonly table: ShownTable;
  readonly use: readonly ShownFigure[];
}
export interface Alerts {
  readonly figures: readonly ShownFigure[];
  /** The file that sets the numbers of the rules. */
  readonly thresholds: {
    readonly id: string;
    readonly version: string;
    readonly title: Words;
    readonly from: string;
  };
  readonly rules: readonly ShownRule[];
  readonly list: Page<Alert & { readonly unit: string }>;
}
export interface Law {
  readonly violations: readonly ShownViolation[];
  /** The statute book was handed in. */
  readonly known: boolean;
  /** Null where no benchmarks were handed in. */
  readonly coverage: ShownCoverage | null;
}
export interface Society {
  readonly figures: readonly ShownFigure[];
  readonly publication: unknown;
}
export interface Appraisal {
  readonly rates: readonly ShownFigure[];
  /** What else the registers tell. */
  readonly beside: readonly ShownFigure[];
  /** Rates for which no source of data was handed in. */
  readonly unknown: readonly Pick<FigureDefinition, 'id' | 'label'>[];
  readonly formula: {
    readonly title: { readonly zh: string; readonly en?: string | undefined };
    readonly version: string;
    readonly sample: boolean;
    readonly items: readonly {
      readonly figure: string;
      readonly label: { readonly zh: string; readonly en?: string | undefined };
      readonly weight: number;
      readonly none: number;
      readonly all: number;
    }[];
  } | null;
  readonly scores: readonly ShownScore[];
}

export interface Views {
  readonly overview: Overview;
  readonly process: Process;
  readonly liaison: Liaison;
  readonly statistics: Statistics;
  readonly alerts: Alerts;
  readonly law: Law;
  readonly society: Society;
  readonly appraisal: Appraisal;
}
export type ViewName = keyof Views;
export const VIEWS = [
  'overview',
  'process',
  'liaison',
  'statistics',
  'alerts',
  'law',
  'society',
  'appraisal',
] as const satisfies readonly ViewName[];

/** How many rows of a long list are shown at a time. */
export const PAGE = 50;
