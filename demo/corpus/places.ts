import { Dice } from './dice.ts';

/** An authority of an invented province. Codes begin with 99, which GB/T 2260 gives to nobody. */
export interface Place {
  readonly code: string;
  readonly prefecture: string;
  /** Empty for the prefecture's own authority. */
  readonly county: string;
  readonly authority: string;
  readonly level: 'prefecture' | 'county' | 'station';
  /** What document numbers begin with: 兰汀东市监. */
  readonly sign: string;
  /** Added to the share of the lawful range that factors alone would give: the habit of the place. */
  readonly severity: number;
  /** Which style its documents are mostly written in. */
  readonly style: number;
}

const PREFECTURES = '兰汀 云阙 青珂 汶原 鹭津 棠溪 岚州 朔屏 曲泽 丹霄 沅桥 竹浦 白麓 临珩'.split(
  ' ',
);
const COUNTIES = '东汀区 西屏区 南浦区 北辰桥区 河湾县 石径县 松埠县 青枫市'.split(' ');
const STATIONS = '城关 河东 工业园 柳巷'.split(' ');

/** 14 prefectures, 8 counties each, stations below some of them. Always the same. */
export const PLACES: readonly Place[] = PREFECTURES.flatMap((name, p) => {
  const dice = new Dice(9_900 + p);
  const severity = (dice.next() - 0.5) * 0.24;
  const style = dice.below(5);
  const prefecture = `${name}市`;
  const code = `99${String(p + 1).padStart(2, '0')}`;
  const own: Place = {
    code: `${code}00`,
    prefecture,
    county: '',
    authority: `${prefecture}市场监督管理局`,
    level: 'prefecture',
    sign: `${name}市监`,
    severity,
    style,
  };
  return [
    own,
    ...COUNTIES.flatMap((county, c): Place[] => {
      const base: Place = {
        ...own,
        code: `${code}${String(c + 1).padStart(2, '0')}`,
        county,
        authority: `${prefecture}${county}市场监督管理局`,
        level: 'county',
        sign: `${name}${county.slice(0, 1)}市监`,
        severity: severity + (dice.next() - 0.5) * 0.08,
        style: dice.chance(0.6) ? style : dice.below(5),
      };
      const station = dice.pick(STATIONS);
      return [
        base,
        { ...base, level: 'station', authority: `${base.authority}${station}市场监督管理所` },
      ];
    }),
  ];
});
