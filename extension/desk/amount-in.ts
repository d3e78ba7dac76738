/**
 * An amount as a page takes it that prints this unit behind the box or in the label: `12800.00`, under 万元 `1.28`. Without
 * separators, which many pages refuse; exact, because a fen is six places of a 万元.
 */
export function amountIn(fen: number, unit: string): string {
  const places = unit === '万元' ? 6 : 2;
  const digits = String(fen).padStart(places + 1, '0');
  const text = `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return places === 2 ? text : text.replace(/\.?0+$/, '');
}
