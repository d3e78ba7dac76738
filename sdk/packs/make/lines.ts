/** A pack as JSON with one entry of its list on each line: small, and a change shows as the line it is. */
export function lines<K extends string>(
  pack: { readonly [key in K]: readonly unknown[] },
  list: K,
): string {
  const head = JSON.stringify({ ...pack, [list]: [] }, null, 2);
  const body = pack[list].map((one) => `    ${JSON.stringify(one)}`).join(',\n');
  return `${head.replace(/\[\](?=\n\}$)/, `[\n${body}\n  ]`)}\n`;
}
