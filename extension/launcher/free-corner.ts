/** Distances from the edges of the window, in CSS pixels. */
export interface Spot {
  readonly right: number;
  readonly bottom: number;
}

const EDGE = 12;
const CONTROL =
  'a[href],button,input,select,textarea,summary,label,[role=button],[onclick],[contenteditable]';

/**
 * The first place along the edges of the window where no control of the page lies under the launcher. In a page full of
 * controls it is the corner: it can be moved or closed.
 */
export function freeCorner(document: Document, host: HTMLElement): Spot {
  const { width, height } = host.getBoundingClientRect();
  const { innerWidth, innerHeight } = document.defaultView ?? globalThis;
  const rights = [EDGE, innerWidth - width - EDGE, (innerWidth - width) / 2];
  const bottoms = [EDGE, innerHeight - height - EDGE, (innerHeight - height) / 2];
  const spots = bottoms.flatMap((bottom) => rights.map((right) => ({ right, bottom })));
  const free = spots.find(({ right, bottom }) => {
    const left = innerWidth - right - width;
    const top = innerHeight - bottom - height;
    return [0, 0.25, 0.5, 0.75, 1].every((x) =>
      [0.05, 0.5, 0.95].every((y) => isFree(document, left + x * width, top + y * height)),
    );
  });
  return free ?? { right: EDGE, bottom: EDGE };
}

/** Whether no control lies at a point; frames of the same origin are looked into, for a frameset is nothing but frames. */
function isFree(document: Document, x: number, y: number): boolean {
  return document.elementsFromPoint(x, y).every((element) => {
    if (element.matches(CONTROL)) return false;
    const inner = /^I?FRAME$/.test(element.tagName)
      ? (element as HTMLIFrameElement).contentDocument
      : null;
    const { left, top } = element.getBoundingClientRect();
    return !inner || isFree(inner, x - left, y - top);
  });
}
