/** JSON pointer (RFC 6901) of the steps: `['factors', 0, 'a/b']` → `/factors/0/a~1b`. */
export function pointer(steps: readonly PropertyKey[]): string {
  return steps
    .map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}
