import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium } from '../../demo/browser.ts';
import { signedCase } from '../../sdk/src/verdict/fixtures/signed-case.ts';
import { build } from '../build.ts';
import { openRecipe } from '../recipe-portal.ts';
import { readTool, root, showTool } from '../tool.ts';
import { serve, timeUntil } from './widget/slow-phone.ts';

export const about =
  'Time from the start of a navigation until something is shown, on a simulated slow phone: the verdict of <chidu-notice>, and the first content of others.';

/** Taken as packed: each ships one file that needs none of its dependencies, and not all of those can be had. */
const PEERS = { altcha: '3.2.2', '@blockcerts/blockcerts-verifier': '1.56.0' };

const RUNS = 9;

const html = (head: string, body: string): readonly [string, string] => [
  'text/html; charset=utf-8',
  `<!doctype html><html lang="zh"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>portal</title>${head}<body>${body}`,
];

/** A package of the registry, unpacked beside the others to compare with. */
function unpacked(name: keyof typeof PEERS): (path: string) => URL {
  const folder = `${root}tests/bench/.peers/node_modules/.packed/${name}`;
  mkdirSync(folder, { recursive: true });
  const pack = ['npm', 'pack', `${name}@${PEERS[name]}`, '--json', `--pack-destination=${folder}`];
  const { exit, output, all } = readTool(pack);
  if (exit !== 0) throw new Error(all);
  const [{ filename }] = JSON.parse(output);
  if (showTool(['tar', '-xzf', `${folder}/${filename}`, '-C', folder]) !== 0) throw new Error(name);
  return (path) => new URL(`file://${folder}/package/${path}`);
}

/** The first lines of widget/README.md, which every portal can copy. */
const THREE_LINES = html(
  '<script type="module" src="/chidu/chidu-notice.js"></script>',
  `<chidu-notice trust-list="/chidu/trust-list.txt" trust-roots="/chidu/trust-roots.json" rules="/chidu/rules/">
  <p>核验需要浏览器运行脚本。也可以凭文号和核验码拨打 12345 查询。</p></chidu-notice>`,
)[1];

export async function run() {
  build('widget');
  const signed = await signedCase();
  const [recipe, plain] = [await openRecipe(signed), await openRecipe(signed)];
  writeFileSync(join(plain.folder, 'portal.html'), THREE_LINES);
  const altcha = await serve({
    '/': html(
      '<script type="module" src="/altcha.js"></script>',
      '<altcha-widget challenge="/challenge"></altcha-widget>',
    ),
    '/altcha.js': unpacked('altcha')('dist/main/altcha.min.js'),
  });
  const blockcerts = await serve({
    '/': html(
      '<script src="/blockcerts.js"></script>',
      '<blockcerts-verifier></blockcerts-verifier>',
    ),
    '/blockcerts.js': unpacked('@blockcerts/blockcerts-verifier')('dist/main.js'),
  });
  const passed = (step: string) =>
    `document.querySelector('chidu-notice')?.shadowRoot?.querySelector('[data-step=${step}][data-state=pass]')`;
  const subjects: readonly (readonly [what: string, url: string, shown: string])[] = [
    [
      '<chidu-notice>: verdict, signature and arithmetic checked',
      `${recipe.url}/c#${signed.text}`,
      passed('replay'),
    ],
    [
      '<chidu-notice>: verdict on the signature, arithmetic under way',
      `${recipe.url}/c#${signed.text}`,
      passed('signature'),
    ],
    [
      '<chidu-notice>: verdict, the code in the path of the address',
      `${recipe.url}/c/${signed.text}`,
      passed('replay'),
    ],
    [
      '<chidu-notice>: verdict, by the three lines alone',
      `${plain.url}/c#${signed.text}`,
      passed('replay'),
    ],
    [
      'altcha: widget shown, nothing solved yet',
      altcha.url,
      "document.querySelector('altcha-widget input')",
    ],
    [
      'blockcerts-verifier: first own content, nothing verified yet',
      blockcerts.url,
      "document.querySelector('blockcerts-verifier')?.shadowRoot?.querySelector('buv-raw')?.shadowRoot?.childElementCount",
    ],
  ];
  const measured = subjects.map(([what, url, shown]) => ({
    what,
    url,
    shown,
    times: [] as number[],
    bytes: 0,
  }));
  const browser = await chromium.launch({
    executablePath: findChromium() ?? 'chromium',
    args: ['--no-sandbox'],
  });
  // In turn, so that whatever else the machine does falls on all of them.
  for (let i = 0; i < RUNS; i += 1)
    for (const each of measured) {
      const { ms, bytes } = await timeUntil(browser, each.url, each.shown);
      each.times.push(ms);
      each.bytes = bytes;
    }
  await browser.close();
  for (const server of [recipe, plain, altcha, blockcerts]) server.close();
  return measured.map(({ what, times, bytes }) => {
    times.sort((a, b) => a - b);
    const [best = 0, median = 0, worst = 0] = [0, (RUNS - 1) / 2, RUNS - 1].map((at) => times[at]);
    return {
      what,
      'median ms': Math.round(median),
      'best ms': Math.round(best),
      'worst ms': Math.round(worst),
      'bytes by then': bytes,
    };
  });
}
