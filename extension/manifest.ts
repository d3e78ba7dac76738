import type { UserManifest } from 'wxt';

/**
 * The public half of a key pair that was thrown away after it was made: it only fixes the extension's id, which
 * policies name, in builds that no store has signed.
 */
const KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA7sEONdvq59w9ZlgmSorsnGD3zJasaTjVp4jNBIuB8JvF0thswLKOj1LbjGkzwDF+kBtCTIRMi2tu2XAwvYai4nAtUnL1p63jzqmSoVE1YPZcB0EeA2/Enu3ZOFyT98EQweDjO/SYUbfufCcP40rrCbv+W7aDMcxEu6hG3Ps9TYwurWJJSsz8+JmC0SFn5aBxXQa0p5KmSZsqC1T00DON/WW/RivVB8oi4La5o77bhDMbki+WPISNufQl1rNKEDrjXp12MCI50t568SgD2Uxc/e1f2uHzHvWU8yBbvIAeelPLuYAnLWqT3NRsgoxa2RSdSL/NpWBNWFLwODzDg1BwmwIDAQAB';

/** Addresses of the demonstration, local only. Its build may read them without asking, so that tests need no prompt. */
const DEMO_HOSTS = ['http://localhost/*', 'http://127.0.0.1/*'];

/**
 * The manifest of each browser's build. A build that a user installs holds no address: each adapter asks for its own
 * when it is switched on.
 */
export function manifest(browser: string, mode: string): UserManifest {
  const firefox = browser === 'firefox';
  return {
    name: '尺度 Chidu',
    short_name: '尺度',
    description:
      '一把尺子量同案，一个监督码供核验。One yardstick for like cases, and a code to check it.',
    permissions: ['storage', 'scripting', 'activeTab', ...(firefox ? [] : ['sidePanel'])],
    ...hosts(mode),
    // Firefox takes managed storage without a schema.
    ...(firefox ? {} : { storage: { managed_schema: 'managed-schema.json' } }),
    action: { default_title: '尺度：打开裁量面板 / open the desk' },
    commands: { _execute_action: { suggested_key: { default: 'Alt+Shift+D' } } },
    ...(firefox ? FIREFOX : { key: KEY, minimum_chrome_version: '120' }),
  };
}

/**
 * A policy cannot grant optional addresses: Chromium leaves them to a click. So a managed build (`--mode managed`) holds those
 * of its authority, named in CHIDU_HOSTS, and asks for no other.
 */
function hosts(mode: string): Partial<UserManifest> {
  if (mode === 'managed') {
    const named = (process.env.CHIDU_HOSTS ?? '').split(/\s+/).filter((host) => host !== '');
    if (named.length === 0)
      throw new Error('CHIDU_HOSTS must name the addresses of the case systems and of the files.');
    return { host_permissions: named };
  }
  return {
    optional_host_permissions: ['http://*/*', 'https://*/*'],
    ...(mode === 'demo' && { host_permissions: DEMO_HOSTS }),
  };
}

const FIREFOX = {
  // Chromium's default. Firefox's own adds `upgrade-insecure-requests`: services inside an authority's network are often http.
  content_security_policy: { extension_pages: "script-src 'self'; object-src 'self'" },
  browser_specific_settings: {
    gecko: {
      id: 'desk@chidu.example',
      strict_min_version: '140.0',
      data_collection_permissions: { required: ['none'] },
    },
    gecko_android: { strict_min_version: '142.0' },
  },
};
