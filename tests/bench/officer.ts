import type { Page } from 'playwright-core';
import { CASES, type LegacyCase, VIOLATIONS } from '../../demo/legacy/cases.ts';
import { enrol, openDesk, openPanel, openTab } from '../e2e/desk.ts';

/**
 * One case by hand and with the desk: the strokes and clicks that each takes, and the seconds.
 *
 * By hand the strokes are those that it takes to key the fields of the case again into a second form (事后录入) and to type
 * the paragraph of reasons. With the desk a script works the panel by real keys and clicks, and the panel counts those that
 * arrive; the click on the launcher is added. What a person must judge either way (grounds and factors) is the same in both
 * and counted in both. Seconds are those of the keystroke-level model (Card, Moran and Newell 1980): 0.28 s a key, 1.1 s to
 * point, 0.1 s a click, 0.4 s from keyboard to mouse or back. A Chinese character takes three keys by pinyin with its choice.
 * Reading and thinking are in neither. What the desk itself takes is measured.
 */
export const about = 'One case from opening to code: by hand and with the desk';

const KEY_S = 0.28;
const CLICK_S = 1.1 + 0.1;
const SWITCH_S = 0.4;
const KEYS_PER_CHARACTER = 3;

const keysFor = (text: string): number =>
  [...text].reduce(
    (sum, letter) => sum + (/\p{Script=Han}/u.test(letter) ? KEYS_PER_CHARACTER : 1),
    0,
  );

interface Effort {
  readonly keys: number;
  readonly clicks: number;
  /** Times a hand moves between keyboard and mouse. */
  readonly switches: number;
}

const seconds = ({ keys, clicks, switches }: Effort): number =>
  keys * KEY_S + clicks * CLICK_S + switches * SWITCH_S;

/** What a clerk keys again of a case: text fields typed, one key to the next; two choices opened and clicked. */
function byHand(it: LegacyCase, paragraph: string, fine: string, factors: number): Effort {
  const texts = [it.ajbh, it.gzswh, it.dsrxm, it.zjhm, it.larq, it.wfzzrq, it.hzje, it.wfsd, fine];
  const name = VIOLATIONS.find(({ code }) => code === it.wfxw)?.name ?? '';
  const typed = [...texts.filter((text) => text !== ''), name, paragraph];
  return {
    keys: typed.reduce((sum, text) => sum + keysFor(text) + 1, 0),
    // Kind of party, grounds, factors: opened and chosen; and one click to save.
    clicks: 2 + 1 + 2 * factors + 1,
    switches: 6,
  };
}

/** Counts the keys and clicks that arrive in a page, those of a hand alone. */
async function countIn(page: Page): Promise<() => Promise<{ keys: number; clicks: number }>> {
  await page.evaluate(() => {
    const seen = { keys: 0, clicks: 0 };
    Object.assign(globalThis, { seen });
    const count = (kind: 'keydown' | 'click', by: (event: UIEvent) => void) =>
      addEventListener(kind, (event) => event.isTrusted && by(event as UIEvent), true);
    count('keydown', () => {
      seen.keys += 1;
    });
    // A key on a button makes a click of its own, which no hand made.
    count('click', ({ detail }) => {
      if (detail > 0) seen.clicks += 1;
    });
  });
  return () =>
    page.evaluate(() => (globalThis as unknown as { seen: { keys: number; clicks: number } }).seen);
}

export async function run() {
  const desk = await openDesk();
  try {
    await enrol(desk);
    const rows = [];
    for (const ajid of ['20260137', '20260138']) {
      const it = CASES.find((one) => one.ajid === ajid);
      if (!it) throw new Error(`no case ${ajid}`);
      const { page, tab } = await openTab(desk, `${desk.server.url}/legacy/?ajid=${ajid}`);
      const started = performance.now();
      const panel = await openPanel(desk, tab);
      await panel.waitForSelector('[data-factor]');
      const read = performance.now() - started;
      const factors = await panel.locator('[data-factor]').count();
      const count = await countIn(panel);
      await panel.click('.examined input');
      for (let chosen = 0; chosen < factors; ) {
        await panel.keyboard.press('Tab');
        if (!(await panel.evaluate(() => document.activeElement?.matches('[data-factor] select'))))
          continue;
        await panel.keyboard.press('ArrowDown');
        chosen += 1;
      }
      await panel.waitForSelector('[data-outcome=fine]');
      const paragraph = await panel.inputValue('textarea[aria-labelledby=paragraph]');
      const fine = ((await panel.textContent('.amount')) ?? '').replace('元', '');
      await panel.click('#write-paragraph');
      await panel.click('#write-fine');
      const signing = performance.now();
      await panel.click('.sign');
      await panel.waitForSelector('.code');
      const signed = performance.now() - signing;
      const { keys, clicks } = await count();
      // To the keyboard for the factors and back to the mouse.
      const withDesk: Effort = { keys, clicks: clicks + 1, switches: 2 };
      const hand = byHand(it, paragraph, fine, factors);
      const row = (way: string, effort: Effort, machine: number) => ({
        case: ajid,
        way,
        keys: effort.keys,
        clicks: effort.clicks,
        'hands and keys s': Math.round(seconds(effort)),
        'machine s': Number((machine / 1000).toFixed(2)),
      });
      rows.push(row('by hand', hand, 0), row('with the desk', withDesk, read + signed));
      await panel.close();
      await page.close();
    }
    return rows;
  } finally {
    await desk.close();
  }
}
