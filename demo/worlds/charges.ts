import { assess, type Case } from '@chidu/sdk/discretion';
import type { IssuedData } from '@chidu/sdk/oversight';
import { penaltyNumber, type Rule, TIERS } from '@chidu/sdk/rules';
import type { Dice } from '../corpus/dice.ts';
import { normalQuantile } from '../corpus/dice.ts';
import { openRuleBook } from '../rule-book.ts';

/** 案由: what a code says of its case before anybody departs from it, worked out by the calculator. */
export type Charge = Omit<IssuedData, 'case' | 'documentKind' | 'flags' | 'replaces'>;

/** Draws charges; the same dice give the same. */
export type DrawCharge = (
  dice: Dice,
  of?: { violation?: string; value?: number; grounds?: readonly string[]; elect?: Case['elect'] },
) => Charge;

/** What is met in a market, in shares. Each of them is settled by the sample benchmark from the value of goods alone. */
const SHARES: Readonly<Record<string, number>> = {
  'price-no-marking': 18,
  'food-unlicensed-operation': 16,
  'se-use-uninspected': 11,
  'met-overdue-verification': 11,
  'reg-annual-report': 8,
  'cert-ccc-uncertified': 7,
  'ec-licence-info': 7,
  'con-unfair-terms': 5,
  'patent-passing-off': 4,
  'salt-unlicensed': 4,
  'dev-unlicensed-class3-trade': 4,
  'promo-rules-not-published': 5,
};

/** Mean and spread of 案值 as in `corpus`, fen. */
const MEAN_VALUE = 3_950_900;
const SPREAD = 1.7;

/** Opened once for all worlds. */
let book: ReturnType<typeof openRuleBook> | undefined;

/** Every charge is assessed under the law of one day: a world lasts a year or two. What has no Rule then is not drawn. */
export async function openCharges(day: string): Promise<DrawCharge> {
  book ??= openRuleBook();
  const { byHash } = await book;
  const rules = new Map<string, { hash: string; rule: Rule }>();
  for (const [hash, { rule }] of byHash) {
    const { violation, from, to } = rule.statute;
    if (violation in SHARES && from <= day && (to === null || day < to)) {
      rules.set(violation, { hash, rule });
    }
  }
  const drawn = [...rules.keys()].sort().flatMap((id) => Array<string>(SHARES[id] ?? 0).fill(id));
  return (
    dice,
    { violation = dice.pick(drawn), value = drawValue(dice), grounds = [], elect } = {},
  ) => {
    const found = rules.get(violation);
    if (found === undefined) throw new Error(`no Rule for ${violation} on ${day}`);
    const { hash, rule } = found;
    const severity = dice.next() ** 1.5;
    const factors = Object.fromEntries(
      rule.benchmark.factors.map(({ id, options }) => {
        const lean = severity * 0.75 + dice.next() ** 2 * 0.5;
        const option = options[Math.min(options.length - 1, Math.floor(lean * options.length))];
        return [id, option?.id ?? ''];
      }),
    );
    const facts = { goodsValue: value, illegalGains: 0, illegalTurnover: value };
    const assessed = assess(
      {
        format: 'chidu-case/1',
        violation,
        actDate: day,
        decisionDate: day,
        party: { kind: 'entity' },
        facts,
        grounds,
        factors,
        ...(elect && { elect }),
      },
      rule,
    );
    const { suggestion, band, tier, points } = assessed;
    if (tier === null) throw new Error(`${violation} is undecided`);
    return {
      violation,
      rule: hash,
      benchmark: { pack: rule.pack.id, version: rule.pack.version },
      tier: TIERS.indexOf(tier) + 1,
      points,
      range: band && { min: band.min, max: band.max },
      fine: suggestion,
      suggestion,
      kinds: suggestion === null ? [] : [penaltyNumber('fine')],
      factors: assessed.factors.map((one) => [...one]),
      // 案值 is told in every code of these worlds, whether or not the range depends on it.
      facts: [[GOODS_VALUE, value], ...assessed.facts.filter(([fact]) => fact !== GOODS_VALUE)].map(
        ([fact = 0, amount = 0]) => [fact, amount],
      ),
    };
  };
}

/** Number of the fact 货值金额. */
const GOODS_VALUE = 1;

/** 案值, fen. */
export const caseValue = ({ facts }: Charge): number =>
  facts.find(([fact]) => fact === GOODS_VALUE)?.[1] ?? 0;

function drawValue(dice: Dice): number {
  const p = Math.min(Math.max(dice.next(), 1e-6), 1 - 1e-6);
  const exact = MEAN_VALUE * Math.exp(SPREAD * normalQuantile(p) - (SPREAD * SPREAD) / 2);
  return exact > 100_000 ? Math.round(exact / 1000) * 1000 : Math.max(100, Math.round(exact));
}
