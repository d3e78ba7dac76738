import { type Firefox, own } from './browser.ts';

/** What the drill does with the desk in Firefox: fill, choose, find the tab of a case. */

/** Types a text as a person would end up with it: the control's own events, and out of it again. */
export const fill = (
  firefox: Firefox,
  context: string,
  selector: string,
  text: string,
): Promise<string> =>
  firefox.evaluate(
    context,
    `(() => {
      const control = document.querySelector(${JSON.stringify(selector)});
      control.focus();
      const prototype = Object.getPrototypeOf(control);
      Object.getOwnPropertyDescriptor(prototype, 'value').set.call(control, ${JSON.stringify(text)});
      for (const type of ['input', 'change'])
        control.dispatchEvent(new Event(type, { bubbles: true }));
      control.blur();
      control.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
    })()`,
  );

/** Says that no ground was found and chooses the first option of every factor. */
export async function judge(firefox: Firefox, panel: string): Promise<void> {
  await firefox.until(panel, `!!document.querySelector('.examined input')`);
  await firefox.click(panel, '.examined input');
  await firefox.until(panel, `!!document.querySelector('[data-factor] select')`);
  await firefox.evaluate(
    panel,
    `(async () => {
      for (const select of document.querySelectorAll('[data-factor] select')) {
        select.selectedIndex = 1;
        select.dispatchEvent(new Event('change', { bubbles: true }));
        await new Promise((done) => setTimeout(done, 50));
      }
    })()`,
  );
  await firefox.until(panel, `!!document.querySelector('[data-outcome=fine]')`);
}

type Held = Record<string, Record<string, { reading: { fields: Shown[] } }>>;
export interface Shown {
  readonly field: string;
  readonly state: string;
  readonly value?: unknown;
}

/** The tab in which one of the texts was read, and its fields, once there is one; asked through a page of our own. */
export async function tabWith(
  firefox: Firefox,
  page: string,
  text: string,
): Promise<{ readonly tab: number; readonly fields: ReadonlyMap<string, Shown> }> {
  const all = 'browser.storage.session.get(null)';
  const asked = JSON.stringify(text);
  await firefox.until(
    page,
    `${all}.then((held) => Object.entries(held).some(([key, state]) =>
      key.startsWith('tab:') && JSON.stringify(state).includes(${asked})))`,
  );
  const held = JSON.parse(await firefox.evaluate(page, `${all}.then(JSON.stringify)`)) as Held;
  const [key = '', state = {}] =
    Object.entries(held).find(
      ([name, one]) => name.startsWith('tab:') && JSON.stringify(one).includes(text),
    ) ?? [];
  const fields = Object.values(state).flatMap(({ reading }) => reading.fields);
  return { tab: Number(key.slice(4)), fields: new Map(fields.map((one) => [one.field, one])) };
}

export const openPanel = async (firefox: Firefox, tab: number): Promise<string> => {
  const panel = await firefox.open(own(`sidepanel.html?tab=${tab}`));
  await firefox.until(panel, `!!document.querySelector('main > *')`);
  return panel;
};
