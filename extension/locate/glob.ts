/** `*` stands for anything; everything else for itself. */
export function globMatches(glob: string, text: string): boolean {
  const parts = glob.split('*').map((part) => part.replace(/\W/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(text);
}
