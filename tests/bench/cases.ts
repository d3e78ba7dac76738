import { inBrowser } from './cases/browser.ts';
import { ours } from './cases/ours.ts';
import { PEERS, peerRows } from './cases/peers.ts';
import { round, task } from './cases/question.ts';
import { short } from './cases/short.ts';

export const about =
  'Like cases: build, bytes, queries of a whole facts paragraph and their quality, beside other engines on the same tokens.';

export const peers = PEERS;

/** The library of the issue, and a part of it for engines that take seconds a query. */
const [CASES, PART] = [58_700, 2_000];

type Row = Record<string, string | number>;

export async function run(
  peer: (name: string) => Promise<Record<string, unknown>>,
): Promise<Row[]> {
  const rows: Row[] = [];
  const part = async (name: string, measure: () => Promise<Row[]>) => {
    const started = performance.now();
    rows.push(...(await measure()));
    console.error(`${name}: ${Math.round((performance.now() - started) / 1000)} s`);
  };
  const small = task(PART, 20);
  await part('other engines', async () => {
    const own = await ours(small);
    return [
      { what: `chidu, ${PART} cases, facts alone`, 'p50 ms': round(own.p50) },
      ...(await peerRows(peer, small, own)),
    ];
  });
  const whole = task(CASES, 100);
  await part('Node', async () => (await ours(whole)).rows);
  await part('browser', () => inBrowser(whole));
  await part('short records', short);
  return rows;
}
