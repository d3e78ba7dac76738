import type { FactDefinition, Statute } from '../../src/rules/index.ts';
import type { ListItem, ListPack, Requirement } from '../../src/rules/lists/index.ts';

/**
 * A pack of lists of the size of a real city, 33 departments and 1,077 items (435, 148, 238, 256), for benches and tests. All
 * of it is invented. Same seed, same pack.
 */
export function inventLists(
  seed: number,
  statutes: readonly Statute[],
  facts: readonly FactDefinition[],
): ListPack {
  const random = mulberry32(seed);
  const pick = <T>(list: readonly T[]): T => {
    const one = list[Math.floor(random() * list.length)];
    if (one === undefined) throw new RangeError('nothing to pick from');
    return one;
  };
  const own = statutes.filter((one) => one.to === null && one.tiers.length > 0);
  const departments = Array.from({ length: 33 }, (_, i) => ({
    id: `department-${i + 1}`,
    name: { zh: i === 0 ? '市场监督管理局（虚构）' : `第${i + 1}部门（虚构）` },
  }));
  const sizes = { waive: 435, mitigate: 148, lighten: 238, aggravate: 256 } as const;
  const items: ListItem[] = [];
  for (const [list, size] of Object.entries(sizes) as [keyof typeof sizes, number][]) {
    for (let i = 0; i < size; i += 1) {
      // A third of the items are of market supervision, as the largest department; the rest is spread.
      const isOwn = random() < 1 / 3;
      const statute = isOwn ? pick(own) : null;
      items.push({
        number: items.length + 1,
        list,
        department: isOwn ? 'department-1' : `department-${2 + Math.floor(random() * 32)}`,
        matter: { zh: statute?.name.zh ?? `事项${items.length + 1}（虚构）` },
        violation: statute?.violation ?? null,
        basis: statute === null ? '（虚构）' : `${statute.basis.law}第${statute.basis.article}条`,
        requirements: requirements(list, statute, pick, random),
      });
    }
  }
  const text = JSON.stringify(items);
  return {
    format: 'chidu-lists/1',
    id: 'invented-lists',
    version: String(seed),
    title: { zh: '四张清单（虚构）', en: 'Four lists (invented)' },
    sample: true,
    publisher: '虚构，非任何机关发布',
    publication: null,
    from: '2026-01-01',
    to: null,
    departments,
    facts: facts.filter((one) => text.includes(`"fact":"${one.id}"`)),
    items,
  };
}

const GROUNDS = {
  waive: ['minor-corrected-no-harm', 'first-slight-corrected'],
  mitigate: ['harm-removed', 'coerced', 'confessed', 'meritorious'],
  lighten: ['harm-removed', 'confessed'],
  aggravate: ['emergency'],
} as const;

function requirements(
  list: keyof typeof GROUNDS,
  statute: Statute | null,
  pick: <T>(list: readonly T[]) => T,
  random: () => number,
): Requirement[] {
  const made: Requirement[] = [{ label: { zh: '具备法定情节' }, ground: pick(GROUNDS[list]) }];
  const money = statute?.facts.find((one) => one.type === 'fen');
  if (money !== undefined) {
    const value = 100_000 * (1 + Math.floor(random() * 50));
    made.push({
      label: { zh: `${money.label.zh}较小` },
      when: { op: 'lt', fact: money.id, value },
    });
  }
  const flag = statute?.facts.find((one) => one.type === 'bool');
  if (flag !== undefined) {
    made.push({
      label: { zh: `没有“${flag.label.zh}”` },
      when: { op: 'eq', fact: flag.id, value: list === 'aggravate' },
    });
  }
  if (random() < 0.5) {
    made.push({
      label: { zh: '危害后果轻微' },
      when: { op: 'in', fact: 'harm', values: ['none', 'slight'] },
    });
  }
  if (random() < 0.3) made.push({ label: { zh: '社会影响较小' } });
  return made;
}

function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
