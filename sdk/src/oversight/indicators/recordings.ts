import * as z from 'zod/mini';
import type { CaseHistory } from '../events/case-history.ts';
import { type Figure, type FigureDefinition, share } from '../figure.ts';
import { STAGES } from '../stages.ts';

/** 音视频记录: that a recording exists, where and of what time. The recording itself is nowhere in the product. */
export const Recording = z.strictObject({
  format: z.literal('chidu-recording/1'),
  /** `CaseHistory.id`. */
  case: z.string(),
  stage: z.enum(STAGES),
  /** SHA-256 of the file. */
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  /** Where the authority keeps it: its own reference, no address of the open net. */
  reference: z.string(),
  /** RFC 3339, UTC. */
  from: z.iso.datetime(),
  to: z.iso.datetime(),
});
export type Recording = z.infer<typeof Recording>;

/** 记录细则: at which stages a recording is required (行政执法全过程记录制度). Data of each place. */
export const RecordingRule = z.strictObject({
  format: z.literal('chidu-recording-rule/1'),
  /** The text that asks for it, by its number. */
  source: z.string(),
  required: z.array(z.enum(STAGES)),
});
export type RecordingRule = z.infer<typeof RecordingRule>;

export const RECORDING_FIGURE: FigureDefinition = {
  id: 'recordings.present',
  label: { zh: '应录环节有记录', en: 'Required stages with a recording' },
  formula: {
    zh: '有音视频记录的应录环节÷案件已经到达的应录环节',
    en: 'stages with a recording ÷ stages that were reached and for which the rule requires one',
  },
  counts: 'check',
};

export interface Recordings {
  /** Sources are `<case>#<stage>`; what lacks one is `missing(figure)`. */
  readonly figure: Figure;
  /** Recordings that end before they begin, of a case or a stage that the log does not know, or the same file for two stages. */
  readonly doubtful: readonly {
    readonly recording: Recording;
    readonly why: 'times' | 'unknown-case' | 'stage-not-reached' | 'same-file';
  }[];
}

/** Which required recordings are there. A doubtful one is none, and is named. */
export function recordingsOf(
  rule: RecordingRule,
  cases: readonly CaseHistory[],
  recordings: readonly Recording[],
): Recordings {
  const reached = new Map(
    cases.map(({ id, stages }) => [id, new Set(stages.map(({ stage }) => stage))]),
  );
  const places = Map.groupBy(recordings, ({ sha256 }) => sha256);
  const doubtful: { recording: Recording; why: Recordings['doubtful'][number]['why'] }[] = [];
  const there = new Set<string>();
  for (const recording of recordings) {
    const why = doubt(recording, reached.get(recording.case), places.get(recording.sha256) ?? []);
    if (why === null) there.add(sourceOf(recording.case, recording.stage));
    else doubtful.push({ recording, why });
  }
  const of = cases.flatMap(({ id }) =>
    [...new Set(rule.required)]
      .filter((stage) => reached.get(id)?.has(stage))
      .map((stage) => sourceOf(id, stage)),
  );
  return {
    figure: share(RECORDING_FIGURE, { part: of.filter((id) => there.has(id)), of }),
    doubtful,
  };
}

function doubt(
  { stage, from, to }: Recording,
  reached: ReadonlySet<string> | undefined,
  sameFile: readonly Recording[],
): Recordings['doubtful'][number]['why'] | null {
  if (from >= to) return 'times';
  if (reached === undefined) return 'unknown-case';
  if (!reached.has(stage)) return 'stage-not-reached';
  const places = new Set(sameFile.map((one) => sourceOf(one.case, one.stage)));
  return places.size > 1 ? 'same-file' : null;
}

const sourceOf = (id: string, stage: string): string => `${id}#${stage}`;
