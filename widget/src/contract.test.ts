import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contract } from '../contract.ts';
import { manifest } from '../manifest.ts';
import { ChiduNotice } from './element.tsx';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const all = (pattern: string) =>
  globSync(pattern, { cwd: import.meta.dirname, exclude: ['board/**'] }).map((path) => read(path));
const sources = all('**/*.tsx');
const found = (pattern: RegExp, texts: readonly string[]) => [
  ...new Set(
    texts.flatMap((text) => [...text.matchAll(pattern)].flatMap(([, name]) => name ?? [])),
  ),
];

describe('the contract of the element', () => {
  it('is what the manifest says', () => {
    expect(read('../custom-elements.json')).toBe(manifest());
  });

  it('names every attribute that the code reads, and no other', () => {
    const files = ['element.tsx', 'files.ts', 'trust.ts', 'log-reading.ts'].map(read);
    const asked = [
      ...found(/[gh][ea][ts]Attribute\('([a-z-]+)'\)/g, files),
      ...found(
        /(?:#take|fetched)\([^()]*?'(?:trustList|rule|statusList)?'?,? ?'?([a-z]+-?[a-z]*)'/g,
        files,
      ),
      ...ChiduNotice.observedAttributes,
      ...found(/:host\(\[([a-z-]+)/g, all('styles/*.css')).filter((name) => name !== 'hidden'),
    ];
    expect([...new Set(asked)].sort()).toEqual(Object.keys(contract.attributes).sort());
  });

  it('names every property and method of the class', () => {
    const { prototype } = ChiduNotice;
    const own = Object.getOwnPropertyNames(prototype).filter(
      (name) => !/^constructor$|Callback$/.test(name),
    );
    const fields = Object.keys(new ChiduNotice());
    expect([...own, ...fields].sort()).toEqual(
      [...Object.keys(contract.properties), ...Object.keys(contract.methods)].sort(),
    );
  });

  it('names every part, event and colour', () => {
    const parts = [
      ...found(/\bpart="([a-z]+)"/g, sources),
      ...found(/<Section\s+name="([a-z]+)"/g, sources),
    ];
    expect([...new Set(parts)].sort()).toEqual(Object.keys(contract.parts).sort());
    expect(found(/CustomEvent\('([a-z-]+)'/g, sources)).toEqual(Object.keys(contract.events));
    const colours = found(/(--chidu-[a-z-]+):/g, [
      read('styles/colours.css').split('@media')[0] ?? '',
    ]);
    expect(colours.sort()).toEqual(Object.keys(contract.customProperties).sort());
  });

  it('stands in the README', () => {
    const readme = read('../README.md');
    const { attributes, properties, methods, events } = contract;
    for (const name of [attributes, properties, methods, events].flatMap(Object.keys))
      expect(readme, name).toContain(`\`${name}`);
  });

  it('can be imported where there is no document', () => {
    expect(typeof ChiduNotice).toBe('function');
    expect(() => new ChiduNotice()).not.toThrow();
  });
});
