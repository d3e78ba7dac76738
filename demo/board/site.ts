import { readFile } from 'node:fs/promises';
import { caseHistories } from '@chidu/sdk/oversight';
import { publicStatistics } from '@chidu/sdk/oversight/public';
import { exercisesOf } from '@chidu/sdk/oversight/use';
import { Hono } from 'hono';
import { PORTAL_CSP } from '../portal/site.ts';
import { habitWorld } from '../worlds/habits.ts';
import { haiyan } from '../worlds/haiyan.ts';
import { hubei } from '../worlds/hubei.ts';
import { jinan } from '../worlds/jinan.ts';
import { officersOf, publicityOfWorld, reviewsOfWorld } from '../worlds/registers.ts';
import type { World } from '../worlds/world.ts';

/** The formula of a place that does not exist: it was never published and says so. */
const FORMULA = {
  format: 'chidu-appraisal/1',
  id: 'sample',
  version: '1',
  title: { zh: '示例考核公式', en: 'Sample formula' },
  sample: true,
  publication: null,
  fewest: 30,
  leastWeight: 5_000,
  items: [
    {
      figure: 'rates.online',
      label: { zh: '全流程网办', en: 'On line from end to end' },
      weight: 6_000,
      none: 5_000,
      all: 10_000,
    },
    {
      figure: 'use.unreasoned',
      label: { zh: '无理由偏离', en: 'Departures without a reason' },
      weight: 4_000,
      none: 2_000,
      all: 0,
    },
  ],
};

/** Worlds that the board can be looked at with, made when they are first asked for. */
const WORLDS: Readonly<Record<string, () => Promise<World>>> = {
  district: () => habitWorld({ cases: 600, seed: 3, plants: true }),
  prefecture: () => habitWorld({ cases: 8_000, seed: 20_260_101, plants: true }),
  county: haiyan,
  province: hubei,
  lists: jinan,
};

/** What the rates rest on beside the log. */
const REGISTERS = {
  officers: officersOf,
  publicity: publicityOfWorld,
  reviews: reviewsOfWorld,
};

const PACK_FOLDER = new URL('../../sdk/packs/', import.meta.url);
const PACKS = { statutes: 'statutes.json', benchmark: 'sample-benchmark.json' };

interface StatuteName {
  readonly violation: string;
  readonly name: { readonly zh: string; readonly en: string };
}

/** `/board/<world>`: the supervision body's screen with a log of a place that does not exist; `/board/<world>/public` what it publishes. */
export function boardSite(worlds = WORLDS): Hono {
  const site = new Hono({ strict: false });
  const made = new Map<string, Promise<World>>();
  const worldOf = (id: string): Promise<World> | null => {
    const make = worlds[id];
    if (make === undefined) return null;
    const world = made.get(id) ?? make();
    made.set(id, world);
    return world;
  };
  const exported = new WeakMap<World, Uint8Array<ArrayBuffer>>();
  const exportOf = (world: World): Uint8Array<ArrayBuffer> => {
    const lines =
      exported.get(world) ??
      new TextEncoder().encode(world.events.map((event) => `${JSON.stringify(event)}\n`).join(''));
    exported.set(world, lines);
    return lines;
  };
  const page = async (name: string, world: World, id: string, lang: string): Promise<Response> => {
    const text = await readFile(new URL(name, import.meta.url), 'utf8');
    const filled = text
      .replaceAll('{{world}}', id)
      .replaceAll('{{today}}', world.today)
      .replace('lang="zh-CN"', `lang="${lang === 'en' ? 'en' : 'zh-CN'}"`)
      .replaceAll('{{title}}', lang === 'en' ? world.title.en : world.title.zh);
    return new Response(filled, {
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': `${PORTAL_CSP}; require-trusted-types-for 'script'`,
      },
    });
  };
  site.get('/static/board.css', async () => {
    const text = await readFile(new URL('board.css', import.meta.url), 'utf8');
    return new Response(text, { headers: { 'content-type': 'text/css; charset=utf-8' } });
  });
  site.get('/:world', async (context) => {
    const { world: id } = context.req.param();
    const world = await worldOf(id);
    return world === null
      ? context.notFound()
      : page('board.html', world, id, context.req.query('lang') ?? 'zh');
  });
  site.get('/:world/public', async (context) => {
    const { world: id } = context.req.param();
    const world = await worldOf(id);
    return world === null
      ? context.notFound()
      : page('public.html', world, id, context.req.query('lang') ?? 'zh');
  });
  site.get('/:world/events.jsonl', async (context) => {
    const world = await worldOf(context.req.param('world'));
    if (world === null) return context.notFound();
    const lines = exportOf(world);
    context.header('content-type', 'application/x-ndjson; charset=utf-8');
    context.header('content-length', String(lines.length));
    return context.body(lines);
  });
  site.get('/:world/organisation.json', async (context) => {
    const world = await worldOf(context.req.param('world'));
    return world === null ? context.notFound() : context.json(world.organisation);
  });
  for (const [name, register] of Object.entries(REGISTERS)) {
    site.get(`/:world/${name}.json`, async (context) => {
      const world = await worldOf(context.req.param('world'));
      return world === null ? context.notFound() : context.json(register(world));
    });
  }
  site.get('/:world/formula.json', (context) => context.json(FORMULA));
  for (const [name, file] of Object.entries(PACKS)) {
    site.get(`/:world/${name}.json`, async (context) => {
      context.header('content-type', 'application/json');
      return context.body(await readFile(new URL(file, PACK_FOLDER), 'utf8'));
    });
  }
  // What a mailbox of the authority would do: it takes the text, keeps it nowhere here, and gives a number.
  let suggestions = 0;
  site.post('/:world/suggestions', async (context) => {
    const { text } = await context.req.parseBody();
    if (typeof text !== 'string' || text.trim() === '' || text.length > 2_000) {
      return context.text('', 400);
    }
    suggestions += 1;
    return context.text(`YJ-${String(suggestions).padStart(4, '0')}`, 201);
  });
  site.get('/:world/publication.json', async (context) => {
    const world = await worldOf(context.req.param('world'));
    if (world === null) return context.notFound();
    const { exercises } = exercisesOf(caseHistories(world.events).cases);
    const ids = [...new Set(exercises.map(({ violation }) => violation))].sort();
    const statutes = JSON.parse(await readFile(new URL(PACKS.statutes, PACK_FOLDER), 'utf8'));
    const names = new Map<string, { zh: string; en: string }>(
      statutes.statutes.map(({ violation, name }: StatuteName) => [violation, name]),
    );
    const labels = ids.map((id) => ({ id, ...(names.get(id) ?? { zh: id, en: id }) }));
    const { statistics } = publicStatistics({
      exercises,
      k: 10,
      before: world.today,
      rows: { labels, of: ({ violation }) => violation },
      counted: new Set(),
    });
    return context.json(statistics);
  });
  return site;
}
