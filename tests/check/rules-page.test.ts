import { expect, test } from 'vitest';
import { RULES } from '../../sdk/src/oversight/alerts/rules.ts';
import { CLUE_LEVELS } from '../../sdk/src/oversight/clues/levels.ts';
import { rulesPage } from './rules-page.ts';

test('says every rule of supervision in words, with the numbers and articles that it runs by', () => {
  const lines = rulesPage().split('\n');
  expect(lines.filter((line) => line.startsWith('| ')).length).toBeGreaterThan(60);
  for (const { label } of [...RULES, ...CLUE_LEVELS.rules])
    expect(lines.filter((line) => line.includes(`| ${label.zh} | ${label.en} |`))).toHaveLength(1);
  expect(lines).toContain(
    '| 答复执法监督通知书 | Answer a supervision notice | 10个工作日 | 《市场监督管理执法监督暂行规定》第十八条第二款 |',
  );
  expect(rulesPage()).not.toMatch(/undefined|NaN|\| *\|/);
});
