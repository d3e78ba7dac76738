import type { UserManifest } from 'wxt';

/** The manifest of each browser's build. */
export function manifest(_browser: string): UserManifest {
  return {
    name: 'Chidu 尺度',
    description: 'One yardstick for like cases, and a code that lets anyone check it was used.',
  };
}
