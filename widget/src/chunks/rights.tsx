import { rightsEn } from '../strings/rights-en.ts';
import { rightsZh } from '../strings/rights-zh.ts';
import { Objecting } from '../view/objecting.tsx';
import { type RightsProps, RightsSection } from '../view/rights.tsx';

/** What the party can do and until when, and how to object. */
export function Rights(props: RightsProps) {
  const r = props.t.lang === 'en' ? rightsEn : rightsZh;
  return (
    <>
      <RightsSection {...props} r={r} />
      <Objecting {...props} r={r} />
    </>
  );
}
