import { cite } from './cite-zh.ts';
/** What the chunk of rights says in Chinese. `rights-en.ts` has the same keys. */
export const rightsZh = {
  cite,
  serviceLabel: '您收到文书的日期',
  serviceHelp: '填写在送达回证上签收的日期，就能算出最后一天。只在本页计算，不会上传。',
  until: (last: string) => `最后一天：${last}`,
  past: (last: string) => `最后一天是${last}，已经过了。`,
  yearUnknown: (year: number, bound: string) =>
    `${year}年的放假安排还没有公布，只能算出不早于${bound}，请以机关答复为准。`,
  lead: (ways: readonly string[]) => `您可以做的：${ways.join('；')}。`,
  perhaps: (label: string) => `${label}（符合条件的）`,
  /** One right in short; `last` is the sentence about its last day, where the day of service is known. */
  inShort: (
    label: string,
    length: string,
    starts: 'service' | 'decision' | 'reconsideration',
    last: string | null,
  ) =>
    `${label}，${starts === 'service' ? '收到这份文书后' : '收到处罚决定书后'}${length}内${
      last === null ? '' : `（${last.replace(/。$/, '')}）`
    }`,
  clocks: '扫码、看本页、提出异议，都不算送达，也不会让任何期限停下来。',
  counting: '收到的当天不算；最后一天是节假日的，顺延到节假日后的第一个工作日。',
  replyBy: (last: string) => `文书写明的最后一天：${last}`,
  length: (unit: 'working-day' | 'calendar-day' | 'month' | 'year', length: number) =>
    `${length}${{ 'working-day': '个工作日', 'calendar-day': '日', month: '个月', year: '年' }[unit]}`,
  starts: {
    service: '从收到这份文书的次日起算',
    decision: '从收到处罚决定书的次日起算，现在还没有开始',
    reconsideration: '从收到复议决定书的次日起算',
  },
  texts: {
    statement:
      '向作出处罚的机关说明事实、理由和证据，书面、口头都可以。机关必须复核，有道理的必须采纳，不得因此加重处罚。逾期视为放弃。',
    'hearing-request': '听证不收费，可以自己参加，也可以委托一至二人。逾期视为放弃。',
    pay: '按决定书写明的方式缴纳，从不在本页缴纳。逾期不缴的，每日按罚款的3%加处罚款，加处的数额不超过罚款本身。确有困难的，可以书面申请延期或者分期。',
  } as Readonly<Record<string, string>>,
  /** What there is to say, in place of the text above, once the last day has passed. */
  late: {
    statement:
      '过了这一天，法律上视为放弃陈述申辩。处罚决定还没有作出的，仍可以联系机关说明，收不收由机关决定；决定作出以后，可以申请行政复议或者起诉。',
    'hearing-request':
      '过了这一天，法律上视为放弃听证。处罚决定作出以后，可以申请行政复议或者起诉。',
    reconsider:
      '过了这一天，复议机关一般不再受理。因为不可抗力或者有其他正当理由耽误的，请向复议机关说明，从障碍消除的那天起继续计算。',
    sue: '过了这一天，法院一般不再受理。不是您自己的原因耽误的时间不算在内，请向法院说明。',
    'sue-metering':
      '过了这一天，法院一般不再受理。不是您自己的原因耽误的时间不算在内，请向法院说明。',
  } as Readonly<Record<string, string>>,
  hearing: {
    stated: '这份文书就是听证告知书，您可以要求听证。',
    kind: '本案的处罚种类属于可以要求听证的范围。',
    amount: '罚款数额达到了听证标准（自然人1万元、单位10万元），您可以要求听证。',
    'amount-person':
      '当事人是自然人的，罚款数额达到了听证标准（1万元），可以要求听证；是单位的，罚款满10万元，或者没收数额满10万元，才可以。个体工商户按哪一种，看文书的告知。',
    'unknown-sum':
      '罚款数额没有达到听证标准（自然人1万元、单位10万元）；没收的违法所得和财物合计达到的，也可以要求听证。码里没有没收的数额，请看文书。',
    below: '罚款数额没有达到全国统一的听证标准（自然人1万元、单位10万元）。',
    locked: '能不能要求听证，要看处罚的种类和数额，输入四位数字后显示。',
    local: '省里可能规定了不同的数额，以文书的告知为准。',
  },
  before: '收到处罚决定书之后，不服的还可以：',
  after: '对决定不服的：',
  where:
    '行政复议向作出决定的机关的本级人民政府提出，不是向上一级市场监管局；由国家市场监督管理总局作出的，向总局提出。',
  unknownWays:
    '裁量规则没有取得，无法判断复议和起诉有没有特别的期限（价格、计量案件有）。请看文书上写的救济途径和期限。',
  advice:
    '本页说的是法律和规则怎么规定，是信息，不是法律意见。想听意见，可以问律师，或者拨打12348公共法律服务热线。',
  basis: (cites: string) => `依据：${cites}`,
  object: {
    heading: '认为裁量不公，怎么提出异议',
    what: '异议是向监督机构反映裁量有没有按规则办。监督机构会看，但法律没有给它规定答复期限。',
    notStatement:
      '异议不是陈述申辩，不是听证申请，也不是复议或诉讼，不能代替它们，也不会让它们的期限停下来。要用上面的权利，请在期限内办理。',
    complaint: '反映经营者问题的投诉举报是另一回事，不在这里办。',
    court: '已经申请复议或者起诉的，由复议机关或法院处理，监督机构不再重复处理。',
    channels: '可以用下列方式提出：',
    none: '信任名单里没有登记这个机关的异议渠道。请拨打 12345，或者到本级人民政府的司法行政部门反映。',
  },
};

export type RightsStrings = typeof rightsZh;
