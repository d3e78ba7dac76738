/** What the part on the detail document says in Chinese. `detail-en.ts` has the same keys. */
export const detailZh = {
  heading: '查看详情文书',
  why: '详情文书只给当事人看。请填写文书上的名称和完整的证件号码，与签发时的登记相符才会打开。',
  name: '当事人名称（姓名）',
  number: '完整的身份证号或统一社会信用代码',
  submit: '打开详情文书',
  asking: '正在打开……',
  incomplete: '请把名称和号码都填上。',
  refused: '打不开：名称或号码不符，或者这枚码没有详情文书。试得太多也会暂时打不开。',
  altered: '取得的文书与签发时的不是同一份，不予显示。请向作出处罚的机关或监督机构反映。',
  unreachable: '现在连不上服务，请稍后再试。',
  same: '已打开，与签发时的是同一份。',
  save: '保存详情文书',
};

export type DetailStrings = typeof detailZh;
