import type { LauncherState } from '../launcher/launcher.ts';
import type { PageTexts } from '../locate/reading.ts';
import type { NoticeOrder, PlaceResult } from '../notice/place.ts';
import type { PointOrder } from '../pointer/pointer.ts';

/**
 * Functions that are carried into a page as text, after the script they use. They may touch nothing but their argument
 * and the extension's own globals of that page.
 */

/** What a document shows at this moment. */
export const readNow = async (): Promise<PageTexts | null> =>
  (await globalThis.chiduReader?.now()) ?? null;

export const carryOut = (order: NoticeOrder): PlaceResult | null =>
  globalThis.chiduNotice?.(order) ?? null;

export const showLauncher = (state: LauncherState | null): void =>
  globalThis.chiduLauncher?.(state);

export const pointAt = (order: PointOrder | null): number => globalThis.chiduPointer?.(order) ?? 0;
