import 'axe-core';
import type { AxeResults } from 'axe-core';
import { expect } from 'chai';
import type { ChiduNotice } from '../../../widget/src/element.tsx';
import '../../../widget/src/define.ts';
// The parts that the element loads when it needs them are here at once: no test waits for a server.
import '../../../widget/src/chunks/decision.tsx';
import '../../../widget/src/chunks/detail.tsx';
import '../../../widget/src/chunks/en.ts';
import '../../../widget/src/chunks/evidence.ts';
import '../../../widget/src/chunks/log.tsx';
import '../../../widget/src/chunks/objection.tsx';
import '../../../widget/src/chunks/open.ts';
import '../../../widget/src/chunks/outbox.ts';
import '../../../widget/src/chunks/outlook.tsx';
import '../../../widget/src/chunks/replay.ts';
import '../../../widget/src/chunks/rights.tsx';
import '../../../widget/src/chunks/rule.ts';
import '../../../widget/src/chunks/status.ts';
import type { Case } from '@chidu/sdk/discretion';
import grounds from '@chidu/sdk/packs/grounds.json' with { type: 'json' };
import benchmark from '@chidu/sdk/packs/sample-benchmark.json' with { type: 'json' };
import statutes from '@chidu/sdk/packs/statutes.json' with { type: 'json' };
import {
  loadBenchmarkPack,
  loadGroundPack,
  loadStatutePack,
  makeRule,
  statuteAt,
} from '@chidu/sdk/rules';
import { type SignedCase, signedCase } from '../../../sdk/src/verdict/fixtures/signed-case.ts';

export const SERVICE = '/service-of-this-test';
const CODES = '/codes-of-this-test/';

/** The statute book's rule on a violation with the sample benchmark. */
function sampleRule(violation: string, day = '2026-10-01') {
  const packs = [
    loadStatutePack(statutes),
    loadBenchmarkPack(benchmark, { allowSample: true }),
    loadGroundPack(grounds),
  ] as const;
  const [book, table, general] = packs;
  if (!book.ok || !table.ok || !general.ok) throw new Error('a pack does not load');
  const at = statuteAt(book.value, violation, day);
  if (!at.ok) throw new Error(at.reason);
  const rule = makeRule(at.statute, table.value, general.value);
  if (!rule.ok) throw new Error(JSON.stringify(rule.issues));
  return rule.value;
}

/** A bakery without a licence: goods of 9,000 yuan, the second option of every factor. */
export function bakery(): Pick<SignedCase, 'rule'> & { readonly case: Case } {
  const rule = sampleRule('food-unlicensed-operation');
  return {
    rule,
    case: {
      format: 'chidu-case/1',
      violation: rule.statute.violation,
      actDate: '2026-09-01',
      decisionDate: '2026-11-20',
      party: { kind: 'individual' },
      facts: { goodsValue: 900_000 },
      grounds: [],
      factors: Object.fromEntries(
        rule.benchmark.factors.map(({ id, options }) => [id, options[1]?.id ?? '']),
      ),
    },
  };
}

export const signedBakery = (options: Parameters<typeof signedCase>[0] = {}) =>
  signedCase({ ...bakery(), ...options });

/** What the hosts of a signed case serve; `null` is a 404, an Error is no network. */
export interface Served {
  list?: Uint8Array | null;
  rule?: string | null | Error;
  status?: Uint8Array;
  /** Receipts of the log, by code id. */
  receipts?: Readonly<Record<string, string>>;
  /** Answers to the address of a look-up. */
  lookup?: (query: URLSearchParams) => string | null;
  /** The service, by path; `null` is no network. */
  service?: (path: string, body: unknown) => Promise<Response | null> | Response | null;
}

const response = (body: string | Uint8Array | null | undefined) =>
  body === null || body === undefined
    ? new Response('', { status: 404 })
    : new Response(body as BodyInit);

/** An element on the page with the hosts of `signed` behind it. */
export async function mount(
  signed: SignedCase,
  attributes: Readonly<Record<string, string>> = {},
  served: Served = {},
): Promise<ChiduNotice> {
  const element = document.createElement('chidu-notice');
  element.now = () => new Date('2026-11-21T03:00:00Z');
  element.fetch = async (request, init) => {
    const { pathname, searchParams } = new URL(String(request));
    if (pathname.startsWith(SERVICE)) {
      const body = typeof init?.body === 'string' ? JSON.parse(init.body) : null;
      const answer = await served.service?.(pathname.slice(SERVICE.length), body);
      if (!answer) throw new TypeError('no network');
      return answer;
    }
    if (pathname === '/look-up-of-this-test') return response(served.lookup?.(searchParams));
    if (pathname.endsWith('trust-list.txt'))
      return response('list' in served ? served.list : signed.list);
    if (pathname.endsWith('roots.json')) return response(JSON.stringify(signed.roots));
    if (pathname.startsWith('/status-of-this-test/')) return response(served.status);
    const [, id = ''] = /^\/receipts-of-this-test\/(.*)\.txt$/.exec(pathname) ?? [];
    if (id !== '') return response(served.receipts?.[id]);
    if (served.rule instanceof Error) throw served.rule;
    return response('rule' in served ? served.rule : JSON.stringify(signed.rule));
  };
  for (const [name, value] of Object.entries({
    code: signed.text,
    'trust-list': `${CODES}trust-list.txt`,
    'trust-roots': `${CODES}roots.json`,
    rules: CODES,
    lang: 'zh',
    ...attributes,
  })) {
    element.setAttribute(name, value);
  }
  document.body.append(element);
  await element.ready;
  await settled();
  return element;
}

export const root = (element: ChiduNotice): ShadowRoot => element.shadowRoot as ShadowRoot;
export const find = <T extends HTMLElement>(element: ChiduNotice, selector: string): T => {
  const found = root(element).querySelector<T>(selector);
  if (found === null) throw new Error(`nothing matches ${selector}`);
  return found;
};
export const text = (element: ChiduNotice, selector = '.page') =>
  root(element).querySelector(selector)?.textContent ?? '';

/** `trust:pass code:pass key:fail …` */
export const steps = (element: ChiduNotice) =>
  [...root(element).querySelectorAll<HTMLElement>('[data-step]')]
    .map(({ dataset }) => `${dataset.step}:${dataset.state}`)
    .join(' ');

/** Types the last four digits of the printed check code. */
export async function unlock(element: ChiduNotice, digits: string): Promise<void> {
  find<HTMLInputElement>(element, 'input[name=digits]').value = digits;
  find<HTMLFormElement>(element, 'form[data-gate]').requestSubmit();
  await settled();
}

/** Preact has drawn what it was told. */
export async function settled(): Promise<void> {
  for (let i = 0; i < 3; i += 1) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** Waits for what takes its time; the runner's own limit ends it. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 50));
}

export async function accessible(element: ChiduNotice): Promise<void> {
  const { axe } = globalThis as unknown as {
    axe: { run: (context: Element, options: object) => Promise<AxeResults> };
  };
  // The element is a part of a page: landmarks and the page's own heading are not its business.
  const { violations } = await axe.run(element, {
    rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
  });
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
  ).to.deep.equal([]);
}
