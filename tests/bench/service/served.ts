/** A service to be measured from outside: `served.ts STORE CODES`. Says its address and codes to object with, as JSON. */
import { answered, runService } from '../../../sdk/src/service/fixtures/running.ts';

const [store = '', count = ''] = process.argv.slice(2);
const most = 1_000_000;
const limits = {
  issuePerDay: most,
  detailPerHour: most,
  lookupPerHour: most,
  objectionsPerDay: most,
  openPerMinute: most,
};
const service = await runService({ listen: true, store, config: { limits } });
const codes: string[] = [];
for (let at = 0; at < Number(count); at += 1) {
  const body = service.request();
  codes.push(answered(await service.as('officer').issueCode({ body })).text);
}
const url = 'url' in service.running ? service.running.url : '';
process.stdout.write(`${JSON.stringify({ url, codes })}\n`);
process.once('SIGTERM', () => void service.close().then(() => process.exit()));
