import type { Assessment, TraceStep } from '@chidu/sdk/discretion';
import { sentences } from '@chidu/sdk/discretion/sentences';
import { formatFen, formatFenCapital } from '@chidu/sdk/text';
import type { Draft } from '../draft.ts';

export interface ParagraphInput {
  readonly assessment: Assessment;
  /** Fen; undefined: no fine. */
  readonly fine: number | undefined;
  readonly departure: string;
  readonly documentKind: Draft['documentKind'];
}

/**
 * 裁量说理: the paragraph of a 告知书 or 决定书 that gives the reasons for the amount (市场监督管理行政处罚程序规定 48, 57), from
 * the trace alone: law and range, grounds, factors, tier, amount. It says nothing of evidence, which nobody has read here.
 * Null while nothing is decided.
 */
export function reasonsParagraph(input: ParagraphInput): string | null {
  const { assessment, fine, departure, documentKind } = input;
  const { outcome, trace, suggestion, fineMode } = assessment;
  if (outcome === 'undecided') return null;
  const said = sentences(trace, 'zh');
  const text = (...steps: TraceStep['step'][]): string =>
    said
      .filter(({ step }) => steps.includes(step))
      .map((sentence) => sentence.text)
      .join('');
  const acts = documentKind >= 3 ? '决定' : '拟';
  const law = find(trace.steps, 'law');
  const frame = find(trace.steps, 'frame');
  const parts = [
    law ? `当事人的行为属于“${law.name.zh}”。` : '',
    text('statute-tier', 'range'),
    text('grounds'),
    frame?.tier ? text('frame') : '',
  ];
  const factors = trace.steps.filter((step) => step.step === 'factor');
  const benchmark = find(trace.steps, 'benchmark');
  if (benchmark && factors.length > 0) {
    const source = benchmark.sample
      ? `示例裁量基准“${benchmark.title.zh}”（分值为虚构，不得用于实际案件）`
      : `${benchmark.publisher}“${benchmark.title.zh}”${benchmark.publication ? `（${benchmark.publication.number}）` : ''}`;
    const list = factors.map(
      ({ label, option }, index) => `${index + 1}.${label.zh}：${option.zh}`,
    );
    parts.push(`参照${source}，综合考虑下列裁量因素：${list.join('；')}。`);
  }
  parts.push(
    text('points-tier', 'percent-sum', 'base-adjust', 'grid', 'band-row', 'band'),
    conclusion(),
  );
  return parts.filter((part) => part !== '').join('');

  function conclusion(): string {
    if (outcome === 'waived') return `综上，本局${acts}对当事人不予行政处罚。`;
    if (outcome === 'no-fine') return '该条不设罚款，不涉及罚款裁量。';
    if (fine === undefined)
      return fineMode === 'may'
        ? `该条规定可以并处罚款。${reason()}综上，本局${acts}不并处罚款。`
        : '';
    return `${reason()}综上，本局${acts}对当事人处罚款人民币${formatFen(fine)}（大写：${formatFenCapital(fine)}）。`;
  }

  /** Why the amount is another than the one worked out: in the officer's own words, or not at all. */
  function reason(): string {
    if (suggestion === null || fine === suggestion || departure.trim() === '') return '';
    return `按上述基准计算为${formatFen(suggestion)}；${departure.trim().replace(/[。；]$/, '')}。`;
  }
}

function find<S extends TraceStep['step']>(
  steps: readonly TraceStep[],
  name: S,
): Extract<TraceStep, { step: S }> | undefined {
  return steps.find((step): step is Extract<TraceStep, { step: S }> => step.step === name);
}
