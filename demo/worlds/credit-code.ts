const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** A credit code of the form of GB 32100-2015 with its check character; `region` of 99 is nobody's. */
export function creditCode(region: string, number: number): string {
  const body = `11${region}MB${String(number).padStart(7, '0')}`;
  let weight = 1;
  let sum = 0;
  for (const character of body) {
    sum += weight * CHARACTERS.indexOf(character);
    weight = (weight * 3) % 31;
  }
  return body + CHARACTERS[(31 - (sum % 31)) % 31];
}
