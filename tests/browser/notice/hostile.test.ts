import { expect } from 'chai';
import { random } from '../../../sdk/src/discretion/fixtures/random.ts';
import { bakery, mount, root, signedBakery } from './mount.ts';

const NASTY = [
  '<img src=x onerror="globalThis.executed = true">',
  '<script>globalThis.executed = true</script>',
  '"><svg onload=globalThis.executed=true>',
  '</style><style>*{display:none}',
  'javascript:globalThis.executed=true',
  '{{constructor.constructor("globalThis.executed = true")()}}',
  '\u202eTXET DESREVER\u2066',
  '\u0000\u0007\u200b\ufeff',
  '长'.repeat(3000),
  'w'.repeat(3000),
  '👩‍👩‍👧‍👦'.repeat(200),
  '__proto__',
];

/** Texts for people, wherever they stand in a Rule: what a hostile maker of Rules could fill. */
function poison(value: unknown, rnd: ReturnType<typeof random>): void {
  if (typeof value !== 'object' || value === null) return;
  const holder = value as Record<string, unknown>;
  for (const [key, member] of Object.entries(holder)) {
    const shown = ['zh', 'en', 'law', 'place', 'publisher', 'version'].includes(key);
    if (typeof member === 'string' && (shown || Array.isArray(value)) && rnd.chance(0.4)) {
      holder[key] = rnd.pick(NASTY);
    } else poison(member, rnd);
  }
}

describe('<chidu-notice> with hostile texts', () => {
  afterEach(() => document.body.replaceChildren());

  it('executes nothing, shows them as text, and keeps them in their box', async () => {
    const rnd = random(20261121);
    const { rule, case: subject } = bakery();
    for (let i = 0; i < 12; i += 1) {
      const hostile = structuredClone(rule);
      poison(hostile.statute, rnd);
      poison(hostile.benchmark, rnd);
      // Words of the format itself stay what they are; a Rule that breaks it is refused before it is shown.
      hostile.benchmark.method = structuredClone(rule.benchmark.method);
      hostile.statute.tiers = structuredClone(rule.statute.tiers);
      const signed = await signedBakery({
        rule: hostile,
        case: subject,
        // Marks of direction and control are refused in a document number by the format itself.
        meta: { document: rnd.pick(NASTY.filter((text) => !/\p{C}/u.test(text))).slice(0, 40) },
      });
      const element = await mount(signed, { gate: 'off', lang: rnd.pick(['zh', 'en']) });
      element.style.width = '320px';
      expect(element.verdict?.rule, `case ${i}`).not.to.equal(null);
      expect(root(element).querySelector('img, script, style, iframe, a')).to.equal(null);
      expect(element.scrollWidth, `case ${i}`).to.be.at.most(element.clientWidth);
      expect('executed' in globalThis).to.equal(false);
      element.remove();
    }
  });
});
