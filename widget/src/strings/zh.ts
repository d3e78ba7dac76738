import { formatFen, formatFenShort } from '@chidu/sdk/text';
import { FINDINGS_ZH, PASSES_ZH, STEPS_ZH } from '@chidu/sdk/verdict';
import { day, time } from './day-zh.ts';
import type { DecisionStrings } from './decision-zh.ts';
import type { DetailStrings } from './detail-zh.ts';
import type { LogStrings } from './log-zh.ts';
import type { ObjectionStrings } from './objection-zh.ts';
import type { OutlookStrings } from './outlook-zh.ts';
import type { RightsStrings } from './rights-zh.ts';

/** Every text of the element in Chinese: functions of codes and values. `en.ts` has the same keys. */
export const zh = {
  lang: 'zh-CN',
  wording: (text: { readonly zh: string; readonly en?: string | undefined }) => text.zh,
  day,
  time,
  money: (fen: number) =>
    fen >= 1_000_000 ? `${formatFen(fen)}（${formatFenShort(fen)}）` : formatFen(fen),
  moneyShort: (fen: number) => formatFenShort(fen),
  listed: (items: readonly string[]) => items.join('、'),

  title: '裁量监督码核验',
  neverPay: '本页不收任何款项。凡是扫码后要您付款、转账、填银行卡的，都是假的。',
  insecure:
    '您是用不加密的网址（http）打开本页的，网页本身在传送途中可能被人改动。请改用 https 网址，或者换一个网站再核一次。',
  checking: '正在核验……',
  loading: '正在载入……',
  empty: '没有收到监督码。请扫描文书上的监督码，或者用下面的办法输入。',
  otherwise:
    '换个办法核实：到作出处罚的机关窗口，或者拨打您自己查到的机关电话（不要用可疑文书上印的），报文号和核验码；也可以咨询 12345，或者在另一个政府网站上再核一次。',

  entry: {
    heading: '输入一枚监督码',
    text: '文号和核验码，或者监督码的网址、数字',
    submit: '核验',
    file: '或者选一张监督码的照片，或者一份核验存证文件（只在本机读取，不会上传）',
    reading: '正在读取……',
    noCode: '照片里没有读到监督码。请对正、靠近、避开反光再拍一张，或者输入文书上的网址。',
    noEvidence: '这不是监督码的照片，也不是核验存证文件。',
    notFound: '没有查到。请对照文书检查文号和核验码，例如：某市监罚告〔2026〕1号 1234-5678-9012。',
    noReader: '程序没有载入，请检查网络后再试。',
  },

  steps: {
    heading: '是真的吗',
    names: STEPS_ZH,
    pass: PASSES_ZH,
    findings: FINDINGS_ZH,
    states: { pass: '通过', fail: '不符', unknown: '未能核对' },
    skipped: '没有核对',
    pending: '正在核对',
    particulars: '逐项的核对时间和依据',
    tierNames: {
      waive: '不予',
      mitigate: '减轻',
      lighten: '从轻',
      ordinary: '一般',
      aggravate: '从重',
    },
    pointsOf: (points: number) => `${points}分`,
    again: (time: string, changed: string) =>
      `这是用${time}保存的核验存证重新核对的结果，${changed === '' ? '各项与当时相同。' : `与当时不同的有：${changed}。`}`,
    signedAndReplayed: (signed: string, replayed: string) =>
      `码中是${signed}，重新计算是${replayed}。`,
    nothing: '没有',
    range: (min: string, max: string) => `${min}至${max}`,
    summaryChecked: (authority: string, passed: number, open: number) =>
      `签名属实：这枚码由${authority}签发，内容没有改动。${passed}项通过${
        open > 0 ? `，${open}项未能核对` : ''
      }。`,
    summarySigned: (authority: string) =>
      `签名属实：这枚码由${authority}签发，内容没有改动。其余各项正在核对……`,
    summaryDiffers: (names: string) =>
      `签名属实，但是「${names}」一项不符。请向作出处罚的机关或监督机构问清楚。`,
    summaryStale: (authority: string) =>
      `签名与${authority}的密钥相符，但是信任名单已过更新日期：这把密钥近来有没有被撤销，现在不知道。`,
    summaryRefused: (reason: string) =>
      `没有通过核验。${reason}不能凭这枚码认定文书是真的，请不要付款，换个办法核实。`,
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
    why: '为了不让捡到照片的人看到处罚内容，请先输入监督码旁边印的核验码的最后四位数字。',
    label: '核验码最后四位',
    submit: '查看处罚内容',
    wrong: '不符。请看监督码旁边的十二位核验码，输入最后四位。',
    malformed: '请输入四位数字。',
  },

  decision: {
    heading: '处罚的内容和理由',
    unavailable: '处罚内容的说明没有载入，请检查网络后重新打开本页。',
  },

  rights: {
    heading: '您可以做什么，到什么时候',
    unavailable:
      '权利和期限的说明没有载入，请看文书。收到告知书的，陈述申辩和要求听证一般在收到后5个工作日内提出。',
  },

  limits: {
    heading: '这一页核对不了什么',
    open: '这次没有核对成的：',
    facts: '事实是不是真的：本页只核对签名和计算，不知道当时发生了什么。',
    person: '这份文书是不是发给您的：码里没有姓名，请看纸面上的当事人。',
    page: '这个网站自己的程序：本页挡得住被改动的数据，挡不住一个从头造假的网站。',
  },

  aloud: {
    read: '读给我听',
    stop: '停止朗读',
    copy: '复制要点',
    copied: '已复制。',
    silent: '这台设备没有朗读功能。',
  },

  print: '打印本页',
  sheet: '只打印要点',
  save: '保存核验存证',
  announce: (summary: string) => `核验完成。${summary}`,
};

/** The texts of one language; `zh` sets the keys. */
export type Strings = typeof zh & {
  /** What the parts say, where it is not Chinese: a part carries its Chinese itself. */
  readonly parts?: {
    readonly decision: DecisionStrings;
    readonly detail: DetailStrings;
    readonly log: LogStrings;
    readonly rights: RightsStrings;
    readonly outlook: OutlookStrings;
    readonly objection: ObjectionStrings;
  };
};
