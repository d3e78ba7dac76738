import { objectionZh } from '../strings/objection-zh.ts';
import { type ObjectionProps, Objection as Whole } from '../view/objection.tsx';

/** Objecting on the page itself: on portals that name a service. */
export function Objection(props: ObjectionProps) {
  return <Whole {...props} o={props.t.parts?.objection ?? objectionZh} />;
}
