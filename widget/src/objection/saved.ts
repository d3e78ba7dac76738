import type { Sent } from './outbox.ts';
import type { Receipt } from './request.ts';

/** The receipt with what was handed in, as a file to keep: `chidu-receipt/1`, sdk/docs/formats/receipt.md. */
export function savedReceipt({ request, service, at }: Sent, receipt: Receipt): string {
  const file = { format: 'chidu-receipt/1', service, handedIn: at, request, receipt };
  return `${JSON.stringify(file, null, 1)}\n`;
}
