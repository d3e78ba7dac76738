import { formatFen, formatFenShort } from '@chidu/sdk/text';
import { FINDINGS_ZH, PASSES_ZH, STEPS_ZH } from '@chidu/sdk/verdict';

const day = (text: string) => {
  const [year, month, date] = text.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};

/** Every text of the element in Chinese: functions of codes and values. `en.ts` has the same keys. */
export const zh = {
  lang: 'zh-CN',
  wording: (text: { readonly zh: string; readonly en?: string | undefined }) => text.zh,
  day,
  time: (at: Date) =>
    new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeStyle: 'short' }).format(at),
  money: (fen: number) =>
    fen >= 1_000_000 ? `${formatFen(fen)}（${formatFenShort(fen)}）` : formatFen(fen),
  moneyShort: (fen: number) => formatFenShort(fen),
  cite: (cite: {
    law: string;
    article: number;
    paragraph?: number | undefined;
    item?: number | undefined;
    version?: string | undefined;
  }) =>
    `《${cite.law}》${cite.version === undefined ? '' : `（${cite.version}）`}第${cite.article}条${
      cite.paragraph === undefined ? '' : `第${cite.paragraph}款`
    }${cite.item === undefined ? '' : `第${cite.item}项`}`,
  listed: (items: readonly string[]) => items.join('、'),

  title: '裁量监督码核验',
  neverPay: '本页不收任何款项。凡是扫码后要您付款、转账、填银行卡的，都是假的。',
  insecure:
    '您是通过不加密的网址（http）打开本页的：内容与签名相符，但网页本身在传送途中可能被人改动。请改用 https 网址，或者换一个网站再核一次。',
  checking: '正在核验……',
  empty: '没有收到监督码。请扫描文书上的监督码，或者使用文书上印的网址。',

  steps: {
    heading: '是真的吗',
    names: STEPS_ZH,
    pass: PASSES_ZH,
    findings: FINDINGS_ZH,
    states: { pass: '通过', fail: '不符', unknown: '未能核对' },
    skipped: '没有核对',
    particulars: '逐项的核对时间和依据',
    signedAndReplayed: (signed: string, replayed: string) =>
      `码中是${signed}，重新计算是${replayed}。`,
    nothing: '没有',
    range: (min: string, max: string) => `${min}至${max}`,
    summaryChecked: (authority: string, passed: number, open: number) =>
      `签名属实：这枚码由${authority}签发，内容没有改动。${passed}项通过${
        open > 0 ? `，${open}项未能核对` : ''
      }。`,
    summaryDiffers: (names: string) =>
      `签名属实，但是「${names}」一项不符。请向作出处罚的机关或监督机构问清楚。`,
    summaryRefused: (reason: string) =>
      `没有通过核验。${reason}不能凭这枚码认定文书是真的，请不要付款，并按文末的办法核实。`,
    summaryOpen: (reason: string) => `现在还不能判断真假。${reason}`,
    authorityUnknown: '信任名单所列的机关',
    provisional: '这枚码由执法人员的密钥签发，所在机关还没有启用自己的签名设备。',
    compare: '请与手中的纸面逐项核对，有一项不同，这枚码就不是这份文书的：',
    document: '文号',
    checkCode: '核验码',
    issued: '签发日期',
    authority: '机关',
  },

  gate: {
    heading: '请输入核验码的最后四位',
    why: '为了不让捡到照片的人看到处罚内容，请先输入文书上监督码旁边印的核验码的最后四位数字。',
    label: '核验码最后四位',
    submit: '查看处罚内容',
    wrong: '与这枚码的核验码不符。请看文书上监督码旁边的十二位数字，输入最后四位。',
    malformed: '请输入四位数字。',
  },

  decision: {
    heading: (proposed: boolean): string =>
      proposed ? '准备怎样处罚，为什么' : '作出了什么处罚，为什么',
    sample:
      '示例：这里用的裁量基准是为试用而编的，分值和档次不是任何机关的规定，不能作为处罚的依据。',
    proposedNote:
      '这是处罚之前的告知，还不是处罚决定。您的陈述申辩可能改变结果，并且不会因此加重处罚。',
    violation: '违法行为',
    violationUnknown: (id: string) => `编号 ${id}`,
    fine: (proposed: boolean): string => (proposed ? '拟罚款' : '罚款'),
    noFine: '没有罚款',
    kinds: '其他处罚',
    tier: '裁量阶次',
    points: '总分',
    pointsOf: (points: number) => `${points}分`,
    tiers: {
      1: '不予处罚',
      2: '减轻处罚',
      3: '从轻处罚',
      4: '一般处罚',
      5: '从重处罚',
    } as Readonly<Record<number, string>>,
    tierNames: {
      waive: '不予',
      mitigate: '减轻',
      lighten: '从轻',
      ordinary: '一般',
      aggravate: '从重',
    },
    kindNames: {
      1: '警告',
      2: '通报批评',
      3: '罚款',
      4: '没收违法所得',
      5: '没收非法财物',
      6: '暂扣许可证件',
      7: '降低资质等级',
      8: '吊销许可证件',
      9: '限制开展生产经营活动',
      10: '责令停产停业',
      11: '责令关闭',
      12: '限制从业',
      13: '行政拘留',
      14: '其他处罚',
    } as Readonly<Record<number, string>>,
    kindUnknown: (kind: number) => `第${kind}类处罚`,
    where: '这笔罚款在法律允许的幅度里处于什么位置',
    drawing: (lawful: string, tier: string, band: string, fine: string) =>
      `法律允许的罚款幅度是${lawful}。按裁量基准，本案属于「${tier}」，这一档是${band}。罚款${fine}，在这一档之内。`,
    outside: (lawful: string, tier: string, band: string, fine: string) =>
      `法律允许的罚款幅度是${lawful}。重新计算属于「${tier}」，这一档是${band}。罚款${fine}，不在这一档之内。`,
    below: (lawful: string, band: string, fine: string) =>
      `法律允许的罚款幅度是${lawful}。因为有法定的减轻情节，在最低额以下处罚，即${band}。罚款${fine}。`,
    factors: '考虑了哪些因素',
    factor: '因素',
    option: '认定的情形',
    score: '分值',
    total: '合计',
    evidence: '应当有的证据：',
    evidenceNote: '证据由执法机关收集和保存，您可以在陈述申辩时要求说明。',
    factorUnknown: (factor: number) => `因素 ${factor}`,
    optionUnknown: (option: number) => `第 ${option} 档`,
    how: '一步一步是怎么算出来的',
    notReplayed: '裁量规则没有取得或没有通过核对，下面只有码中的编号和数字，没有文字说明。',
  },

  law: {
    heading: '法律怎么规定',
    basis: '处罚依据',
    prohibition: '违反的规定',
    from: (from: string, to: string | null) =>
      to === null
        ? `这一版本自${day(from)}起施行。`
        : `这一版本自${day(from)}起施行，${day(to)}起不再适用。`,
    range: '本案情形下法律允许的罚款',
    mayAlsoNot: '法律写的是“可以”罚款，也可以不罚款。',
    orders: '同时责令（不是处罚）',
    doubts: {
      'from-not-seen-in-source': '施行日期在所据文本中没有见到，请以公布的法律文本为准。',
      'from-is-adoption-date': '这里的施行日期是通过日期，请以公布的法律文本为准。',
      'prohibition-not-recorded': '违反的具体条款没有收录，请看文书。',
    } as Readonly<Record<string, string>>,
    benchmark: '裁量基准',
    publisher: '制定机关',
    publication: '公布',
    published: (number: string, date: string) => `${number}，${day(date)}公布`,
    unpublished: '没有公布信息。行政处罚法第34条要求裁量基准向社会公布。',
    place: '所在位置',
    unknown: '裁量规则没有取得或没有通过核对，无法说明依据的条文。请看文书上写的处罚依据。',
  },

  rights: {
    heading: '您可以做什么，到什么时候',
    loading: '正在载入权利和期限……',
    unavailable:
      '权利和期限的说明没有载入，请看文书。收到告知书的，陈述申辩和要求听证一般在收到后5个工作日内提出。',
    clocks: '扫码、看本页、提出异议，都不算送达，也不会让任何期限停下来。',
  },

  object: {
    heading: '认为裁量不公，怎么提出异议',
    what: '异议是向监督机构反映裁量有没有按规则办。监督机构会看，但法律没有给它规定答复期限。',
    notStatement:
      '异议不是陈述申辩，不是听证申请，也不是复议或诉讼，不能代替它们，也不会让它们的期限停下来。要用上面的权利，请在期限内办理。',
    court: '已经申请复议或者起诉的，由复议机关或法院处理，监督机构不再重复处理。',
    channels: '可以用下列方式提出（本页暂不能在线提交）：',
    none: '信任名单里没有登记这个机关的异议渠道。请拨打 12345，或者到本级人民政府的司法行政部门反映。',
  },

  limits: {
    heading: '这一页核对不了什么',
    open: '这次没有核对成的：',
    facts: '事实是不是真的：本页只核对签名和计算，不知道当时发生了什么。',
    person: '这份文书是不是发给您的：码里没有姓名，请看纸面上的当事人。',
    page: '这个网站自己的程序：本页挡得住被改动的数据，挡不住一个从头造假的网站。不放心的话，用文号和核验码拨打 12345 或到机关窗口核实，或者把网址复制到另一个政府网站上再核一次。',
    served: '扫码不是送达：只有依法送达的文书才有效力。',
  },

  print: '打印本页',
  announce: (summary: string) => `核验完成。${summary}`,
};

/** The texts of one language; `zh` sets the keys. */
export type Strings = typeof zh;
