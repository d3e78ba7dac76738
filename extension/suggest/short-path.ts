/**
 * A short structural path to an element, from the nearest ancestor with an id that somebody gave. The last resort of an
 * adapter: it leads to another place when a row is added, so the value check has to catch it.
 */
export function shortPath(element: Element): string {
  const steps: string[] = [];
  for (let at: Element | null = element; at && at.tagName !== 'BODY'; at = at.parentElement) {
    if (at.id !== '' && !/\d{3,}/.test(at.id)) {
      steps.unshift(`#${CSS.escape(at.id)}`);
      break;
    }
    const tag = at.tagName.toLowerCase();
    const same = [...(at.parentElement?.children ?? [])].filter(
      ({ tagName }) => tagName === at?.tagName,
    );
    steps.unshift(same.length > 1 ? `${tag}:nth-of-type(${same.indexOf(at) + 1})` : tag);
  }
  return steps.join(' > ');
}
