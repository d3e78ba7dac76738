/** A text shown to people. */
export interface Label {
  readonly zh: string;
  readonly en: string;
}

/** Article, paragraph and item of a law, by the short name the statute book uses. */
export interface Cite {
  readonly law: string;
  readonly article: number;
  readonly paragraph?: number;
  readonly item?: number;
}

/** Days on which something happened in a case; periods begin and end with them. */
export type CaseEvent =
  // before the decision
  | 'act-ended'
  | 'discovered'
  | 'clue-received'
  | 'filing-decided'
  | 'filed'
  | 'evidence-preserved'
  | 'preservation-resolved'
  | 'seized'
  | 'seizure-lifted'
  | 'review-received'
  | 'investigation-ended'
  | 'review-done'
  | 'noticed'
  | 'notice-served'
  | 'statement-made'
  // hearing
  | 'hearing-requested'
  | 'chair-named'
  | 'file-handed-to-chair'
  | 'hearing-fixed'
  | 'hearing-notice-served'
  | 'hearing-announced'
  | 'hearing'
  | 'hearing-ended'
  | 'hearing-reported'
  // decision and execution
  | 'decision-made'
  | 'decision-served'
  | 'service-announced'
  | 'summary-filed'
  | 'fine-collected-on-spot'
  | 'fine-handed-in'
  | 'fine-banked'
  | 'paid'
  | 'instalments-ended'
  | 'demand-served'
  | 'court-applied'
  | 'closable'
  | 'closed'
  // publicity
  | 'published'
  | 'publicity-pushed'
  | 'publicity-received'
  | 'decision-changed'
  | 'publicity-withdrawn'
  | 'publicity-stopped'
  // remedies
  | 'rights-known'
  | 'reconsideration-filed'
  | 'reconsideration-filed-through-authority'
  | 'reconsideration-forwarded'
  | 'reconsideration-received'
  | 'reconsideration-accepted'
  | 'reconsideration-copy-received'
  | 'reconsideration-answered'
  | 'reconsideration-refused'
  | 'reconsideration-decided'
  | 'reconsideration-decision-served'
  | 'suit-filed'
  // internal supervision
  | 'supervision-notice-received'
  | 'supervision-notice-answered'
  | 'supervision-decision-received'
  | 'corrected'
  | 'correction-reported'
  | 'recheck-requested'
  | 'recheck-answered'
  // worked out here from other periods
  | 'reconsideration-time-over'
  | 'remedies-over';

/** What keeps a clock from running, named as the texts name it. */
export type StopKind =
  | 'suspension'
  | 'hearing'
  | 'public-notice'
  | 'test'
  | 'right-holder'
  | 'refund-order'
  | 'reconsideration-suspension'
  | 'obstacle';

export type Actor =
  | 'party'
  | 'authority'
  | 'reviewer'
  | 'chair'
  | 'publisher'
  | 'reconsideration-authority'
  | 'supervisor';

/** How a decision may be contested; it follows from the kind of case: `remedyKind`. */
export type RemedyKind = 'ordinary' | 'on-the-spot' | 'price' | 'metering' | 'merger';

/** What must be known of a case to say which periods bind it. An absent optional key is unknown. */
export interface CaseKind {
  readonly procedure: 'ordinary' | 'summary';
  /** Field of law as the statute book names it: `price`, `metering`, `food`. */
  readonly field: string;
  /** The decision states the right to contest it, the authority and the period (复议法 20(3)). */
  readonly told: boolean;
  /** A decision on a concentration of undertakings under 反垄断法 34 or 35. */
  readonly merger?: boolean;
  /** The proposed penalty lies in the scope of hearings. */
  readonly hearing?: boolean;
  readonly publicHearing?: boolean;
  /** The party is registered, or lives, in the province of the deciding authority. */
  readonly sameProvince?: boolean;
  /** How long the penalty stays public (公示规定 13). `none`: it is not published at all. */
  readonly publicity?: 'none' | 'lower' | 'other';
  /** Life, health or financial safety is concerned and harm was done (行政处罚法 36). */
  readonly graveHarm?: boolean;
  /** The reconsideration runs by the simple procedure (复议法 53). */
  readonly simpleReconsideration?: boolean;
}

/** Values of a case's traits; `remedy` is its `RemedyKind`. */
export type Traits = {
  readonly [K in keyof CaseKind]?: readonly NonNullable<CaseKind[K]>[];
} & { readonly remedy?: readonly RemedyKind[] };

export interface Extension {
  readonly label: Label;
  readonly cite: Cite;
  /** In the period's own unit; `null`: as long as the decision to extend says. */
  readonly max: number | null;
}

/** One period set by law. Data only: what is due when follows from it and from the days of a case. */
export interface Period {
  readonly id: string;
  readonly label: Label;
  readonly cite: readonly Cite[];
  readonly length: number;
  /** `working-day` where the text says 工作日 or 行政处罚法 85, 行政强制法 69, 复议法 88 say it for the text. */
  readonly unit: 'working-day' | 'calendar-day' | 'month' | 'year';
  /** Counted back from a coming day (举行听证的七个工作日前), that day not counted, instead of on from a past one. */
  readonly before?: true;
  /** The first of these that has happened starts the clock; that day itself is not counted. */
  readonly from: readonly CaseEvent[];
  /** Any of these meets the period. */
  readonly until: readonly CaseEvent[];
  /** Any of these makes the period pointless. */
  readonly moot?: readonly CaseEvent[];
  readonly who: Actor;
  readonly stops?: readonly StopKind[];
  readonly extensions?: readonly Extension[];
  /** A last day on a holiday moves to the first working day after it (程序规定 80). */
  readonly rolls: boolean;
  /** It binds only when each named trait of the case is one of these. */
  readonly when?: Traits;
  /** It does not bind when any named trait of the case is one of these. */
  readonly unless?: Traits;
  /** What follows when it passes unmet. */
  readonly effect?: Label;
}
