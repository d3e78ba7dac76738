import type { BrowserContext } from 'playwright-core';
import { build } from '../tests/build.ts';
import { findChromium, hasDisplay, openWithExtension } from './browser.ts';
import { Desk } from './desk.ts';
import { AUTHORITY } from './legacy/cases.ts';
import { travel } from './loop.ts';
import { openRuleBook } from './rule-book.ts';
import { type DemoServer, startServer } from './server.ts';
import { travelThroughService } from './service-loop.ts';
import { EXTENSION, JUDGEMENT, STORY } from './story.ts';
import { leadSupervisionCases } from './supervision-story.ts';
import { tell, tellService, tellSupervision } from './tell.ts';

const port = readPort(process.env.PORT);
const book = await openRuleBook();
const server = await listen();

console.log('尺度：一个案件走完全程 · One case, all the way (on the SDK alone)\n');
const now = () => new Date();
const alone = await travel(STORY, JUDGEMENT, { book, portal: server.url, now });
console.log(tell(alone));
const served = await travelThroughService(alone, server, now);
console.log(`\n${tellService(served)}\n`);
const about = { codeId: served.issued.codeId, caseNumber: STORY.ajbh };
console.log(`${tellSupervision(await leadSupervisionCases(server.service, about, now))}\n`);

build('sdk', 'widget', 'demo');
const chromium = findChromium();
const context = chromium !== undefined && hasDisplay() ? await openBrowser(chromium) : null;
console.log(`
  办案系统（演示）  ${server.url}/legacy/?ajid=${STORY.ajid}
                    the old case system with the extension's work to do
  核验门户（演示）  ${server.url}/portal/
                    the portal on which a printed code is checked
  服务签发的码      its page asks the log and takes objections:
                    ${server.url}/hall#${served.issued.text}
  监督看板（演示）  ${server.url}/board/county
                    what a supervision body sees of an invented place; published statistics: /board/county/public
  自己试一试        ${server.url}/portal/try
                    the notice in every setting that a portal may choose
${context === null ? byHand() : opened()}
  然后：打开案件，点页面上的“尺度”，选定裁量因素，签发监督码；再到“审批”页填写拟罚款金额，
  在“文书”页打印告知书；最后在面板里点“在门户查看”，或者把告知书的照片交给门户（手机连不到本机的 localhost）。
  Then: open a case, press the launcher, choose the factors, issue; fill in the fine, print the notice; follow the panel's
  link to the portal, or hand it a photo of the notice (a phone does not reach this machine's localhost).

  Ctrl+C 停止 · stops`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);

async function stop(): Promise<void> {
  await context?.close();
  await server.close();
}

/** A window with the extension, equipped as an officer would, and the case in front; null where none can be opened. */
async function openBrowser(executablePath: string): Promise<BrowserContext | null> {
  try {
    return await equipped(executablePath);
  } catch (error) {
    // A display that is named and not there, for instance over ssh: everything else still works.
    console.error(error instanceof Error ? error.message.split('\n')[0] : error);
    return null;
  }
}

async function equipped(executablePath: string): Promise<BrowserContext> {
  const opened = await openWithExtension({ executablePath, extension: EXTENSION, headless: false });
  const [blank] = opened.pages();
  await (await Desk.at(opened)).equip(server.url);
  const page = await opened.newPage();
  await page.goto(`${server.url}/legacy/?ajid=${STORY.ajid}`);
  await blank?.close();
  return opened;
}

async function listen(): Promise<DemoServer> {
  try {
    return await startServer({ port, rules: book });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    if (error.code === 'EADDRINUSE') {
      fail(
        `端口 ${port} 已被占用。换一个：PORT=${port + 1} npm start\nPort ${port} is taken; choose another as shown.`,
      );
    }
    if (error.code === 'EACCES') {
      fail(
        `没有权限使用端口 ${port}，请选 1024 以上的端口。\nPort ${port} needs privileges; choose one above 1024.`,
      );
    }
    throw error;
  }
}

function readPort(text: string | undefined): number {
  if (text === undefined || text === '') return 8734;
  if (/^[0-9]{1,5}$/.test(text) && Number(text) < 65_536) return Number(text);
  fail(`PORT=${text} 不是端口号（0 至 65535）。\nPORT must be a number from 0 to 65535.`);
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

function opened(): string {
  return `
  已打开装有扩展的 Chromium，演示用的设置已填好，密钥已登记。
  Chromium is open with the extension, its settings filled in and its key enrolled.
`;
}

function byHand(): string {
  const why =
    chromium === undefined
      ? '本机没有找到 Chromium；可用环境变量 CHROMIUM 指明。 No Chromium found; CHROMIUM may name one.'
      : '本机不能打开窗口，没有打开浏览器。 No window can be shown here, so no browser was opened.';
  return `
  ${why}
  1. 在 Chromium 或 Edge 打开 chrome://extensions，开启“开发者模式”，点“加载已解压的扩展程序”，选择
     Open chrome://extensions, developer mode, "Load unpacked", and choose
     ${EXTENSION}
  2. 在扩展的设置页填写机关代码 ${AUTHORITY.code}、人员编号 3301、门户地址 ${server.url}，生成密钥并登记。
     In its options fill in that authority code, officer number and portal, make a key and enrol it.
`;
}
