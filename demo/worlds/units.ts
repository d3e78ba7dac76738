import type { Organisation, Unit } from '@chidu/sdk/oversight';
import { creditCode } from './credit-code.ts';

/** Prefectures of an invented province. Codes begin with 99, which GB/T 2260 gives to nobody. */
const PREFECTURES =
  '兰汀 云阙 青珂 汶原 鹭津 棠溪 岚州 朔屏 曲泽 丹霄 沅桥 竹浦 白麓 临珩 淇澳 苍霞 澧塘'.split(' ');
const COUNTIES = '东汀区 西屏区 南浦区 河湾县 石径县 松埠县 青枫市'.split(' ');

export interface ProvinceSize {
  readonly prefectures: number;
  readonly counties: number;
  readonly stations: number;
  readonly people: number;
}

/** 省局, 市州局, 县区局, 所: counties spread evenly over prefectures, stations over counties, people by level. */
export function province(name: string, size: ProvinceSize): Organisation {
  const { prefectures, counties, stations, people } = size;
  const top: Unit = {
    id: 'p',
    parent: null,
    name: `${name}市场监督管理局`,
    level: 'province',
    authority: creditCode('990000', 1),
    region: '990000',
    people: 0,
  };
  const middle = Array.from({ length: prefectures }, (_, i): Unit => {
    const region = `99${two(i + 1)}00`;
    return {
      id: `c${i + 1}`,
      parent: top.id,
      name: `${PREFECTURES[i]}市市场监督管理局`,
      level: 'prefecture',
      authority: creditCode(region, 1),
      region,
      people: 104,
    };
  });
  const below = Array.from({ length: counties }, (_, i): Unit => {
    const [above, nth] = [i % prefectures, Math.floor(i / prefectures)];
    const region = `99${two(above + 1)}${two(nth + 1)}`;
    return {
      id: `d${i + 1}`,
      parent: `c${above + 1}`,
      name: `${PREFECTURES[above]}市${COUNTIES[nth]}市场监督管理局`,
      level: 'county',
      authority: creditCode(region, 1),
      region,
      people: 38,
    };
  });
  const leaves = Array.from({ length: stations }, (_, i): Unit => {
    const above = below[i % counties] as Unit;
    return {
      id: `s${i + 1}`,
      parent: above.id,
      name: `${above.name.slice(0, -7)}第${Math.floor(i / counties) + 1}市场监督管理所`,
      level: 'station',
      authority: null,
      region: null,
      people: 5,
    };
  });
  const placed = [...middle, ...below, ...leaves].reduce((sum, unit) => sum + unit.people, 0);
  return {
    format: 'chidu-organisation/1',
    name: `${name}市场监管`,
    units: [{ ...top, people: people - placed }, ...middle, ...below, ...leaves],
  };
}

const two = (number: number): string => String(number).padStart(2, '0');
