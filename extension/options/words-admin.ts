import type { Language } from '../platform/settings.ts';
import type { FileState } from '../policy/apply-files.ts';
import type { UpdateFault } from '../policy/signed-update.ts';

interface AdminWords {
  readonly managedBy: (name: string) => string;
  readonly locked: string;
  readonly faults: (keys: string) => string;
  readonly files: string;
  readonly fileKind: Readonly<Record<FileState['as'], string>>;
  readonly fileFault: Readonly<Record<NonNullable<FileState['fault']>, string>>;
  readonly inUse: string;
  readonly update: string;
  readonly updateHint: string;
  readonly updated: (seq: number) => string;
  readonly updateFault: Readonly<Record<UpdateFault | 'no-list', string>>;
  readonly service: string;
  readonly serviceHint: string;
  readonly serviceWrong: string;
  readonly waiting: (waiting: number, refused: number) => string;
  readonly alone: string;
  readonly library: string;
  readonly libraryFile: string;
  readonly libraryHint: string;
  readonly libraryNone: string;
  readonly libraryHeld: (records: number, day: string) => string;
  readonly libraryBuilding: (done: number) => string;
  readonly libraryFault: string;
  readonly health: string;
  readonly healthHint: string;
  readonly healthNone: string;
  readonly healthColumns: readonly [string, string, string, string, string];
  readonly binder: string;
  readonly forget: string;
  readonly forgetHint: string;
  readonly forgetNow: string;
  readonly forgotten: string;
}

export const ADMIN_WORDS: Readonly<Record<Language, AdminWords>> = {
  zh: {
    managedBy: (name) => `本机由${name || '管理员'}统一管理。`,
    locked: '管理员设定的项目已锁定，不能在本机修改。',
    faults: (keys) => `策略中下列项目有误或者不认识，没有采用：${keys}。`,
    files: '管理员下发的文件',
    fileKind: { adapter: '站点适配', benchmark: '裁量基准', lists: '四张清单', roots: '根密钥' },
    fileFault: {
      unreachable: '无法取得',
      hash: '文件与策略中的 SHA-256 不符，没有采用',
      content: '文件内容不合格式，没有采用',
    },
    inUse: '使用中',
    update: '载入签名更新文件',
    updateHint:
      '适配和规则包的离线更新。只有信任名单中的发布者（publisher）签名、序号更新的文件才会采用。',
    updated: (seq) => `已采用第 ${seq} 号更新。`,
    updateFault: {
      schema: '这不是更新文件，或者文件已损坏。',
      signer: '签名者不在信任名单的发布者之列，没有采用。',
      signature: '文件上的签名不对，可能被改动过，没有采用。',
      rollback: '这份更新比已采用的旧，没有采用。',
      content: '更新中有文件不合格式，全部没有采用。',
      'no-list': '没有可用的信任名单，无法核对签名。请先核对信任名单。',
    },
    service: '服务地址',
    serviceHint:
      '留空则单机使用，监督码在本机签发。填写后由服务签发监督码，并登记读到的步骤日期和文书改动（只有编号、日期和摘要值）。',
    serviceWrong: '应为小写的网址，不带路径，例如 https://fw.example.gov.cn。',
    waiting: (waiting, refused) => `待发送 ${waiting} 件，被服务拒绝 ${refused} 件。`,
    alone: '单机使用，没有任何内容发往服务。',
    library: '案例库',
    libraryFile: '载入案例文件（每行一件，JSON Lines）',
    libraryHint: '文件在本机建成索引，检索也只在本机进行；案情不会发往任何地方。',
    libraryNone: '尚未载入。',
    libraryHeld: (records, day) => `已载入 ${records} 件（${day}）。`,
    libraryBuilding: (done) => `正在建立索引，已处理 ${done} 件…`,
    libraryFault: '文件无法使用：',
    health: '读取情况',
    healthHint: '各栏目读取结果的计数，不含任何内容。“备用方式”增多说明页面已改版。',
    healthNone: '还没有读取记录。',
    healthColumns: ['栏目', '读到', '备用方式', '未找到或为空', '不能采用'],
    binder: '为新的办案系统绑定栏目',
    forget: '清除本机的案件记录',
    forgetHint:
      '删除本机保存的案件步骤、记录、已签发监督码的副本和待发送内容；签名密钥和设置保留。',
    forgetNow: '全部清除',
    forgotten: '已清除。',
  },
  en: {
    managedBy: (name) => `This desk is managed by ${name || 'your administrator'}.`,
    locked: 'What the administrator has set is locked and cannot be changed here.',
    faults: (keys) => `These keys of the policy are wrong or unknown and not used: ${keys}.`,
    files: 'Files from the administrator',
    fileKind: {
      adapter: 'Adapter',
      benchmark: 'Benchmark',
      lists: 'Four lists',
      roots: 'Root keys',
    },
    fileFault: {
      unreachable: 'cannot be fetched',
      hash: 'not the SHA-256 of the policy: not used',
      content: 'not in its format: not used',
    },
    inUse: 'in use',
    update: 'Load a signed update',
    updateHint:
      'Adapters and packs without a network. Only a newer file signed by a publisher of the trust list is used.',
    updated: (seq) => `Update ${seq} is in use.`,
    updateFault: {
      schema: 'This is no update, or the file is damaged.',
      signer: 'Its signer is no publisher of the trust list: not used.',
      signature: 'The signature is wrong; the file may have been changed: not used.',
      rollback: 'It is older than the one in use: not used.',
      content: 'A file in it is not in its format: nothing of it is used.',
      'no-list': 'There is no trust list to check the signature with. Check the trust list first.',
    },
    service: 'Service',
    serviceHint:
      'Empty: the desk works alone and signs codes here. Otherwise the service issues codes and is told days of steps and changed papers (numbers, days and digests only).',
    serviceWrong: 'A lower-case address without a path, such as https://fw.example.gov.cn.',
    waiting: (waiting, refused) => `${waiting} waiting to be sent, ${refused} refused.`,
    alone: 'Working alone: nothing is sent to a service.',
    library: 'Case library',
    libraryFile: 'Load a file of cases (JSON Lines)',
    libraryHint: 'Indexed and searched on this machine only; facts are sent nowhere.',
    libraryNone: 'None is loaded.',
    libraryHeld: (records, day) => `${records} cases (${day}).`,
    libraryBuilding: (done) => `Indexing, ${done} done…`,
    libraryFault: 'The file cannot be used: ',
    health: 'How fields are read',
    healthHint: 'Counts only, no content. More “second way” means that the page has changed.',
    healthNone: 'Nothing has been read yet.',
    healthColumns: ['Field', 'read', 'second way', 'missing or empty', 'refused'],
    binder: 'Bind the fields of another case system',
    forget: 'Forget the cases of this machine',
    forgetHint:
      'Deletes steps, history, copies of codes and what waits to be sent; key and settings stay.',
    forgetNow: 'Forget all',
    forgotten: 'Forgotten.',
  },
};
