import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { findChromium } from '../../demo/browser.ts';
import { signedCase } from '../../sdk/src/verdict/fixtures/signed-case.ts';
import { build } from '../build.ts';
import { readTool, root, showTool } from '../tool.ts';
import { type Site, serve, timeUntil } from './widget/slow-phone.ts';

export const about =
  'Time from the start of a navigation until something is shown, on a simulated slow phone: the verdict of <chidu-notice>, and the first content of others.';

/** Taken as packed: each ships one file that needs none of its dependencies, and not all of those can be had. */
const PEERS = { altcha: '3.2.2', '@blockcerts/blockcerts-verifier': '1.56.0' };

const RUNS = 9;

const html = (head: string, body: string): readonly [string, string] => [
  'text/html; charset=utf-8',
  `<!doctype html><html lang="zh"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>portal</title>${head}<body>${body}`,
];
const built = (path: string) => new URL(path, `file://${root}`);

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

export async function run() {
  build('widget');
  const signed = await signedCase();
  const names = ['', '-replay', '-rule', '-decision', '-rights', '-outlook'];
  const ours: Site = {
    // The three lines of widget/README.md; what stands in the element is what the reader sees until the script is here.
    '/c': html(
      '<script type="module" src="/w/chidu-notice.js"></script>',
      `<chidu-notice trust-list="/list" trust-roots="/roots" rules="/rules/">
  <p>核验需要浏览器运行脚本。也可以凭文号和核验码拨打 12345 查询。</p></chidu-notice>`,
    ),
    '/list': ['text/plain', signed.list],
    '/roots': ['application/json', JSON.stringify(signed.roots)],
    [`/rules/${signed.hash}.json`]: ['application/json', JSON.stringify(signed.rule)],
    ...Object.fromEntries(
      names.map((name) => [
        `/w/chidu-notice${name}.js`,
        built(`widget/dist/chidu-notice${name}.js`),
      ]),
    ),
  };
  const passed = (step: string) =>
    `document.querySelector('chidu-notice')?.shadowRoot?.querySelector('[data-step=${step}][data-state=pass]')`;
  const subjects: readonly (readonly [what: string, site: Site, path: string, shown: string])[] = [
    [
      '<chidu-notice>: verdict, signature and arithmetic checked',
      ours,
      `/c#${signed.text}`,
      passed('replay'),
    ],
    [
      '<chidu-notice>: verdict on the signature, arithmetic under way',
      ours,
      `/c#${signed.text}`,
      passed('signature'),
    ],
    [
      'altcha: widget shown, nothing solved yet',
      {
        '/': html(
          '<script type="module" src="/altcha.js"></script>',
          '<altcha-widget challenge="/challenge"></altcha-widget>',
        ),
        '/altcha.js': unpacked('altcha')('dist/main/altcha.min.js'),
      },
      '/',
      "document.querySelector('altcha-widget input')",
    ],
    [
      'blockcerts-verifier: first own content, nothing verified yet',
      {
        '/': html(
          '<script src="/blockcerts.js"></script>',
          '<blockcerts-verifier></blockcerts-verifier>',
        ),
        '/blockcerts.js': unpacked('@blockcerts/blockcerts-verifier')('dist/main.js'),
      },
      '/',
      "document.querySelector('blockcerts-verifier')?.shadowRoot?.querySelector('buv-raw')?.shadowRoot?.childElementCount",
    ],
  ];
  const measured = await Promise.all(
    subjects.map(async ([what, site, path, shown]) => {
      const server = await serve(site);
      return { what, server, url: server.url + path, shown, times: [] as number[] };
    }),
  );
  const browser = await chromium.launch({
    executablePath: findChromium() ?? 'chromium',
    args: ['--no-sandbox'],
  });
  // In turn, so that whatever else the machine does falls on all of them.
  for (let i = 0; i < RUNS; i += 1)
    for (const { url, shown, times } of measured) times.push(await timeUntil(browser, url, shown));
  await browser.close();
  return measured.map(({ what, server, times }) => {
    server.close();
    times.sort((a, b) => a - b);
    const [best = 0, median = 0, worst = 0] = [0, (RUNS - 1) / 2, RUNS - 1].map((at) => times[at]);
    return {
      what,
      'median ms': Math.round(median),
      'best ms': Math.round(best),
      'worst ms': Math.round(worst),
      'bytes over the wire': server.bytes(),
    };
  });
}
