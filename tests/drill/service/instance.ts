/**
 * A service on one of several hosts: `node instance.ts ADDRESS MEMORY HOST CODES [adopt]`. The instances have the same keys.
 * Says its address and the codes that it issued to object with, as JSON.
 */
import { join } from 'node:path';
import { answered, newPeople, runService } from '../../../sdk/src/service/fixtures/running.ts';
import { FileSigner } from '../../../sdk/src/service/store/index.ts';
import { ed25519Signer } from '../../conformance/signers.ts';

/** What an instance says once it runs. */
export interface Instance {
  readonly url: string;
  readonly codes: readonly string[];
}

const [store = '', memory = '', host = '', count = '', adopt] = process.argv.slice(2);
const most = 1_000_000;
const people = await newPeople(async (name) => ed25519Signer(name));
const service = await runService({
  listen: true,
  store,
  people,
  adopt: adopt === 'adopt',
  config: { host, limits: { objectionsPerDay: most, openPerMinute: most } },
  signerOf: (authority) => {
    const keys = people.logKeys.get(authority);
    const signer = new FileSigner(join(memory, authority), keys ? [keys] : []);
    return { signer, close: () => signer.close() };
  },
});
const codes: string[] = [];
for (let at = 0; at < Number(count); at += 1) {
  const body = service.request();
  codes.push(answered(await service.as('officer').issueCode({ body })).text);
}
const url = 'url' in service.running ? service.running.url : '';
process.stdout.write(`${JSON.stringify({ url, codes } satisfies Instance)}\n`);
