import { TIERS } from '../../rules/tiers.ts';
import { LEVELS, RULES } from '../alerts/index.ts';
import { placeId } from '../events/event.ts';
import { count, type Figure, type FigureDefinition, share } from '../figure.ts';
import { grouped } from '../grouped.ts';
import { useOf } from '../use/index.ts';
import { BOARD_STAGES, type BoardCase } from './board.ts';
import { define } from './define-figure.ts';

/** What the screen counts itself; the rest of its figures have their definitions in `use`, `indicators` and `clues`. */
export const BOARD_FIGURES = {
  cases: define(
    'cases',
    'case',
    ['案件', 'Cases'],
    ['首条登记在期内的案件数', 'cases whose first entry lies in the period'],
  ),
  open: define(
    'open',
    'case',
    ['在办案件', 'Cases under way'],
    [
      '没有看到结案环节、也没有不予处罚决定的案件÷全部案件',
      'cases without a closing seen and without a decision of no penalty ÷ all cases',
    ],
  ),
  coded: define(
    'coded',
    'case',
    ['附有监督码', 'Cases with a code'],
    ['至少签发过一枚监督码的案件÷全部案件', 'cases with at least one code issued ÷ all cases'],
  ),
  viewed: define(
    'viewed',
    'case',
    ['当事人扫过码', 'Codes looked at'],
    [
      '至少一枚码被查看过的案件÷附有监督码的案件',
      'cases a code of which was looked at ÷ cases with a code',
    ],
  ),
  objected: define(
    'objected',
    'case',
    ['有异议', 'Cases objected to'],
    ['当事人提过异议的案件÷附有监督码的案件', 'cases with an objection ÷ cases with a code'],
  ),
  answered: define(
    'answered',
    'entry',
    ['异议已答复', 'Objections answered'],
    ['已有答复结果的异议÷全部异议', 'objections with a result ÷ all objections'],
  ),
  upheld: define(
    'upheld',
    'entry',
    ['异议成立', 'Objections upheld'],
    [
      '全部或部分成立的异议÷已答复的异议',
      'objections upheld in whole or part ÷ objections answered',
    ],
  ),
  remedied: define(
    'remedied',
    'case',
    ['复议或诉讼', 'Reconsideration or suit'],
    [
      '登记过行政复议或行政诉讼的案件÷全部案件',
      'cases with reconsideration or a suit entered ÷ all cases',
    ],
  ),
  alerted: define(
    'alerted',
    'case',
    ['有预警', 'Cases with an alert'],
    [
      '至少有一条预警（不含提前提醒）的案件÷全部案件',
      'cases with at least one alert, early warnings left out ÷ all cases',
    ],
  ),
  overdue: define(
    'overdue',
    'case',
    ['期限已过', 'Past a period'],
    [
      '有期限已过的预警的案件÷全部案件',
      'cases with an alert whose last day has passed ÷ all cases',
    ],
  ),
  alerts: define(
    'alerts',
    'alert',
    ['预警', 'Alerts'],
    [
      '该级的预警÷全部预警，不含提前提醒',
      'alerts of the level ÷ all alerts, early warnings left out',
    ],
  ),
  rule: define(
    'rule',
    'alert',
    ['按规则的预警', 'Alerts by rule'],
    [
      '该规则的预警÷全部预警，不含提前提醒',
      'alerts of the rule ÷ all alerts, early warnings left out',
    ],
  ),
  warnings: define(
    'warnings',
    'alert',
    ['提前提醒', 'Early warnings'],
    ['期限未到的提醒数', 'warnings before the last day of a period'],
  ),
  stage: define(
    'stage',
    'case',
    ['环节', 'Stage reached'],
    ['最后看到该环节的案件÷全部案件', 'cases that got as far as the stage ÷ all cases'],
  ),
  tier: define(
    'tier',
    'case',
    ['裁量阶次', 'Tier'],
    ['该阶次的案件÷有可读监督码的案件', 'cases of the tier ÷ cases with a code that can be read'],
  ),
  began: define(
    'began',
    'case',
    ['各月案件', 'Cases by month'],
    ['首条登记在该月的案件数', 'cases whose first entry lies in the month'],
  ),
} as const;

const F = BOARD_FIGURES;
const idsOf = (cases: readonly BoardCase[]): string[] => cases.map(({ id }) => id);

/** Every figure of the screen over the cases that a filter left: those above and the use of discretion. */
export function boardFigures(cases: readonly BoardCase[]): Figure[] {
  const all = idsOf(cases);
  const coded = cases.filter(({ history }) => history.codes.length > 0);
  const among = (
    definition: FigureDefinition,
    base: readonly BoardCase[],
    holds: (one: BoardCase) => boolean,
    scope = {},
  ): Figure => share(definition, { part: idsOf(base.filter(holds)), of: idsOf(base), scope });

  const objections = cases.flatMap(({ history }) => history.objections);
  const answered = objections.filter(({ result }) => result !== null);
  const entries = (of: typeof objections) => of.map(({ place }) => placeId(place));
  const alerts = cases.flatMap((one) => one.alerts.filter(({ warning }) => !warning));
  const warnings = cases.flatMap((one) => one.alerts.filter(({ warning }) => warning));
  const alertIds = (of: typeof alerts) => of.map(({ id }) => id);
  const exercised = cases.filter(({ exercise }) => exercise !== null);

  return [
    count(F.cases, all),
    among(F.open, cases, isOpen),
    share(F.coded, { part: idsOf(coded), of: all }),
    among(F.viewed, coded, ({ history }) => history.codes.some(({ firstViewed }) => firstViewed)),
    among(F.objected, coded, ({ history }) => history.objections.length > 0),
    share(F.answered, { part: entries(answered), of: entries(objections) }),
    share(F.upheld, {
      part: entries(answered.filter(({ result }) => result !== 'not-upheld')),
      of: entries(answered),
    }),
    among(F.remedied, cases, ({ history }) => history.remedies.length > 0),
    among(F.alerted, cases, (one) => one.alerts.some(({ warning }) => !warning)),
    among(F.overdue, cases, isOverdue),
    ...LEVELS.toReversed().map((level) =>
      share(F.alerts, {
        part: alertIds(alerts.filter((alert) => alert.level === level)),
        of: alertIds(alerts),
        scope: { level },
      }),
    ),
    ...RULES.map(({ id: rule }) =>
      share(F.rule, {
        part: alertIds(alerts.filter((alert) => alert.rule === rule)),
        of: alertIds(alerts),
        scope: { rule },
      }),
    ),
    count(F.warnings, alertIds(warnings)),
    ...BOARD_STAGES.map((stage) => among(F.stage, cases, (one) => one.stage === stage, { stage })),
    ...TIERS.map((tier) =>
      among(F.tier, exercised, ({ exercise }) => exercise?.tier === tier, { tier }),
    ),
    ...grouped(cases, ({ began }) => began.slice(0, 7)).map(([month, own]) =>
      count(F.began, idsOf(own), { month }),
    ),
    ...useOf(exercised.flatMap(({ exercise }) => exercise ?? [])),
  ];
}

/** Under way: no closing was seen, and nothing was decided that ends it at once. */
export const isOpen = ({ stage, exercise }: BoardCase): boolean =>
  stage !== 'closed' && exercise?.state !== 'none';

export const isOverdue = ({ alerts }: BoardCase): boolean =>
  alerts.some(({ days }) => days !== null && days < 0);
