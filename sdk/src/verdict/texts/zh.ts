import type { FindingCode, StepId } from '../verdict.ts';

/** What a party reads, by code. */
export const STEPS_ZH: Readonly<Record<StepId, string>> = {
  trust: '信任名单',
  code: '监督码的格式',
  key: '签发机关',
  signature: '签名',
  rule: '裁量规则',
  replay: '重新计算',
  log: '监督日志',
  status: '是否撤回或更正',
};

export const PASSES_ZH: Readonly<Record<StepId, string>> = {
  trust: '已取得信任名单，并在更新期内。',
  code: '监督码完整，按规定的格式读出。',
  key: '签发所用的密钥登记在信任名单里，有权代表该机关，签发日期在有效期内。',
  signature: '内容自签发以来一个字也没有改动。',
  rule: '找到了签发时所用的裁量规则，与码中的指纹一致。',
  replay: '用码中的事实和分值重新计算，裁量阶次和罚款幅度一致，拟罚金额在幅度之内。',
  log: '已登记在监督日志里。',
  status: '没有被撤回、更正或改变。',
};

export const FINDINGS_ZH: Readonly<Record<FindingCode, string>> = {
  format: '这不是裁量监督码，或者只有一部分。',
  digits: '码中的数字有误：可能抄错、漏扫，或者被改动。',
  envelope: '码的结构不完整，不是按格式签发的。',
  header: '码的抬头无法识别。',
  'unknown-key': '签发所用的密钥不在信任名单里，不能认定是执法机关签发的。',
  algorithm: '签名算法与信任名单里登记的不一致。',
  'not-canonical': '码的编码不合规范，可能被改动过。',
  signature: '签名不符：内容被改动过，或者不是该机关签发的。',
  'key-authority': '这把密钥无权代表码中所写的机关签发。',
  payload: '码的内容不合格式，例如日期不存在、最低额高于最高额。',
  'key-window': '签发日期不在密钥的有效期内。',
  'key-revoked': '签发所用的密钥已被撤销，也没有证据表明这枚码签发在撤销之前。',
  'trust-missing': '没有取得信任名单，无法判断是不是执法机关签发的。',
  'trust-refused': '取得的信任名单本身没有通过核验，不予采用。',
  'trust-stale': '信任名单已过更新日期，最近的增减可能没有反映进来。',
  'rule-not-found': '没有找到码中所指的裁量规则。',
  'rule-unreachable': '暂时取不到裁量规则，可能是网络或服务器的原因，可以稍后再试。',
  'rule-hash':
    '取得的裁量规则与码中的指纹不符，不予采用：提供规则的网站给错了文件，或者文件被换过。',
  'rule-unreadable': '取得的裁量规则无法识别，可能版本过新，或者不是规则文件。',
  'rule-mismatch': '裁量规则的名称、版本或违法行为，与码中写的不一致。',
  'rule-not-yet': '签发这枚码的时候，这条法律或裁量基准还没有施行。',
  'replay-unavailable': '验算程序没有载入，或者没有通过自身的核验，没有重新计算。',
  'replay-undecided': '仅凭码中的事实重新计算，得不出确定的结果。',
  'replay-facts': '码中的事实，裁量规则里没有，或者取值不对。',
  'replay-factors': '码中的裁量因素或分值，与裁量规则不一致。',
  'replay-points': '各项分值相加，与码中的总分不一致。',
  'replay-tier': '重新计算得出的裁量阶次，与码中的不同。',
  'replay-range': '重新计算得出的罚款幅度，与码中的不同。',
  'replay-fine': '拟罚金额不在重新计算得出的幅度之内。',
  'replay-kinds': '码中有一种处罚，法律对这种情形没有规定。',
  'no-log': '没有监督日志可查，不知道这枚码是否登记在案。',
  'no-status': '没有状态名单可查，不知道这枚码是否已被撤回或更正。',
  'not-checked': '前面有一项没有通过，或者没有核对成，这一项就没有核对。',
};
