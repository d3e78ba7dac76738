import type { KeyRing } from '../../codes/index.ts';
import { type StaffRow, staff } from '../store/records/staff.ts';
import type { Database } from '../store/sql/database.ts';

/** A key that may act, wherever it is known from. Days as yyyymmdd. */
export interface RegisteredKey {
  readonly alg: number;
  readonly spki: Uint8Array;
  readonly role: string;
  readonly authorities: readonly string[];
  readonly notBefore: number;
  readonly notAfter: number;
  readonly revokedAt: number | null;
  readonly officer: number | null;
  readonly from: 'trust-list' | 'register';
}

/**
 * Keys of the trust list and those enrolled since, which the next list will name. What the register says about a listed
 * key, a revocation above all, counts at once.
 */
export class Register {
  readonly #database: Database;
  readonly #ring: () => Promise<KeyRing>;
  readonly #authorities: readonly string[];

  constructor(database: Database, ring: () => Promise<KeyRing>, authorities: readonly string[]) {
    this.#database = database;
    this.#ring = ring;
    this.#authorities = authorities;
  }

  async find(kid: string): Promise<RegisteredKey | null> {
    const listed = (await this.#ring()).get(kid);
    const asked = listed?.authorities ?? this.#authorities;
    const rows: StaffRow[] = [];
    for (const authority of asked) {
      const row = await staff.byKid(this.#database.reader, authority, kid);
      if (row !== null) rows.push(row);
    }
    const [row] = rows;
    if (listed === undefined) return row === undefined ? null : ofRow(row);
    const revoked = rows.flatMap(({ revokedAt }) => (revokedAt === null ? [] : [revokedAt]));
    return {
      ...listed,
      authorities: listed.authorities ?? this.#authorities,
      revokedAt:
        [...revoked, ...(listed.revokedAt === null ? [] : [listed.revokedAt])].sort()[0] ?? null,
      officer: row?.officer ?? null,
      from: 'trust-list',
    };
  }
}

/** A key as it stands in the register alone. */
const ofRow = (row: StaffRow): RegisteredKey => ({
  alg: row.alg,
  spki: row.spki,
  role: row.role,
  authorities: [row.authority],
  notBefore: row.notBefore,
  notAfter: row.notAfter,
  revokedAt: row.revokedAt,
  officer: row.officer,
  from: 'register',
});
