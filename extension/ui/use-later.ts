import { useEffect, useState } from 'preact/hooks';

/** A part that the first view does without: loaded once it is shown, null until it is here. */
export function useLater<T>(load: () => Promise<T>): T | null {
  const [part, setPart] = useState<{ readonly loaded: T } | null>(null);
  useEffect(() => void load().then((loaded) => setPart({ loaded })), []);
  return part?.loaded ?? null;
}
