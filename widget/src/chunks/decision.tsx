import type { CodePayload } from '@chidu/sdk/codes';
import type { RefObject } from 'preact';
import { decisionZh } from '../strings/decision-zh.ts';
import { Decision } from '../view/decision.tsx';
import { Law } from '../view/law.tsx';
import type { SectionProps } from '../view/section.tsx';

/** What was decided and why, and what the law says. */
export function DecisionAndLaw(
  props: SectionProps & {
    readonly payload: CodePayload;
    /** Where the focus goes when the reader has opened it. */
    readonly headingRef: RefObject<HTMLHeadingElement | null>;
  },
) {
  const d = props.t.parts?.decision ?? decisionZh;
  return (
    <>
      <Decision {...props} d={d} />
      <Law {...props} d={d} />
    </>
  );
}
