import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Adapter } from '../../extension/adapters/adapter.ts';
import { adapterFor } from '../../extension/adapters/matches.ts';
import { draftAdapter } from '../../extension/binder/draft.ts';
import { judgePage } from '../../extension/judge/judge-page.ts';
import { mergeFrames } from '../../extension/judge/merge-frames.ts';
import type { PageTexts } from '../../extension/locate/reading.ts';
import { type OpenPage, openPages, type Pages } from '../../extension/tool/open-pages.ts';
import { suggestPage } from '../../extension/tool/suggest.ts';
import { KINDS } from './pages/kinds.ts';
import type { Kind } from './pages/line.ts';
import { MUTATIONS } from './pages/mutations.ts';
import { type LegacyServer, serveLegacy } from './pages/serve.ts';

/**
 * Legacy pages of eight kinds, each described by nobody: the adapter is what `suggest` drafts, and it has to read the
 * releases that come after.
 */
let pages: Pages;
let server: LegacyServer;
beforeAll(async () => {
  [pages, server] = await Promise.all([openPages(), serveLegacy()]);
});
afterAll(async () => {
  await pages.close();
  await server.close();
});

/** Where nothing comes later. */
const AT_ONCE = { still: 0, least: 0, most: 0 };
const PLAIN = { frame: 'f_', swap: false };
const address = (): string => `${server.origin}/aj/`;
const open = (): Promise<OpenPage> => pages.open(address());
const adapters = new Map<string, Adapter>();
const tally = { found: 0, asked: 0, missed: [] as string[] };

async function readAll(page: OpenPage, adapter: Adapter) {
  const texts = await page.ask<PageTexts | null>(
    `readPage(document, ${JSON.stringify(adapter)}, '')`,
  );
  return mergeFrames(texts.flatMap((one) => (one && judgePage(one, adapter)) ?? []));
}

/** Shows a system until its page has come to rest; where that is later, the window has a clock that can be put forward. */
async function show({ page }: OpenPage, kind: Kind, files: ReturnType<Kind['draw']>) {
  server.show(files);
  await page.goto(address());
  if (kind.later !== undefined) return page.clock.runFor(kind.later);
  // A timer of the page runs after those that its scripts set before.
  return page.evaluate(() => new Promise<void>((done) => setTimeout(done)));
}

describe.each(KINDS)('$name', (kind) => {
  // One window for all releases, as an officer has it.
  let page: OpenPage;
  beforeAll(async () => {
    server.show(kind.draw(kind.lines, PLAIN));
    page = await open();
    if (kind.later !== undefined) await page.page.clock.install();
  });
  afterAll(() => page.close());

  test('is bound without a person: at least four of five fields, none wrong', async () => {
    const found = await suggestPage(page, kind.later === undefined ? AT_ONCE : undefined);
    const adapter = draftAdapter(address(), found.suggestions, found.pages);
    adapters.set(kind.name, adapter);
    const asked = kind.lines.filter(({ field }) => field !== null);
    for (const { field, reads } of found.suggestions) {
      const meant = asked.find((one) => one.field === field);
      expect(reads, field).toBe(meant?.meant);
    }
    expect(
      found.suggestions.length / asked.length,
      JSON.stringify(found.withheld),
    ).toBeGreaterThanOrEqual(0.8);
  });

  test.each(Object.entries(MUTATIONS))(
    'reads no wrong value after a release: %s',
    async (name, change) => {
      const adapter = adapters.get(kind.name);
      if (!adapter) return expect.fail('no adapter was drafted');
      const lines = change.lines?.(kind.lines) ?? kind.lines;
      await show(page, kind, kind.draw(lines, { ...PLAIN, ...change.mark }));
      const read = await readAll(page, adapter);
      for (const { field, meant } of kind.lines) {
        if (field === null) continue;
        tally.asked += 1;
        const reading = read.get(field as Parameters<typeof read.get>[0]);
        if (reading?.state === 'read') {
          expect(reading.value, field).toBe(meant);
          tally.found += 1;
        } else tally.missed.push(`${kind.name}, ${name}: ${field} ${reading?.state}`);
      }
    },
  );
});

test('finds at least 95 of 100 fields over all releases', () => {
  expect(tally.asked).toBeGreaterThan(0);
  console.info(`found ${tally.found} of ${tally.asked}`);
  expect(tally.found / tally.asked, tally.missed.join('\n')).toBeGreaterThanOrEqual(0.95);
});

test('an adapter made for one system is refused on another, and reads nothing wrong there', async () => {
  const page = await open();
  await page.page.clock.install();
  for (const kind of KINDS) {
    await show(page, kind, kind.draw(kind.lines, PLAIN));
    for (const [name, adapter] of adapters) {
      if (name === kind.name) continue;
      // By its address it is refused; at the same address its texts still have to be there, and no value may be wrong.
      const elsewhere = { ...adapter, matches: ['http://elsewhere.example/*'] };
      expect(adapterFor([elsewhere], { url: page.page.url(), origin: server.origin })).toBeNull();
      const read = await readAll(page, adapter);
      for (const [field, reading] of read)
        if (reading.state === 'read')
          expect(reading.value, `${name} on ${kind.name}: ${field}`).toBe(
            kind.lines.find((one) => one.field === field)?.meant,
          );
    }
  }
  await page.close();
});
