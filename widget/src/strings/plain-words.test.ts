import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/**
 * How hard the Chinese of the page is to read, by what can be counted: characters out of common use, and how long a sentence
 * and a breath are. In common use are the 3,755 characters of level 1 of GB/T 2312-1980, which were chosen by how often they
 * are written; every platform that decodes the standard holds them. It is a measure of ours and no school grade: for official
 * Chinese there is none that is kept.
 */
const LONGEST_SENTENCE = 50;
const LONGEST_BREATH = 22;
const MEAN_SENTENCE = 20;

/** Level 1 stands in rows 16 to 55 of the table; row 55 ends at cell 89. */
function commonCharacters(): ReadonlySet<string> {
  const decoder = new TextDecoder('gbk');
  const common = new Set<string>();
  for (let row = 16; row <= 55; row += 1)
    for (let cell = 1; cell <= (row === 55 ? 89 : 94); cell += 1)
      common.add(decoder.decode(Uint8Array.of(0xa0 + row, 0xa0 + cell)));
  return common;
}

const han = (text: string) => [...text].filter((character) => /\p{sc=Han}/u.test(character));

/** Every text with Chinese in it, a value in it counted as one character. */
const texts = [
  ...globSync('{zh,*-zh}.ts', { cwd: import.meta.dirname }).map((file) => `./${file}`),
  '../../../sdk/src/verdict/texts/zh.ts',
].flatMap((file) =>
  [
    ...readFileSync(new URL(file, import.meta.url), 'utf8')
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g),
  ]
    .map(([, plain, template]) => (plain ?? template ?? '').replace(/\$\{[^}]*\}/g, '某'))
    .filter((text) => han(text).length > 0),
);

it('says nothing in characters out of common use', () => {
  const common = commonCharacters();
  expect(common.size).toBe(3755);
  expect(common.has('鳏')).toBe(false);
  expect(texts.length).toBeGreaterThan(250);
  expect(han(texts.join('')).filter((character) => !common.has(character))).toEqual([]);
});

it('says it in short sentences, and in shorter breaths', () => {
  const sentences = texts.join('。').split(/[。！？；\n]/);
  expect(sentences.filter((sentence) => han(sentence).length > LONGEST_SENTENCE)).toEqual([]);
  const breaths = sentences.flatMap((sentence) => sentence.split(/[，、：（）「」…]/));
  expect(breaths.filter((breath) => han(breath).length > LONGEST_BREATH)).toEqual([]);
  // Labels of a word or two say nothing about sentences.
  const lengths = sentences.map((sentence) => han(sentence).length).filter((length) => length > 6);
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  expect(mean).toBeLessThan(MEAN_SENTENCE);
});
