import type { OptionWords } from './words.ts';

export const zh: OptionWords = {
  title: '尺度 · 设置',
  office: '机关与人员',
  authorityName: '执法机关名称',
  authorityCode: '执法机关统一社会信用代码',
  codeOdd: {
    form: '不是十八位统一社会信用代码，请核对。',
    check: '校验码不符，可能有一位输错，请核对。',
  },
  officerName: '执法人员姓名',
  officerNumber: '执法人员编号（数字）',
  portal: '核验门户地址',
  portalHint: '监督码指向的网站，例如 https://fxjd.example.gov.cn。当事人扫码后看到的就是它。',
  portalWrong: '应为小写的网址，不带路径，例如 https://fxjd.example.gov.cn。',
  key: '签名密钥',
  keyNone: '尚未生成。密钥只在本浏览器中生成和使用，私钥不可导出。',
  keyMake: '生成密钥',
  keyMade: (at) => `已于 ${at} 生成。私钥不可导出；更换电脑或清除浏览器数据后须重新登记。`,
  keyNeeds: '请先填写执法机关代码和执法人员编号。',
  keyStale: '申请中的机关代码或编号与上面填写的不一致。',
  keyAnew: '重新生成申请',
  keyHint:
    '登记时只向门户发送公钥、执法人员编号和用途。正式使用时请导出申请文件，由第二人核对数字后批准。',
  saveRequest: '导出申请文件',
  replace: '更换密钥',
  replaceHint:
    '密钥疑似泄露、丢失或换人使用时更换。旧密钥将从本机删除，已签发的监督码不受影响；请同时通知管理员在信任名单中注销旧密钥。',
  replaceNow: '删除旧密钥并生成新密钥',
  stateLabel: '密钥状态',
  states: {
    none: '未申请',
    unchecked: '未能核对',
    requested: '已申请待批准',
    approved: '已批准待列入信任名单',
    listed: '已列入信任名单',
    revoked: '已撤销',
  },
  unchecked: {
    'not-asked': '尚未与信任名单核对。请按“核对信任名单”。',
    'no-portal': '没有填写核验门户地址，也没有填写信任名单地址，无从核对。',
    'no-roots': '尚未载入根密钥文件，取到的名单无法辨别真假，因此不去取。',
    'not-allowed': '浏览器尚未允许访问信任名单所在的网站。请按“核对信任名单”并允许访问。',
    unreachable: '无法取得信任名单。请检查地址和网络。',
  },
  listRefused: (error) => `取到的信任名单没有通过核对，不予采信（${error}）。`,
  listStale: '这份名单已过应更新日期，此后的变动可能没有列入。',
  approvalHeld: '批准文件已保存在本浏览器，审批人身份待核对。',
  approvalVoid: (why) => `本浏览器中的批准文件不能作数：${why}`,
  requestedIn: (seq) => `第 ${seq} 号信任名单中没有本密钥，本浏览器中也没有批准文件。`,
  approvedFor: (seq, role, window) =>
    `批准文件与申请相符，审批人在第 ${seq} 号信任名单中。角色 ${role}，有效期 ${window}。请把申请文件和批准文件一并交给名单编制人。`,
  listedIn: (seq, role, window) => `第 ${seq} 号信任名单。角色 ${role}，有效期 ${window}。`,
  revokedIn: (seq, day, reason) => `第 ${seq} 号信任名单载明：自 ${day} 起撤销，原因：${reason}。`,
  noReason: '未载明',
  checkList: '核对信任名单',
  approval: '载入批准文件',
  approvalHint: '审批人交回的文件。只与本浏览器保存的申请核对；更换密钥后须重新申请。',
  approvalFaults: {
    'enrol-schema': '这不是密钥申请或批准文件，或者文件已损坏。',
    'enrol-signature': '文件上的签名不对，文件可能被改动过。',
    'enrol-request': '这份批准不是针对本浏览器中的这份申请。',
    'enrol-approver':
      '签署批准的密钥不在信任名单的审批人之列，或者不在有效期内，或者就是申请人自己的密钥。',
  },
  trust: '信任名单',
  trustList: '信任名单地址',
  trustListHint:
    '留空时取“核验门户地址”下的 /trust-list.txt。只在您按“核对信任名单”或载入批准文件时访问。',
  trustListWrong: '应为完整网址，例如 https://fxjd.example.gov.cn/chidu/trust-list.txt。',
  roots: '载入根密钥文件（roots.json）',
  rootsHint: '须由根密钥持有人当面或以介质交付，不得从门户下载：名单的真假要靠它来辨别。',
  rootsNone: '尚未载入。',
  rootsHeld: (holders, quorum, sha256) =>
    `已载入：${holders.length} 位持有人（${holders.join('、')}），须 ${quorum} 位签署。请与密钥仪式记录核对文件的 SHA-256：${sha256}`,
  rootsWrong: '这不是根密钥文件，没有载入。',
  approve: '批准他人的密钥申请',
  approveRole:
    '由法制审核人员等第二人办理。您是否为审批人，本页无法证明：只有信任名单把您的密钥列为 approver，您签署的批准才有效。',
  approveNeedsKey: '请先在上面生成您自己的密钥。',
  requestFile: '载入申请文件',
  requestFileHint: '申请人导出的文件。文件只在本机读取。',
  requestMade: '申请时间',
  requestDigits: '由申请文件算出的数字',
  otherAuthority:
    '申请人的机关代码与您的密钥所属机关不同。只有信任名单允许您为该机关审批时，批准才有效。',
  spokenDigits: '申请人从其屏幕上读出的十二位数字',
  approvedRole: '批准的角色',
  roles: {
    officer: '执法人员（officer）：向服务提出请求，不签监督码',
    'officer-provisional':
      '执法人员临时签码（officer-provisional）：机关尚无签名设备时单独签监督码',
  },
  validFrom: '有效期起',
  validTo: '有效期止（含当日，最长十二个月）',
  signApproval: '数字一致，签署批准并保存文件',
  approvedAs: (file) => `已签署。请把 ${file} 交回申请人，由其在本页“签名密钥”中载入。`,
  decisionFaults: {
    'own-key': '这是您自己的密钥的申请。须由另一人审批。',
    'own-number': '申请人的编号就是您的编号。自己的申请须由另一人审批。',
    digits:
      '数字与这份申请不符，不予批准。请申请人重读屏幕上的数字；仍不一致的，文件可能被调换，请当面重新取得。',
    'window-text': '请填写有效期的起止日期。',
    'window-past': '有效期不能从今天以前开始。',
    'window-order': '有效期止不能早于有效期起。',
    'window-long': '执法人员密钥的有效期最长十二个月。',
  },
  paths: '遇到这些情况怎么办',
  pathList: [
    {
      what: '密钥丢失或可能泄露（电脑丢失、浏览器数据被清除）',
      steps:
        '立即告知名单编制人，在下一期信任名单中撤销旧密钥，原因写“lost”；然后在本页生成新密钥，重新申请。officer 密钥不签监督码，已有的监督码不受影响；officer-provisional 密钥签过的监督码，只有能以登记日志证明在撤销日之前已登记的才继续有效。',
    },
    {
      what: '换了新电脑',
      steps:
        '私钥不能搬走。在新电脑上生成新密钥并重新申请；新密钥列入名单后，请名单编制人撤销旧密钥，原因写“replaced”。',
    },
    {
      what: '监督码签发有误',
      steps:
        '密钥不必更换。撤回：请机关在下一期状态名单中把该码标为已撤回；更正：对同一文书重新签发，新码注明所更正的旧码，旧码标为已被替代。文书本身由机关依法更正。',
    },
  ],
  digits: '比对数字',
  digitsHint: '请当面把这十二位数字逐组读给审批人，由其输入核对，一致后方可批准。',
  enrol: '登记到门户',
  enrolAgain: '重新登记',
  enrolled: (portal, at) => `已于 ${at} 登记到 ${portal}。`,
  notAllowed: '未获准访问该门户，没有登记。',
  unreachable: '无法连接门户，没有登记。',
  refusedBy: (status) => `门户拒绝了登记（状态 ${status}）。`,
  adapters: '办案系统适配',
  adapterVersion: '版本',
  adapterHint: '只读取启用了适配的系统；其他网站一律不读取、不注入。',
  language: '界面语言',
  privacy: '数据去向',
  privacyText:
    '案件内容只在本机处理，不上传。只有您按“登记到门户”“核对信任名单”或载入批准文件时才会联网：前者只发送公钥、编号和用途，后两者只取回名单，不发送任何内容。管理员设定了文件的，按地址取回并核对摘要值。填写了服务地址的，还会向该服务发送读到的步骤日期、文书改动的摘要值，以及签发监督码所需的编号、事实数值和裁量选择，不含姓名和案情文字。',
};
