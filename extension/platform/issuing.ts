import { browser } from 'wxt/browser';

/** A request for a code that was sent and not answered, as far as this machine knows: its act may have been done. */
export interface Issuing {
  readonly id: string;
  readonly body: string;
}

/** They keep their ids until their code is kept or they are refused, whatever is closed meanwhile. */
export async function allIssuing(): Promise<readonly Issuing[]> {
  const { issuing } = (await browser.storage.local.get('issuing')) as {
    issuing?: readonly Issuing[];
  };
  return Array.isArray(issuing) ? issuing : [];
}

/** The id for a body: the same one while its act is not settled. */
export async function issuingId(body: string): Promise<string> {
  const all = await allIssuing();
  const known = all.find((one) => one.body === body);
  if (known) return known.id;
  const id = crypto.randomUUID();
  await browser.storage.local.set({ issuing: [...all, { id, body }] });
  return id;
}

export async function issuingSettled(ids: readonly string[]): Promise<void> {
  const left = (await allIssuing()).filter(({ id }) => !ids.includes(id));
  await browser.storage.local.set({ issuing: left });
}
