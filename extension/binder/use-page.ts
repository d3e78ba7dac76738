import { useCallback, useEffect, useState } from 'preact/hooks';
import { addressOf, proposals } from '../platform/binding.ts';
import type { PageProposals } from '../suggest/propose.ts';

/** What the tab offers: null while it is not known, `unreadable` where the tab may not be read. */
export type Offered = readonly PageProposals[] | 'unreadable' | null;

export interface PageOffer {
  readonly offered: Offered;
  readonly address: string;
  readonly scan: () => void;
}

/** The frames of a tab as the binder sees them; looked at anew on demand. */
export function usePage(tab: number | null): PageOffer {
  const [offered, setOffered] = useState<Offered>(null);
  const [address, setAddress] = useState('');
  const scan = useCallback(() => {
    if (tab === null) return;
    void proposals(tab).then((pages) => setOffered(pages ?? 'unreadable'));
    void addressOf(tab).then((url) => setAddress(url ?? ''));
  }, [tab]);
  useEffect(scan, [scan]);
  return { offered, address, scan };
}
