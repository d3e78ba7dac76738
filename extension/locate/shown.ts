/** Whether the page shows an element. A frame that is itself hidden still shows its own content to itself. */
export function isShown(element: Element): boolean {
  if (element.matches('[type=hidden]')) return false;
  // Chromium 105, Firefox 106; an engine without it counts everything as shown, and a double is then ambiguous.
  return element.checkVisibility?.({ visibilityProperty: true }) ?? true;
}

/** By its own style, whatever its ancestors are. */
export const isDisplayed = (element: Element): boolean =>
  getComputedStyle(element).display !== 'none';
