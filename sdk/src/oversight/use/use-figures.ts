import type { FigureDefinition } from '../figure.ts';

const define = (
  id: string,
  zh: string,
  en: string,
  formula: readonly [zh: string, en: string],
): FigureDefinition => ({
  id: `use.${id}`,
  label: { zh, en },
  formula: { zh: formula[0], en: formula[1] },
  counts: 'case',
});

/** What is counted of the use of discretion. One case counts once, by its last decision or notice. */
export const USE_FIGURES = {
  cases: define('cases', '裁量案件', 'Cases', [
    '有可读监督码的案件数',
    'cases with a live code whose entry can be read',
  ]),
  compared: define('compared', '可比案件', 'Comparable cases', [
    '既有建议罚款又处以罚款的案件÷全部裁量案件',
    'cases with a suggested and an imposed fine ÷ all cases',
  ]),
  asSuggested: define('as-suggested', '与建议一致', 'As suggested', [
    '罚款等于建议的案件÷可比案件',
    'fine equal to the suggestion ÷ comparable cases',
  ]),
  lighter: define('lighter', '低于建议', 'Below the suggestion', [
    '罚款低于建议的案件÷可比案件',
    'fine below the suggestion ÷ comparable cases',
  ]),
  heavier: define('heavier', '高于建议', 'Above the suggestion', [
    '罚款高于建议的案件÷可比案件',
    'fine above the suggestion ÷ comparable cases',
  ]),
  notFined: define('not-fined', '有建议而未罚款', 'Suggested, not fined', [
    '建议罚款大于零而未罚款的案件÷建议罚款大于零的案件',
    'no fine though one was suggested ÷ cases with a suggested fine',
  ]),
  finedAnyway: define('fined-anyway', '不予处罚而有罚款', 'Fined under 不予', [
    '阶次为不予而有罚款的案件÷阶次为不予的案件',
    'fine in the tier of no penalty ÷ cases in that tier',
  ]),
  outside: define('outside', '罚款在幅度外', 'Outside the band', [
    '罚款低于幅度下限或高于上限的案件÷有幅度且处以罚款的案件',
    'fine below or above the band ÷ fined cases with a band',
  ]),
  reasoned: define('reasoned', '偏离有理由', 'Departures with a reason', [
    '记录了理由的偏离÷全部偏离（罚款不等于建议，或有建议而未罚款）',
    'departures with a reason on record ÷ all departures (fine not the suggestion, or none)',
  ]),
  unreasoned: define('unreasoned', '偏离无理由', 'Departures without a reason', [
    '没有记录理由的偏离÷全部偏离',
    'departures without a reason on record ÷ all departures',
  ]),
  tenth: define('tenth', '在幅度中的位置', 'Place in the band', [
    '罚款落在幅度该十分之一段的案件÷罚款在幅度内的案件；第0段含下限，第9段含上限',
    'fines in this tenth of their band ÷ fines inside their band; 0 holds the least, 9 the most',
  ]),
} as const;
