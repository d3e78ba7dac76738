/** What was masked in a row, for the report: never the value itself. */
export interface Masked {
  readonly kind: 'name' | 'trade-name' | 'id-number' | 'phone' | 'card';
  /** How many times it stood there. */
  readonly count: number;
}

/** What a row says about persons, beside its texts. */
export interface Persons {
  /** Full names: the party that is a natural person, its representatives, the operator of a shop. */
  readonly names: readonly string[];
  /** Name of a sole trader (个体工商户), whose name often is a person's. */
  readonly trade?: string | undefined;
}

const COMPOUND =
  '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 令狐';
/** The commonest surnames, which cover some 97 in a hundred persons. */
const SURNAMES =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫房裘缪干解应宗丁宣邓郁单杭洪包左石崔吉龚程邢裴陆荣翁荀羊惠甄曲封芮储靳段巫焦巴牧山谷车侯全班仰秋仲伊宫宁仇栾甘厉祖武符刘景詹束龙叶幸司黎溥印怀蒲从鄂索赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳姬申扶堵冉宰郦雍桑桂濮牛寿边扈燕冀浦尚农温别庄晏柴瞿阎充慕连茹习艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄欧殳沃利蔚越隆师巩聂晁勾敖融冷辛阚简饶曾沙鞠丰巢关相查荆游权肖涂岳覃宓佟佘肇';

const ROLE =
  '法定代表人|负责人|经营者|投资人|委托代理人|代理人|业主|店主|老板|店长|厂长|经理|员工|店员|业务员|驾驶员|厨师|证人|举报人|投诉人|原告|被告|第三人|上诉人|申请人|消费者|顾客|购买人|患者|联系人|姓名';
const SURNAME = `(?:${COMPOUND.replaceAll(' ', '|')}|[${SURNAMES}])`;
/** A role, a name of two to four characters that begins with a surname, and what can follow a name. */
const NAMED = new RegExp(
  `(?:${ROLE})[:：为是系]?\\s?(${SURNAME}[\\u4e00-\\u9fa5·]{1,2}?)(?=[，,。；;、（()）\\s:：]|$|[的在于与和向从将把被因称说述表承陈签提认诉请不未没已无自擅按正销使购经持进生加违])`,
  'g',
);
/** Words that begin like a name. */
const WORD = new RegExp(
  `^(?:${'应当 应该 应在 应于 应按 关于 明知 明确 明显 时候 时间 时任 于是 方面 方可 成为 成立 成本 向其 平时 平台 常年 常常 全部 全体 全程 全年 单位 单独 任何 任意 安排 安全 安装 管理 计算 项目 许可 许诺 支付 能够 能否 从事 从业 从未 文件 包装 包括 解释 满意 别人 空调 容器 冷藏 冷冻 广告 利用 利润 何时 张贴 水果 白酒 花生 黄酒 金额 马上 施工 双方 温度 高度 高于 路边 国家 相关 相互 关系 毛利 连续 连同 牛肉 羊肉 米面 米粉 农村 农产 储存 柴油 石油 党员 步行 车间 边境 沙发 和其 元旦 越过 司机 祝贺 易于 公开 沃尔'.replaceAll(' ', '|')})`,
);
const ID_NUMBER =
  /(?<![\dA-Za-z])[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/g;
const PHONE = /(?<![\d.])(?:1[3-9]\d{9}|0\d{2,3}-\d{7,8})(?!\d)/g;
const CARD = /(?<!\d)\d{16,19}(?!\d)/g;

/**
 * Texts without the names of natural persons (张某), the names of sole traders, numbers of identity cards, telephones and bank
 * cards, and what was masked. Names are those that the source states, and those behind a word of a role.
 */
export function maskPersons(
  texts: Readonly<Record<string, string>>,
  persons: Persons,
): { readonly texts: Record<string, string>; readonly masked: readonly Masked[] } {
  const counts = new Map<Masked['kind'], number>();
  const replace = (text: string, what: string | RegExp, by: string, kind: Masked['kind']) => {
    const parts = text.split(what);
    if (parts.length > 1) counts.set(kind, (counts.get(kind) ?? 0) + parts.length - 1);
    return parts.join(by);
  };
  const names = new Set(persons.names.filter(isUnmasked));
  for (const text of Object.values(texts)) {
    for (const [, name = ''] of text.matchAll(NAMED)) if (isUnmasked(name)) names.add(name);
  }
  const longest = [...names].sort((a, b) => b.length - a.length);
  const masked = Object.entries(texts).map(([key, text]) => {
    let clean = text;
    if (persons.trade)
      clean = replace(clean, persons.trade, maskedTrade(persons.trade), 'trade-name');
    for (const name of longest) clean = replace(clean, name, maskedName(name), 'name');
    clean = replace(clean, ID_NUMBER, '（证件号略）', 'id-number');
    clean = replace(clean, PHONE, '（电话略）', 'phone');
    clean = clean.replace(CARD, (digits) => {
      if (!isLuhn(digits)) return digits;
      counts.set('card', (counts.get('card') ?? 0) + 1);
      return '（账号略）';
    });
    return [key, clean] as const;
  });
  const list = [...counts].map(([kind, count]) => ({ kind, count }));
  return { texts: Object.fromEntries(masked), masked: list };
}

/** 张三 → 张某, 欧阳三 → 欧阳某. */
export function maskedName(name: string): string {
  const compound = COMPOUND.split(' ').find((one) => name.startsWith(one));
  return `${compound ?? name.slice(0, 1)}某`;
}

/** 兰汀市东汀区张三副食店 → 某副食店: the trade stays, for cases of a trade are alike. */
export function maskedTrade(name: string): string {
  const trade =
    /(?:[^\s]{2})?(?:店|铺|馆|行|部|摊|超市|餐厅|饭庄|酒楼|诊所|药房|商场|工作室|厂|中心|坊|站|屋|吧|档|社|园|院)$/.exec(
      name,
    );
  return `某${trade?.[0] ?? '个体工商户'}`;
}

/** Whether a name can be a natural person's: two to four characters that begin with a surname, and no word of a firm. */
export function isPersonName(name: string): boolean {
  return (
    new RegExp(`^${SURNAME}[\\u4e00-\\u9fa5]{1,2}$`).test(name) &&
    !/(?:公司|店|厂|部|行|社|馆|院|所|局|中心|超市|集团)$/.test(name)
  );
}

const isUnmasked = (name: string) =>
  name.length >= 2 && !/[某×*＊xX]/.test(name) && !WORD.test(name);

/** The check digit of bank cards (ISO/IEC 7812). */
function isLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
