import { fromHex, type KeyEntry, type KeyRing, keyRing } from '@chidu/sdk/codes';

/**
 * The keys of a conformance run: a JSON array of `{"alg":int,"spki":hex,"notBefore":yyyymmdd,"notAfter":yyyymmdd,
 * "revokedAt":yyyymmdd|null,"authorities"?:[text],"role"?:text}`. Without `authorities` a key signs for any authority,
 * without `role` it may sign codes. A key need not be usable: a conformance run may ask what becomes of one that is not.
 *
 * @throws {Error} where the file is not that, with the place of the fault.
 */
export function readKeysFile(text: string): KeyRing {
  const value: unknown = JSON.parse(text);
  if (!Array.isArray(value)) throw new Error('the keys file holds no JSON array');
  return keyRing(value.map(readKey));
}

function readKey(value: unknown, index: number): KeyEntry {
  const bad = (name: string) => new Error(`key ${index}: ${name} is missing or of another type`);
  if (typeof value !== 'object' || value === null) throw bad('the entry');
  const members = value as Readonly<Record<string, unknown>>;
  const integer = (name: string): number => {
    const member = members[name];
    if (typeof member !== 'number' || !Number.isSafeInteger(member)) throw bad(name);
    return member;
  };
  const { authorities = null, role = 'authority', revokedAt = null } = members;
  const spki = typeof members.spki === 'string' ? fromHex(members.spki) : null;
  if (spki === null) throw bad('spki');
  if (authorities !== null && !(Array.isArray(authorities) && authorities.every(isText))) {
    throw bad('authorities');
  }
  if (!isText(role)) throw bad('role');
  return {
    alg: integer('alg'),
    spki,
    notBefore: integer('notBefore'),
    notAfter: integer('notAfter'),
    revokedAt: revokedAt === null ? null : integer('revokedAt'),
    authorities,
    role,
  };
}

const isText = (value: unknown): value is string => typeof value === 'string';
