import type { AuditError } from '../errors.ts';
import type { Leaf } from './leaf.ts';

/** What must hold from one entry to the next, beyond each entry's own form. */
export class LeafOrder {
  #index = 0;
  #time = 0;
  #authority: string | null;
  #closed = false;
  readonly #issued = new Set<string>();

  /** @param authority whose log it is; null to take that of the first entry */
  constructor(authority: string | null) {
    this.#authority = authority;
  }

  /** An entry that could not be read: it has a place, and says nothing. */
  skip(): void {
    this.#index++;
  }

  /** What the next entry breaks. */
  next(leaf: Leaf): AuditError[] {
    const faults: AuditError[] = [];
    const breaks = (code: AuditError, broken: boolean) => broken && faults.push(code);
    this.#authority ??= leaf.authority;
    breaks('audit-opened', (this.#index === 0) !== (leaf.type === 'opened'));
    breaks('audit-closed', this.#closed);
    breaks('audit-authority', leaf.authority !== this.#authority);
    breaks('audit-time', leaf.time < this.#time);
    const earlier = leaf.refersToYear === undefined ? leaf.refersTo : undefined;
    breaks('audit-refers', earlier !== undefined && earlier >= this.#index);
    if (leaf.type === 'issued' && leaf.codeId !== undefined) {
      breaks('audit-twice', this.#issued.has(leaf.codeId));
      this.#issued.add(leaf.codeId);
    }
    this.#closed ||= leaf.type === 'closed';
    this.#time = Math.max(this.#time, leaf.time);
    this.#index++;
    return faults;
  }
}
