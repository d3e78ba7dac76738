import {
  type Answer,
  FACTORS,
  POINTS,
  type Question,
  THRESHOLD,
  TIERS,
  TOP,
  UNIT,
} from './rule.ts';

type Load = (name: string) => Promise<Record<string, unknown>>;

/** One engine, ready to answer; `traces` where it keeps how it came to the answer. */
export interface Engine {
  readonly name: string;
  readonly traces: boolean;
  /** Makes the engine's own form of input; what comes back answers from it, and that alone is measured. */
  readonly ready: (question: Question) => () => Answer | Promise<Answer>;
}

export const PEERS = {
  'json-logic-engine': '5.0.7',
  'json-rules-engine': '7.3.1',
  publicodes: '1.10.3',
  '@gorules/zen-engine': '0.54.0',
};

export async function peerEngines(load: Load): Promise<Engine[]> {
  return [
    await jsonLogic(load),
    await jsonRules(load),
    await publicodes(load),
    await zen(load, false),
    await zen(load, true),
  ];
}

/** The facts of a question as a program reads them from JSON. */
const factsOf = ({ goods, options }: Question): { goods: number } & Record<string, number> =>
  JSON.parse(
    JSON.stringify({
      goods,
      ...Object.fromEntries(options.map((option, f) => [`f${f}`, option])),
    }),
  );

/** What all of them leave to the caller: floor of an exact quotient. */
const rounded = (exact: number) => Math.floor(exact / UNIT) * UNIT;

async function jsonLogic(load: Load): Promise<Engine> {
  const { LogicEngine } = (await load('json-logic-engine')) as {
    LogicEngine: new () => {
      addMethod(name: string, method: (args: number[]) => number): void;
      build(logic: unknown): (data: unknown) => unknown;
    };
  };
  const engine = new LogicEngine();
  engine.addMethod('floor', ([value]) => Math.floor(value ?? 0));
  const factor = (f: number) => {
    const is = (option: number) => ({ '==': [{ var: `f${f}` }, option] });
    return { if: POINTS.flatMap((points, option) => [is(option), points]) };
  };
  const goods = { var: 'goods' };
  const small = { '<': [goods, THRESHOLD] };
  const sum = engine.build({ '+': Array.from({ length: FACTORS }, (_, f) => factor(f)) });
  const least = engine.build({ if: [small, 5_000_000, { '*': [goods, 10] }] });
  const most = engine.build({ if: [small, 10_000_000, { '*': [goods, 20] }] });
  const total = { var: 'total' };
  const by = (each: (row: (typeof TIERS)[number]) => unknown) => {
    const [light, ordinary, heavy] = TIERS;
    return {
      if: [
        { '<': [total, light.to] },
        each(light),
        { '<': [total, ordinary.to] },
        each(ordinary),
        each(heavy),
      ],
    };
  };
  const tierOf = engine.build(by(({ tier }) => tier));
  const suggest = engine.build(
    by(({ from, to, low, high }) => {
      const width = (to ?? TOP) - from;
      const share = { '+': [low * width, { '*': [high - low, { '-': [total, from] }] }] };
      const span = { '-': [{ var: 'max' }, { var: 'min' }] };
      const exact = { '+': [{ '*': [{ var: 'min' }, 10_000 * width] }, { '*': [span, share] }] };
      return { '*': [{ floor: [{ '/': [exact, 10_000 * width * UNIT] }] }, UNIT] };
    }),
  );
  return {
    name: 'json-logic-engine (built)',
    traces: false,
    ready: (question) => {
      const data = factsOf(question);
      return () => {
        const range = { total: sum(data), min: Number(least(data)), max: Number(most(data)) };
        const tier = String(tierOf(range));
        const suggestion = Number(suggest(range));
        return { tier, min: range.min, max: range.max, suggestion };
      };
    },
  };
}

async function jsonRules(load: Load): Promise<Engine> {
  interface Run {
    run(
      facts: object,
    ): Promise<{ events: { type: string; params: Record<string, number | string> }[] }>;
  }
  const { Engine } = (await load('json-rules-engine')) as { Engine: new (rules: object[]) => Run };
  const rule = (fact: string, operator: string, value: number, type: string, params: object) => ({
    conditions: { all: [{ fact, operator, value }] },
    event: { type, params },
  });
  const points = Array.from({ length: FACTORS }, (_, f) =>
    POINTS.map((weight, option) => rule(`f${f}`, 'equal', option, 'points', { weight })),
  ).flat();
  const first = new Engine([
    ...points,
    rule('goods', 'lessThan', THRESHOLD, 'range', {
      min: 5_000_000,
      max: 10_000_000,
      low: 0,
      high: 0,
    }),
    rule('goods', 'greaterThanInclusive', THRESHOLD, 'range', {
      min: 0,
      max: 0,
      low: 10,
      high: 20,
    }),
  ]);
  const second = new Engine(
    TIERS.map(({ tier, from, to, low, high }) => ({
      conditions: {
        all: [
          { fact: 'total', operator: 'greaterThanInclusive', value: from },
          { fact: 'total', operator: 'lessThan', value: to ?? Number.MAX_SAFE_INTEGER },
        ],
      },
      event: { type: 'tier', params: { tier, from, width: (to ?? TOP) - from, low, high } },
    })),
  );
  return {
    name: 'json-rules-engine',
    traces: true,
    ready: (question) => {
      const facts = factsOf(question);
      return async () => {
        const { events } = await first.run(facts);
        let total = 0;
        let [min, max] = [0, 0];
        for (const { type, params } of events)
          if (type === 'points') total += Number(params.weight);
          else {
            min = Number(params.min) + facts.goods * Number(params.low);
            max = Number(params.max) + facts.goods * Number(params.high);
          }
        const found = (await second.run({ total })).events[0]?.params ?? {};
        const width = Number(found.width);
        const share =
          Number(found.low) * width +
          (Number(found.high) - Number(found.low)) * (total - Number(found.from));
        const exact = (min * 10_000 * width + (max - min) * share) / (10_000 * width);
        return { tier: String(found.tier), min, max, suggestion: rounded(exact) };
      };
    },
  };
}

async function publicodes(load: Load): Promise<Engine> {
  const { default: Publicodes } = (await load('publicodes')) as {
    default: new (
      rules: object,
      options: object,
    ) => {
      setSituation(situation: object): unknown;
      evaluate(name: string): { nodeValue: number };
    };
  };
  const rules: Record<string, unknown> = { goods: { question: 'goods' } };
  for (let f = 0; f < FACTORS; f += 1) {
    rules[`f${f}`] = { question: `f${f}` };
    rules[`p${f}`] = {
      variations: POINTS.map((points, option) =>
        option === 3 ? { sinon: points } : { si: `f${f} = ${option}`, alors: points },
      ),
    };
  }
  rules.total = { somme: Array.from({ length: FACTORS }, (_, f) => `p${f}`) };
  const small = (yes: unknown, no: unknown) => ({
    variations: [{ si: `goods < ${THRESHOLD}`, alors: yes }, { sinon: no }],
  });
  rules.min = small(5_000_000, 'goods * 10');
  rules.max = small(10_000_000, 'goods * 20');
  rules.span = 'max - min';
  const [light, ordinary, heavy] = TIERS;
  const by = (each: (row: (typeof TIERS)[number]) => unknown) => ({
    variations: [
      { si: `total < ${light.to}`, alors: each(light) },
      { si: `total < ${ordinary.to}`, alors: each(ordinary) },
      { sinon: each(heavy) },
    ],
  });
  rules.tier = by((row) => TIERS.indexOf(row));
  rules.offset = by(({ from }) => `total - ${from}`);
  rules.share = by(({ from, to, low, high }) => {
    const width = (to ?? TOP) - from;
    return `(${low * width} + ${high - low} * offset) / ${10_000 * width}`;
  });
  // In units of money and kept clear of the last binary place, which floats would lose at a whole number.
  rules.raw = 'min + span * share';
  const engine = new Publicodes(rules, { logger: { log() {}, warn() {}, error() {} } });
  return {
    name: 'publicodes',
    traces: true,
    ready: (question) => {
      const facts = factsOf(question);
      return () => {
        engine.setSituation(facts);
        const value = (name: string) => Number(engine.evaluate(name).nodeValue);
        const raw = value('raw');
        return {
          tier: TIERS[value('tier')]?.tier ?? '',
          min: value('min'),
          max: value('max'),
          suggestion: rounded(Math.round(raw * 1000) / 1000),
        };
      };
    },
  };
}

async function zen(load: Load, trace: boolean): Promise<Engine> {
  interface Decision {
    evaluate(context: object, options: object): Promise<{ result: Answer }>;
  }
  const { ZenEngine } = (await load('@gorules/zen-engine')) as {
    ZenEngine: new () => { createDecision(content: object): Decision };
  };
  const points = (f: number) => `(f${f} == 0 ? 0 : f${f} == 1 ? 3 : f${f} == 2 ? 6 : 10)`;
  const [light, ordinary, heavy] = TIERS;
  const by = (each: (row: (typeof TIERS)[number]) => string) =>
    `$.total < ${light.to} ? ${each(light)} : $.total < ${ordinary.to} ? ${each(ordinary)} : ${each(heavy)}`;
  const expressions = {
    total: Array.from({ length: FACTORS }, (_, f) => points(f)).join(' + '),
    min: `goods < ${THRESHOLD} ? 5000000 : goods * 10`,
    max: `goods < ${THRESHOLD} ? 10000000 : goods * 20`,
    tier: by(({ tier }) => `"${tier}"`),
    share: by(({ from, to, low, high }) => {
      const width = (to ?? TOP) - from;
      return `(${low * width} + ${high - low} * ($.total - ${from})) / ${width}`;
    }),
    suggestion: `floor(($.min * 10000 + ($.max - $.min) * $.share) / ${10_000 * UNIT}) * ${UNIT}`,
  };
  const decision = new ZenEngine().createDecision({
    nodes: [
      { id: 'in', name: 'in', type: 'inputNode', position: { x: 0, y: 0 } },
      {
        id: 'work',
        name: 'work',
        type: 'expressionNode',
        position: { x: 0, y: 0 },
        content: {
          expressions: Object.entries(expressions).map(([key, value]) => ({ id: key, key, value })),
        },
      },
      { id: 'out', name: 'out', type: 'outputNode', position: { x: 0, y: 0 } },
    ],
    edges: [
      { id: 'a', sourceId: 'in', targetId: 'work', type: 'edge' },
      { id: 'b', sourceId: 'work', targetId: 'out', type: 'edge' },
    ],
  });
  return {
    name: `@gorules/zen-engine${trace ? ' + trace' : ''}`,
    traces: trace,
    ready: (question) => {
      const facts = factsOf(question);
      return async () => {
        const { result } = await decision.evaluate(facts, { trace });
        const { tier, min, max, suggestion } = result;
        return { tier, min, max, suggestion };
      };
    },
  };
}
