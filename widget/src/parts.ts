/** What comes after the verdict: sections drawn by parts of their own, loaded when they are due. */
const LOADERS = {
  decision: () => import('./chunks/decision.tsx'),
  rights: () => import('./chunks/rights.tsx'),
  detail: () => import('./chunks/detail.tsx'),
  objection: () => import('./chunks/objection.tsx'),
  log: () => import('./chunks/log.tsx'),
  outlook: () => import('./chunks/outlook.tsx'),
};

export type PartName = keyof typeof LOADERS;

/** A part, `null` where it could not be had, absent while it is on its way. */
export type Parts = {
  readonly [Name in PartName]?: Awaited<ReturnType<(typeof LOADERS)[Name]>> | null;
};

/** Loads one; a failure is an answer too, and the next check tries again. */
export const loadPart = async <Name extends PartName>(name: Name): Promise<Parts[Name]> =>
  (await LOADERS[name]().catch(() => null)) as Parts[Name];
