import type { ComponentChildren } from 'preact';
import { rightsZh } from '../strings/rights-zh.ts';
import { Objecting } from '../view/objecting.tsx';
import { type RightsProps, RightsSection } from '../view/rights.tsx';

/** What the party can do and until when, and how to object. */
export function Rights(props: RightsProps & { readonly children?: ComponentChildren }) {
  const r = props.t.parts?.rights ?? rightsZh;
  return (
    <>
      <RightsSection {...props} r={r} />
      <Objecting {...props} r={r} />
    </>
  );
}
