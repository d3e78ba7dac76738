import { expect, it } from 'vitest';
import { readLines } from './lines.ts';

it('reads lines however the bytes are cut, a last one without an end too', async () => {
  const bytes = new TextEncoder().encode('{"a":"案"}\n\n{"b":2}\r\nlast');
  for (let size = 1; size <= bytes.length; size += 1) {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let at = 0; at < bytes.length; at += size) {
          controller.enqueue(bytes.slice(at, at + size));
        }
        controller.close();
      },
    });
    const lines: string[] = [];
    let read = 0;
    for await (const part of readLines(body)) {
      lines.push(...part.lines);
      read = part.bytes;
    }
    expect(lines.map((line) => line.trim())).toEqual(['{"a":"案"}', '{"b":2}', 'last']);
    expect(read).toBe(bytes.length);
  }
});
