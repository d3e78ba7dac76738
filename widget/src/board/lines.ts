/** Lines of a stream as they come, with the bytes read so far. A last line without its end counts too. */
export async function* readLines(
  body: ReadableStream<Uint8Array>,
): AsyncGenerator<{ readonly lines: readonly string[]; readonly bytes: number }> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (let bytes = 0; ; ) {
    const { done, value } = await reader.read();
    const lines = (rest + decoder.decode(value, { stream: !done })).split('\n');
    rest = done ? '' : (lines.pop() ?? '');
    bytes += value?.length ?? 0;
    yield { lines: lines.filter((line) => line.trim() !== ''), bytes };
    if (done) return;
  }
}
