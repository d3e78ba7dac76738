import { rehearse } from './objections/rehearse.ts';

export const about =
  '100 objections over reloads, lost networks, double clicks and killed tabs: 100 delivered, each once, each with a receipt that proves it.';

const COUNT = 100;

export async function run(say: (line: string) => void): Promise<void> {
  const done = await rehearse(COUNT, say);
  say(JSON.stringify(done));
  for (const figure of ['held', 'texts', 'receipts', 'proven'] as const)
    if (done[figure] !== COUNT) throw new Error(`${figure}: ${done[figure]} of ${COUNT}`);
}
