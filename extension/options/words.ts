import type { Language } from '../platform/settings.ts';

interface Words {
  readonly title: string;
  readonly office: string;
  readonly authorityName: string;
  readonly authorityCode: string;
  readonly officerName: string;
  readonly officerNumber: string;
  readonly portal: string;
  readonly portalHint: string;
  readonly portalWrong: string;
  readonly key: string;
  readonly keyNone: string;
  readonly keyMake: string;
  readonly keyMade: (at: string) => string;
  readonly keyNeeds: string;
  readonly keyStale: string;
  readonly keyAnew: string;
  readonly keyHint: string;
  readonly saveRequest: string;
  readonly replace: string;
  readonly replaceHint: string;
  readonly replaceNow: string;
  readonly digits: string;
  readonly digitsHint: string;
  readonly enrol: string;
  readonly enrolAgain: string;
  readonly enrolled: (portal: string, at: string) => string;
  readonly notAllowed: string;
  readonly unreachable: string;
  readonly refusedBy: (status: number) => string;
  readonly adapters: string;
  readonly adapterVersion: string;
  readonly adapterHint: string;
  readonly language: string;
  readonly privacy: string;
  readonly privacyText: string;
}

const zh: Words = {
  title: '尺度 · 设置',
  office: '机关与人员',
  authorityName: '执法机关名称',
  authorityCode: '执法机关统一社会信用代码',
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
  digits: '比对数字',
  digitsHint: '请与审批人当面或电话逐组核对这十二位数字，一致后方可批准。',
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
    '案件内容只在本机处理，不上传。只有上面的“登记到门户”会联网，且只发送公钥、编号和用途。',
};

const en: Words = {
  title: 'Chidu · settings',
  office: 'Authority and officer',
  authorityName: 'Name of the authority',
  authorityCode: 'Unified social credit code of the authority',
  officerName: 'Name of the officer',
  officerNumber: 'Number of the officer (digits)',
  portal: 'Address of the portal',
  portalHint: 'The site a code points at, as https://fxjd.example.gov.cn: what a party sees.',
  portalWrong: 'A lower-case origin without a path, as https://fxjd.example.gov.cn.',
  key: 'Signing key',
  keyNone: 'None yet. It is made and used in this browser only and can never be read out.',
  keyMake: 'Make a key',
  keyMade: (at) =>
    `Made ${at}. It cannot be read out; a new machine or cleared data needs a new enrolment.`,
  keyNeeds: 'Fill in the code of the authority and the number of the officer first.',
  keyStale: 'The request names another authority or number than the fields above.',
  keyAnew: 'Make the request anew',
  keyHint:
    'Enrolment sends the public key, the officer number and the role, nothing else. For real use save the request and let a second person approve it after comparing the digits.',
  saveRequest: 'Save the request',
  replace: 'Replace the key',
  replaceHint:
    'When the key may have leaked, was lost or passes to another person. The old one is deleted here; codes already issued keep standing. Have it revoked in the trust list too.',
  replaceNow: 'Delete the old key and make a new one',
  digits: 'Digits to compare',
  digitsHint: 'Compare these twelve digits with the approver, in person or by telephone.',
  enrol: 'Enrol at the portal',
  enrolAgain: 'Enrol again',
  enrolled: (portal, at) => `Enrolled at ${portal}, ${at}.`,
  notAllowed: 'Access to the portal was not allowed; not enrolled.',
  unreachable: 'The portal cannot be reached; not enrolled.',
  refusedBy: (status) => `The portal refused the enrolment (status ${status}).`,
  adapters: 'Case systems',
  adapterVersion: 'version',
  adapterHint: 'Only systems enabled here are read; nothing runs on any other site.',
  language: 'Language',
  privacy: 'Where data goes',
  privacyText:
    'Cases are worked on in this machine and never uploaded. Only the enrolment above uses the network.',
};

export const OPTION_WORDS: Readonly<Record<Language, Words>> = { zh, en };
