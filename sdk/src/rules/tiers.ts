/** 裁量阶次, lightest first; the order is their number in a code's label 9. */
export const TIERS = ['waive', 'mitigate', 'lighten', 'ordinary', 'aggravate'] as const;
