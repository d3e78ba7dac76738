const file = (description: string) => ({
  type: 'object',
  description,
  properties: {
    url: { type: 'string', description: 'https address of the file' },
    sha256: { type: 'string', description: 'SHA-256 of the file, 64 lower-case hex digits' },
  },
});
const text = (description: string) => ({ type: 'string', description });

/**
 * The keys of `policy.ts` for `storage.managed_schema`. Chromium drops keys that are not in it, without a word, and knows
 * neither patterns nor required keys here: `policy.ts` checks the values.
 */
export const MANAGED_SCHEMA = {
  type: 'object',
  properties: {
    managedBy: text('Who manages this desk; shown on its settings page'),
    authorityName: text('Name of the authority'),
    authorityCode: text('Unified social credit code of the authority, 18 characters'),
    portal: text('Origin of the portal that printed codes point at'),
    service: text('Origin of the service; absent: the desk works alone'),
    trustList: text('Address of the signed trust list; absent: /trust-list.txt of the portal'),
    language: text('zh or en'),
    roots: file('Root keys (chidu-roots/1)'),
    adapters: { type: 'array', items: file('An adapter (chidu-adapter/1)') },
    benchmark: file('Benchmark pack (chidu-benchmark/1)'),
    lists: file('The four lists (chidu-lists/1)'),
    lock: { type: 'boolean', description: 'What is set here may not be changed on the machine' },
  },
} as const;
