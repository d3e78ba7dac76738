import { outlookZh } from '../strings/outlook-zh.ts';
import { type OutlookProps, OutlookSection } from '../view/outlook.tsx';

/** What would change the figure, as the rule has it. */
export function Outlook(props: OutlookProps) {
  return <OutlookSection {...props} o={props.t.parts?.outlook ?? outlookZh} />;
}
