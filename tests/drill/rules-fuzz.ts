import { fuzz } from '../../sdk/src/discretion/fixtures/fuzz.ts';
import { random } from '../../sdk/src/discretion/fixtures/random.ts';
import { ruleOf, STATUTES } from '../../sdk/src/discretion/fixtures/statute-book.ts';

export const about =
  'A million mutated rules and cases: each is refused with issues, answered by name, or a coded error.';

const RULES_A_ROUND = 5_000;
const CASES_EACH = 9;
const ROUNDS = 20;

export async function run(say: (line: string) => void): Promise<void> {
  const rules = STATUTES.map(ruleOf);
  const rnd = random(20_261_121);
  let tried = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const done = fuzz(rules, RULES_A_ROUND, CASES_EACH, rnd);
    tried += done.tried;
    const { rulesRefused, casesRefused, coded, outcomes } = done;
    say(
      `${tried.toLocaleString('en')} tried; this round: ${rulesRefused} rules and ${casesRefused} cases refused, ${coded} coded errors, ${JSON.stringify(outcomes)}`,
    );
  }
}
