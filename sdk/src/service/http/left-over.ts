import type { Context } from 'hono';

/** Bytes that are read off a refused request, so that its line can be used again. */
const LEFT_OVER = 2_000_000;

/**
 * A request that is refused before its body was read leaves the rest on the line: that is read and thrown away, or the
 * line is given up in words, so that a client never sends its next request into a connection that is being closed.
 */
export async function readToTheEnd(context: Context, next: () => Promise<void>): Promise<void> {
  const { raw } = context.req;
  await next();
  if (raw.method === 'GET' || raw.method === 'HEAD' || raw.body === null) return;
  if (context.res.status === 413) context.res.headers.set('connection', 'close');
  if (raw.bodyUsed) return;
  let left = 0;
  const reader = raw.body.getReader();
  for (;;) {
    const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }));
    left += value?.length ?? 0;
    if (done) return;
    if (left > LEFT_OVER) break;
  }
  context.res.headers.set('connection', 'close');
  await reader.cancel().catch(() => undefined);
}
