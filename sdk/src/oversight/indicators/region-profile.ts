import * as z from 'zod/mini';
import { Fen } from '../../rules/words.ts';

/** 地区配置: what differs from place to place. Null is not on record: then nothing is decided by it, and somebody is asked. */
export const RegionProfile = z.strictObject({
  format: z.literal('chidu-region/1'),
  /** 行政区划代码 (GB/T 2260). */
  code: z.string().check(z.regex(/^\d{6}$/)),
  name: z.string(),
  /** 重大行政处罚备案: from what on a decision is filed with the government, and by when. */
  majorCases: z.nullable(
    z.strictObject({
      /** The text that says so, by its number. */
      source: z.string(),
      /** Fen, the amount itself included; null where fines alone are no reason. */
      individual: z.nullable(Fen),
      entity: z.nullable(Fen),
      /** Kinds that count whatever the fine: label 13 of a code. */
      kinds: z.array(z.int().check(z.minimum(1), z.maximum(14))),
      days: z.int().check(z.minimum(1)),
      unit: z.enum(['calendar-day', 'working-day']),
    }),
  ),
});
export type RegionProfile = z.infer<typeof RegionProfile>;

/**
 * Four places that run such systems. Their thresholds stand in local texts that could not be consulted: each place enters its
 * own, with the number of the text.
 */
export const REGION_PROFILES: readonly RegionProfile[] = [
  { format: 'chidu-region/1', code: '120000', name: '天津市', majorCases: null },
  { format: 'chidu-region/1', code: '120116', name: '天津市滨海新区', majorCases: null },
  { format: 'chidu-region/1', code: '430100', name: '湖南省长沙市', majorCases: null },
  { format: 'chidu-region/1', code: '640000', name: '宁夏回族自治区', majorCases: null },
];
