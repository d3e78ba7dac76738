import { chinaDay } from '@chidu/sdk/text';
import { STEP_IDS, type Verdict } from '@chidu/sdk/verdict';
import { expect } from 'chai';
import { render } from 'preact';
import { type Random, random } from '../../../sdk/src/discretion/fixtures/random.ts';
import * as decision from '../../../widget/src/chunks/decision.tsx';
import * as outlook from '../../../widget/src/chunks/outlook.tsx';
import { replay, unread } from '../../../widget/src/chunks/replay.ts';
import * as rights from '../../../widget/src/chunks/rights.tsx';
import { readRule } from '../../../widget/src/chunks/rule.ts';
import { en } from '../../../widget/src/strings/en.ts';
import { zh } from '../../../widget/src/strings/zh.ts';
import { sheet } from '../../../widget/src/styles.ts';
import { Notice } from '../../../widget/src/view/notice.tsx';
import { mount, signedBakery } from './mount.ts';

const HOSTILE = [
  '<img src=x onerror="globalThis.executed = true">',
  '<script>globalThis.executed = true</script>',
  '"><svg onload=globalThis.executed=true>',
  '</style><style>*{display:none}',
  'javascript:globalThis.executed=true',
  '\u202eTXET DESREVER\u2066\u2069\u2069',
  '\u0000\u0007\u200b\ufeff\u200f',
  '长'.repeat(3000),
  'w'.repeat(3000),
  '١٢٣ אבג',
  '👩‍👩‍👧‍👦'.repeat(100),
  '__proto__',
  'constructor',
  '',
];
const WRONG = [null, true, -1, 0, 7, 0.5, 1e308, [], {}, 'x', Number.MAX_SAFE_INTEGER, [[[]]]];

/** Puts hostile texts where texts stand, and now and then a value of another type anywhere. */
function spoil(value: unknown, rnd: Random, wrong: number): void {
  if (typeof value !== 'object' || value === null) return;
  const holder = value as Record<string, unknown>;
  for (const [key, member] of Object.entries(holder)) {
    const shown = ['zh', 'en', 'law', 'place', 'publisher', 'version', 'number'].includes(key);
    if (key === 'evidence' && rnd.chance(0.5)) holder[key] = [rnd.pick(HOSTILE), rnd.pick(HOSTILE)];
    if (rnd.chance(wrong)) holder[key] = rnd.pick(WRONG);
    else if (typeof member === 'string' && shown && rnd.chance(0.4))
      holder[key] = rnd.pick(HOSTILE);
    else spoil(member, rnd, wrong);
  }
}

/** `npm run drill -- hostile` asks for 5,000. */
const COUNT = Number(import.meta.env.VITE_CHIDU_HOSTILE ?? 400);

const BIDI = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

describe('hostile data', () => {
  const host = document.createElement('div');
  host.style.width = '320px';
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheet()];
  after(() => host.remove());

  it('executes nothing, overflows nothing and turns nothing around, in generated payloads and Rules', async () => {
    const signed = await signedBakery();
    const element = await mount(signed);
    const genuine = element.verdict as Verdict;
    const { payload } = genuine;
    if (payload === null) throw new Error('not genuine');
    element.remove();
    document.body.append(host);
    const rnd = random(20261121);
    const seen = { refused: 0, replayed: 0, undecided: 0 };
    for (let i = 0; i < COUNT; i += 1) {
      const value = structuredClone(signed.rule) as unknown;
      spoil(value, rnd, rnd.pick([0, 0, 0.002, 0.02]));
      // What is signed is well typed, or it is refused before it is shown; its numbers can be any.
      const said = {
        ...payload,
        ...(rnd.chance(0.5) && { document: rnd.pick(HOSTILE.filter((text) => !BIDI.test(text))) }),
        ...(rnd.chance(0.2) && { violation: rnd.pick(HOSTILE.filter((text) => !BIDI.test(text))) }),
        ...(rnd.chance(0.2) && { fine: rnd.pick([0, 1, Number.MAX_SAFE_INTEGER]) }),
        ...(rnd.chance(0.2) && { kinds: [rnd.below(30), rnd.below(3)] }),
        ...(rnd.chance(0.2) && { tier: 1 + rnd.below(5) }),
        ...(rnd.chance(0.2) && {
          factors: Array.from(
            { length: rnd.below(40) },
            () => [rnd.below(20), rnd.below(9), rnd.below(1e6)] as const,
          ),
        }),
        ...(rnd.chance(0.1) && { facts: [[rnd.below(99), rnd.below(1e9)] as const] }),
      } as typeof payload;
      const read = readRule(value);
      const replayed =
        'at' in read ? unread(read.at, 'not a Rule of format 1') : replay(said, read.rule);
      seen[replayed.rule === null ? 'refused' : replayed.assessment ? 'replayed' : 'undecided'] +=
        1;
      const verdict: Verdict = {
        ...genuine,
        payload: said,
        rule: replayed.rule,
        replayed: replayed.assessment,
        steps: STEP_IDS.map((id) => ({
          id,
          at: '2026-11-21T03:00:00Z',
          against: rnd.pick(HOSTILE),
          finding:
            id === 'rule'
              ? replayed.ruleFinding
              : id === 'replay'
                ? replayed.finding
                : { state: 'pass' },
        })),
      };
      render(
        <div class="page">
          <Notice
            key={i}
            t={i % 4 === 0 ? en : zh}
            state={{
              kind: 'read',
              reading: {
                verdict,
                pending: false,
                log: null,
                issuer: null,
                clauseWords: null,
                evidence: null,
              },
            }}
            level={2}
            gated={false}
            secure
            today={chinaDay(Date.parse('2026-11-21T03:00:00Z'))}
            parts={{ decision, rights, outlook }}
            held={null}
            onNeed={() => undefined}
            onPrint={() => undefined}
            onSave={() => undefined}
            onEntry={async () => null}
          />
        </div>,
        root,
      );
      const at = `case ${i}`;
      expect(root.querySelector('[data-section=decision]'), at).not.to.equal(null);
      expect(root.querySelector('img, script, style, iframe, a, object, embed'), at).to.equal(null);
      expect('executed' in globalThis, at).to.equal(false);
      if (i % 5 === 0) expect(host.scrollWidth, at).to.be.at.most(host.clientWidth);
      const shown = ['decision', 'law', 'outlook'].map(
        (name) => root.querySelector(`[data-section=${name}]`)?.textContent ?? '',
      );
      expect(BIDI.test(shown.join('')), at).to.equal(false);
      if (i % 100 === 0) await new Promise((next) => setTimeout(next));
    }
    expect(Math.min(...Object.values(seen)), JSON.stringify(seen)).to.be.greaterThan(COUNT / 50);
  }).timeout(900_000);
});
