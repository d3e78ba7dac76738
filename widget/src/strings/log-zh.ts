/** What the part on the log says in Chinese. `log-en.ts` has the same keys. */
export const logZh = {
  heading: '监督日志里是怎么记的',
  what: '监督日志只增不改：每枚码签发时都登记一条，以后谁删、谁改都会被查出来。日志里没有姓名和金额。',
  place: '登记位置',
  placeOf: (index: number, size: number) => `第${index}条（日志当时共${size}条）`,
  entered: '登记时间',
  origin: '日志',
  witnesses: '见证方',
  witness: (name: string, time: string) => `${name}（${time}）`,
  save: '保存的核验存证里有这条登记的回执，以后没有网络也能证明。',
};

export type LogStrings = typeof logZh;
