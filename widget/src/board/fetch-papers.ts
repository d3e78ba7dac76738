import type { Papers } from './papers.ts';

/** Attributes that name a file: what names and figures need at once, and what is asked for once they are shown. */
export const PAPERS = {
  first: ['organisation', 'thresholds', 'formula', 'statutes'],
  later: ['benchmarks', 'officers', 'publicity', 'reviews'],
} as const;

/** Files by the attributes of an element, as parsed JSON; one that cannot be had is left out. */
export async function fetchPapers(
  element: Element,
  names: readonly (keyof Papers)[],
): Promise<Partial<Papers>> {
  const papers = await Promise.all(
    names.map(async (name) => {
      const addresses = element.getAttribute(name)?.trim().split(/\s+/).filter(Boolean) ?? [];
      const values = await Promise.all(addresses.map((one) => fetchJson(one).catch(() => null)));
      return [name, name === 'benchmarks' ? values : (values[0] ?? null)] as const;
    }),
  );
  return Object.fromEntries(papers);
}

export async function fetchJson(address: string): Promise<unknown> {
  const response = await fetch(new URL(address, document.baseURI), {
    credentials: 'same-origin',
    referrerPolicy: 'no-referrer',
  });
  if (!response.ok) throw new Error(`${response.status}`);
  return response.json();
}
