/**
 * Where one row of the source says in one place what the text of law says in two. Each correction names its record, the
 * row, what is done and why; it must fit exactly once, or the conversion stops.
 */
export type Correction = { readonly record: string; readonly row: number; readonly why: string } & (
  | {
      /** The row repeats one branch of a fine that the basic rows split: split it the same way. */
      readonly kind: 'split-as';
      readonly rows: readonly number[];
    }
  | {
      /**
       * The row carries the fine that the text sets only for refusing to correct: without the refusal it keeps the fine of
       * `otherwise` (a row), or none.
       */
      readonly kind: 'fine-needs';
      readonly fact: 'correctionRefused' | 'correctionOverdue';
      readonly otherwise?: number;
      /** Kinds that fall away together with the fine. */
      readonly without?: readonly string[];
    }
  | {
      /** The row only says that the penalty must be heavier: a ground (`grounds.ts`), not amounts. */
      readonly kind: 'is-ground';
      readonly ground: string;
    }
  | {
      /** The fine stands only where a fact does: 属出版物的. */
      readonly kind: 'fine-only-when';
      readonly fact: string;
    }
);

const floors = (record: string, row = 2): Correction => ({
  record,
  row,
  kind: 'split-as',
  rows: [0, 1],
  why: 'The base floor differs by role, in the serious tier as in the basic one.',
});

const refusal = (record: string): Correction => ({
  record,
  row: 2,
  kind: 'fine-needs',
  fact: 'correctionRefused',
  why: '食品安全法 126: the fine is set for refusing to correct (拒不改正的); 情节严重的 adds suspension and revocation and no fine of its own.',
});

export const CORRECTIONS: readonly Correction[] = [
  {
    record: 'tm-infringement',
    row: 2,
    kind: 'is-ground',
    ground: 'tm-repeated-or-serious',
    why: '商标法 60(2): 应当从重处罚 within the range; below 50,000 yuan of turnover the range stays up to 250,000.',
  },
  floors('drug-substandard'),
  floors('drug-pre-approval-batch-sale'),
  floors('drug-tcm-entrusted-processing'),
  floors('drug-dealer-granules-hospital-preparations'),
  floors('drug-online-sale-banned'),
  {
    record: 'dev-below-standard',
    row: 2,
    kind: 'split-as',
    rows: [0, 1],
    why: '医疗器械监督管理条例 86: 情节严重的 adds suspension and revocation; the fine stays split at 10,000 yuan.',
  },
  {
    record: 'dev-expired',
    row: 2,
    kind: 'split-as',
    rows: [0, 1],
    why: '医疗器械监督管理条例 86: 情节严重的 adds suspension and revocation; the fine stays split at 10,000 yuan.',
  },
  {
    record: 'company-false-registration',
    row: 2,
    kind: 'split-as',
    rows: [0, 1],
    why: '公司法 250: 情节严重的 adds revocation; false capital stays fined by its share, false material by amount.',
  },
  refusal('food-no-producer-inspection'),
  refusal('food-no-safety-management'),
  refusal('food-no-purchase-check'),
  refusal('food-no-accident-plan'),
  refusal('food-utensils-not-disinfected'),
  refusal('food-staff-health-certificate'),
  refusal('food-not-selling-as-required'),
  refusal('food-no-periodic-self-check'),
  refusal('food-canteen-duty'),
  refusal('food-process-control'),
  {
    record: 'food-storage-transport',
    row: 2,
    kind: 'fine-needs',
    fact: 'correctionRefused',
    without: ['suspend-business'],
    why: '食品安全法 132(1): suspension and fine are set for refusing to correct; 情节严重的 is revocation.',
  },
  {
    record: 'se-no-supervision-inspection',
    row: 2,
    kind: 'fine-needs',
    fact: 'correctionOverdue',
    why: '特种设备安全法 79: the fine is set for 逾期未改正; 情节严重的 is revocation.',
  },
  {
    record: 'dev-label',
    row: 2,
    kind: 'fine-needs',
    fact: 'correctionRefused',
    otherwise: 0,
    why: '医疗器械监督管理条例 88: 50,000 to 100,000 yuan is set for refusing to correct; without it the basic fine stands.',
  },
  {
    record: 'dev-no-purchase-record',
    row: 2,
    kind: 'fine-needs',
    fact: 'correctionRefused',
    why: '医疗器械监督管理条例 89: the fine is set for refusing to correct; 情节严重的 adds suspension and revocation.',
  },
  {
    record: 'met-non-legal-unit',
    row: 0,
    kind: 'fine-only-when',
    fact: 'publication',
    why: '计量法实施细则 40: only publications (属出版物的) are fined.',
  },
];

/** Notes that say that a row is added to another one; the source marks only some of them as additive. */
export const ADDED: ReadonlySet<string> = new Set([
  'added to the basic kinds',
  'added to the confiscation and fine of the applicable tier',
]);

/** Every other note that the source carries: read, understood, kept as text. */
export const KEPT: ReadonlySet<string> = new Set([
  'detention 5-15 days by public security for directly responsible persons',
  'base floors as in the basic tier',
  'base floors as in the basic tier; suspension and revocation are added',
  '应当从重',
  'fine only for publications',
  'no application accepted for 10 years',
  '10-year ban; added to the entity fine',
  '3-year ban',
]);
