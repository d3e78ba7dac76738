import { detailZh } from '../strings/detail-zh.ts';
import { type DetailProps, Detail as Whole } from '../view/detail.tsx';

/** The detail document: for codes that name one, on portals that name a service. */
export const Detail = (props: DetailProps) => (
  <Whole {...props} d={props.t.parts?.detail ?? detailZh} />
);
