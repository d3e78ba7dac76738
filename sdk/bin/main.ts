import { buffer } from 'node:stream/consumers';
import { dispatch } from './dispatch.ts';
import { table } from './table.ts';

// The reader of a pipe may stop early (`| head`): what it wanted it has.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

process.exitCode = await dispatch(
  process.argv.slice(2),
  {
    stdin: async () => new Uint8Array(await buffer(process.stdin)),
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    cwd: process.cwd(),
    now: Date.now,
    // Ctrl+C ends the process as ever, unless the command asks for the signal and so sees to it.
    get signal() {
      const interrupt = new AbortController();
      process.once('SIGINT', () => interrupt.abort());
      return interrupt.signal;
    },
  },
  table,
);
