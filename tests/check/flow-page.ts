import { OBJECTION_STATES, OBJECTION_STEPS } from '../../sdk/src/api/objection-flow.ts';
import { CLUE_STATES, CLUE_STEPS } from '../../sdk/src/oversight/clues/flow.ts';
import { TASK_STATES, TASK_STEPS } from '../../sdk/src/oversight/liaison/flow.ts';
import { SUPERVISION_STATES, SUPERVISION_STEPS } from '../../sdk/src/oversight/supervision/flow.ts';

/** A flow as data: where a matter can be, and what leads on. */
export interface Flow {
  readonly title: string;
  /** The first is where every matter begins. */
  readonly states: Readonly<Record<string, { readonly zh: string; readonly en: string }>>;
  readonly steps: Readonly<
    Record<
      string,
      {
        readonly zh: string;
        readonly by: string | readonly string[];
        readonly from: readonly string[];
        /** Null: it stays where it is. */
        readonly to: string | null;
      }
    >
  >;
}

/** A step of a task leads to another state from each: a row for every state that it leads to. */
const taskSteps: Flow['steps'] = Object.fromEntries(
  Object.entries(TASK_STEPS).flatMap(([name, { zh, by, ways }]) =>
    [...Map.groupBy(Object.entries(ways), ([, to]) => to)].map(([to, from]) => [
      `${name} ${to}`,
      { zh, by, from: from.map(([state]) => state), to },
    ]),
  ),
);

const FLOWS: readonly Flow[] = [
  { title: '异议 Objection', states: OBJECTION_STATES, steps: OBJECTION_STEPS },
  { title: '线索 Clue', states: CLUE_STATES, steps: CLUE_STEPS },
  { title: '监督案件 Supervision case', states: SUPERVISION_STATES, steps: SUPERVISION_STEPS },
  { title: '联动任务 Task to another body', states: TASK_STATES, steps: taskSteps },
];

const WHO: Readonly<Record<string, string>> = {
  supervisor: '监督机构',
  officer: '执法人员',
  head: '执法机关负责人',
  lead: '牵头监督机构',
  unit: '各单位',
  holder: '承办单位',
  service: '期限届满时系统自动',
};

/** The states of a flow as a diagram that Markdown viewers draw (https://mermaid.js.org/syntax/stateDiagram.html). */
export function diagram({ states, steps }: Flow): string {
  const ids = Object.keys(states);
  const nodeOf = (state: string): string => `s${ids.indexOf(state)}`;
  const arrows = Object.values(steps).flatMap(({ zh, from, to }) =>
    from.map((state) => `  ${nodeOf(state)} --> ${nodeOf(to ?? state)} : ${zh}`),
  );
  const left = new Set(Object.values(steps).flatMap(({ from, to }) => (to === null ? [] : from)));
  const ends = ids.filter((state) => !left.has(state) || isEnd(states[state]));
  return [
    'stateDiagram-v2',
    ...ids.map((state) => `  ${nodeOf(state)} : ${states[state]?.zh}`),
    `  [*] --> ${nodeOf(ids[0] ?? '')}`,
    ...arrows,
    ...ends.map((state) => `  ${nodeOf(state)} --> [*]`),
  ].join('\n');
}

/** A state where nobody's turn it is. */
const isEnd = (state: object | undefined): boolean =>
  state !== undefined &&
  (('open' in state && state.open === false) || ('who' in state && state.who === null));

function table({ states, steps }: Flow): string {
  const rows = Object.values(steps).map(({ zh, by, from, to }) => {
    const names = (of: readonly string[]) => of.map((state) => states[state]?.zh).join(' / ');
    const who = [by].flat().map((one) => WHO[one] ?? one);
    return `| ${zh} | ${who.join('、')} | ${names(from)} | ${to === null ? '不变' : names([to])} |`;
  });
  return ['| 步骤 | 由谁 | 从 | 到 |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** `sdk/docs/flows.md`: every flow drawn from the data that the service runs by. */
export const flowPage = (): string =>
  `${[
    '# 流程 Flows',
    'Where an objection, a clue, a supervision case and a task to another body can be, and who leads it on. Drawn from the data that\nthe service itself runs by (`npm run docs`); a gate holds the two equal.',
    ...FLOWS.flatMap((flow) => [
      `## ${flow.title}`,
      `\`\`\`mermaid\n${diagram(flow)}\n\`\`\``,
      table(flow),
    ]),
  ].join('\n\n')}\n`;
