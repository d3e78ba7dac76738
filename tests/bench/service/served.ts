/**
 * A service to be measured from outside: `served.ts STORE CODES MEMORY`. Says its address and codes to object with, as JSON.
 * As in production, checkpoints are signed by a process of its own, which keeps them in MEMORY.
 */
import { join } from 'node:path';
import { answered, runService } from '../../../sdk/src/service/fixtures/running.ts';
import { startSigner } from '../../../sdk/src/service/store/log/signer-process.ts';

const SIGNER = new URL('../../drill/service/signer-program.ts', import.meta.url);
const [store = '', count = '', memory = ''] = process.argv.slice(2);
const most = 1_000_000;
const limits = {
  issuePerDay: most,
  detailPerHour: most,
  lookupPerHour: most,
  objectionsPerDay: most,
  openPerMinute: most,
};
const service = await runService({
  listen: true,
  store,
  config: { limits },
  signerOf: (authority) => startSigner(SIGNER, [join(memory, authority)]),
});
const codes: string[] = [];
for (let at = 0; at < Number(count); at += 1) {
  const body = service.request();
  codes.push(answered(await service.as('officer').issueCode({ body })).text);
}
const url = 'url' in service.running ? service.running.url : '';
process.stdout.write(`${JSON.stringify({ url, codes })}\n`);
process.once('SIGTERM', () => void service.close().then(() => process.exit()));
