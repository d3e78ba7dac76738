/** Objections kept and sent: loaded on portals that name a service. */
export { createClient } from '@chidu/sdk/api/client';
export { openOutbox } from '../objection/outbox.ts';
export { savedReceipt } from '../objection/saved.ts';
