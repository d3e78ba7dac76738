/** Holds what was acknowledged, JSON on standard input, against a store: `node auditor.ts ADDRESS`. */
import { json } from 'node:stream/consumers';
import { openStore } from '../../../sdk/src/service/store/open-store.ts';
import { auditAcknowledged } from './audit-acknowledged.ts';
import type { Acknowledged } from './writer.ts';

const [address = ''] = process.argv.slice(2);
const acknowledged = (await json(process.stdin)) as Acknowledged[];
const database = await openStore({ address, clock: Date.now, schema: 'refuse' });
process.stdout.write(JSON.stringify(await auditAcknowledged(database, acknowledged)));
await database.close();
