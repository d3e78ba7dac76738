import * as z from 'zod/mini';

const Origin = z.string().check(z.regex(/^https?:\/\/[a-z0-9.:[\]-]+$/));
const Address = z.string().check(z.regex(/^https?:\/\/[^\s@]+$/));
const Sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** A file by address and hash: what is fetched counts only where it is exactly this. */
export const PolicyFile = z.strictObject({ url: Address, sha256: Sha256 });
export type PolicyFile = z.infer<typeof PolicyFile>;

/** Every key that an administrator may set. Flat, as managed storage shows it. */
export const POLICY_KEYS = {
  /** Whose desk this is; shown as “managed by”. */
  managedBy: z.string().check(z.minLength(1), z.maxLength(80)),
  authorityName: z.string().check(z.minLength(1)),
  authorityCode: z.string().check(z.regex(/^[0-9A-HJ-NP-RT-UW-Y]{18}$/)),
  portal: Origin,
  service: Origin,
  trustList: Address,
  language: z.enum(['zh', 'en']),
  /** Root keys, `chidu-roots/1`. */
  roots: PolicyFile,
  adapters: z.array(PolicyFile),
  benchmark: PolicyFile,
  lists: PolicyFile,
  /** What is set here may not be changed on the machine. */
  lock: z.boolean(),
} as const;

type Keys = typeof POLICY_KEYS;
export type Policy = { readonly [K in keyof Keys]?: z.infer<Keys[K]> };

export interface ReadPolicy {
  readonly policy: Policy;
  /** Keys that are set and cannot be used, or that this version does not know. */
  readonly faults: readonly string[];
}

/** What managed storage holds, key by key: one wrong key does not cost the others. */
export function readPolicy(stored: Readonly<Record<string, unknown>>): ReadPolicy {
  const policy: Record<string, unknown> = {};
  const faults: string[] = [];
  for (const [key, value] of Object.entries(stored)) {
    const check = Object.hasOwn(POLICY_KEYS, key) ? POLICY_KEYS[key as keyof Keys] : null;
    const read = check?.safeParse(value);
    if (read?.success) policy[key] = read.data;
    else faults.push(key);
  }
  return { policy, faults };
}

/** The files that a policy names, each with what it is. */
export function policyFiles(
  policy: Policy,
): readonly (PolicyFile & { readonly as: 'adapter' | 'benchmark' | 'lists' | 'roots' })[] {
  const { adapters = [], benchmark, lists, roots } = policy;
  return [
    ...adapters.map((file) => ({ ...file, as: 'adapter' as const })),
    ...(benchmark ? [{ ...benchmark, as: 'benchmark' as const }] : []),
    ...(lists ? [{ ...lists, as: 'lists' as const }] : []),
    ...(roots ? [{ ...roots, as: 'roots' as const }] : []),
  ];
}
