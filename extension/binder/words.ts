import type { FieldReading } from '../locate/reading.ts';
import type { Language } from '../platform/settings.ts';
import type { Withheld } from './settle.ts';

interface Words {
  readonly title: string;
  readonly lead: string;
  readonly noTab: string;
  readonly chooseTab: string;
  readonly unreadable: string;
  readonly address: string;
  readonly allow: string;
  readonly scan: string;
  readonly bound: (bound: number, all: number) => string;
  readonly takeAll: (count: number) => string;
  readonly field: string;
  readonly onPage: string;
  readonly act: string;
  readonly from: string;
  readonly take: string;
  readonly drop: string;
  readonly point: string;
  readonly pointing: (field: string) => string;
  readonly choose: string;
  readonly chooseFor: (field: string) => string;
  readonly notOnPage: string;
  readonly confidence: string;
  readonly hidden: string;
  readonly withheld: Readonly<Record<Withheld['state'], string>>;
  readonly refused: string;
  readonly file: string;
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly textHint: string;
  readonly test: string;
  readonly tested: string;
  readonly unrecognised: string;
  readonly state: Readonly<Record<FieldReading['state'], string>>;
  readonly save: string;
  readonly saved: string;
  readonly download: string;
  readonly invalid: string;
  readonly locator: Readonly<Record<'label' | 'name' | 'path' | 'sentence', string>>;
}

const zh: Words = {
  title: '接入办案系统',
  lead: '从打开的案件页面上认出各栏目，核对后存为一个适配文件。只读取页面，不改动它。',
  noTab: '没有可以读取的页面：先打开一个案件，在尺度面板中允许读取，再回到这里。',
  chooseTab: '选择已打开的案件页面',
  unreadable: '该页面还不能读取。填写其地址并允许读取后再试。',
  address: '办案系统地址，例如 http://10.1.2.3:8080',
  allow: '允许读取',
  scan: '重新识别',
  bound: (bound, all) => `已绑定 ${bound} 项，常用栏目共 ${all} 项`,
  takeAll: (count) => `采用全部建议（${count} 项）`,
  field: '栏目',
  onPage: '页面上的内容',
  act: '操作',
  from: '读自',
  take: '采用',
  drop: '取消绑定',
  point: '在页面上点选',
  pointing: (field) => `请在案件页面上点一下“${field}”的名称或内容，按 Esc 取消。`,
  choose: '从页面栏目中选择…',
  chooseFor: (field) => `为“${field}”选择页面栏目`,
  notOnPage: '页面上没有认出',
  confidence: '把握',
  hidden: '在未显示的页签或隐藏域中',
  withheld: {
    empty: '页面上为空',
    ambiguous: '有多处，无法确定',
    refused: '内容不合该栏目的格式',
    conflict: '几处内容互相矛盾',
    shared: '与另一栏目指向同一处',
  },
  refused: '点选处的内容不合该栏目的格式，未绑定',
  file: '适配文件',
  id: '标识（小写字母、数字、短横）',
  name: '系统名称',
  text: '按文本编辑',
  textHint: '改动在此文本中立即生效；检查结果列在下面。',
  test: '在页面上试读',
  tested: '试读结果',
  unrecognised: '页面没有被认作本文件中的任何一页',
  state: {
    read: '读到',
    missing: '没有找到',
    empty: '为空',
    ambiguous: '有多处',
    refused: '不合格式',
    conflict: '互相矛盾',
  },
  save: '保存并启用',
  saved: '已保存并启用。',
  download: '下载文件',
  invalid: '文件有错误，改正后才能保存。',
  locator: { label: '栏目名', name: '控件名', path: '位置', sentence: '语句' },
};

const en: Words = {
  title: 'Connect a case system',
  lead: 'Finds the fields of the open case page and keeps them, once checked, as one adapter file. It reads the page and changes nothing.',
  noTab: 'No page may be read yet: open a case, allow reading in the panel, then come back.',
  chooseTab: 'Choose the open case page',
  unreadable: 'The page may not be read yet. Enter its address, allow reading, and try again.',
  address: 'Address of the case system, as http://10.1.2.3:8080',
  allow: 'Allow reading',
  scan: 'Look again',
  bound: (bound, all) => `${bound} fields bound of ${all} usual ones`,
  takeAll: (count) => `Take all suggestions (${count})`,
  field: 'Field',
  onPage: 'On the page',
  act: 'Do',
  from: 'from',
  take: 'Take',
  drop: 'Unbind',
  point: 'Point at it on the page',
  pointing: (field) =>
    `Click the label or the value of “${field}” on the case page. Escape ends it.`,
  choose: 'Choose among the labels of the page…',
  chooseFor: (field) => `Label on the page for “${field}”`,
  notOnPage: 'Not found on the page',
  confidence: 'confidence',
  hidden: 'in a closed tab or a hidden field',
  withheld: {
    empty: 'empty on the page',
    ambiguous: 'stands in several places',
    refused: 'not in the form of this field',
    conflict: 'several places contradict each other',
    shared: 'leads to the same place as another field',
  },
  refused: 'What stands there is not in the form of this field; nothing was bound',
  file: 'Adapter file',
  id: 'Id (small letters, digits, hyphens)',
  name: 'Name of the system',
  text: 'Edit as text',
  textHint: 'Changes count at once; what is wrong or weak is listed below.',
  test: 'Try it on the page',
  tested: 'What it reads',
  unrecognised: 'The page is none of the pages of this file',
  state: {
    read: 'read',
    missing: 'not found',
    empty: 'empty',
    ambiguous: 'several places',
    refused: 'wrong form',
    conflict: 'contradiction',
  },
  save: 'Save and switch on',
  saved: 'Saved and switched on.',
  download: 'Download the file',
  invalid: 'The file has errors; mend them before saving.',
  locator: { label: 'label', name: 'control', path: 'place', sentence: 'sentence' },
};

export const BINDER_WORDS: Readonly<Record<Language, Words>> = { zh, en };
