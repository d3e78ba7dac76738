import { creditCheck } from '@chidu/sdk/text';

/** A credit code of the form of GB 32100-2015 with its check character; `region` of 99 is nobody's. */
export function creditCode(region: string, number: number): string {
  const body = `11${region}MB${String(number).padStart(7, '0')}`;
  return body + creditCheck(body);
}
