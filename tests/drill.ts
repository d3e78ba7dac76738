/** `npm run drill -- NAME`: runs `tests/drill/NAME.ts`, a rehearsal of something that must not fail. */
import { choose } from './choose.ts';

/** What a file of `tests/drill/` exports. */
export interface Drill {
  /** One line: what is rehearsed. */
  readonly about: string;
  /** Rehearses; throws when it does not go well. */
  readonly run: (say: (line: string) => void) => Promise<void>;
}

const [name, { about, run }] = await choose<Drill>('drill');
console.log(about);
const started = performance.now();
await run(console.log);
console.log(`${name}: went well, ${((performance.now() - started) / 1000).toFixed(0)} s`);
