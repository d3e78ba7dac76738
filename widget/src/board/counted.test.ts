import { expect, it } from 'vitest';
import { apart, countedOf } from './counted.ts';
import type { ShownFigure } from './shown.ts';

const figure = (id: string, numerator: number, denominator: number | null): ShownFigure => ({
  ...{ id, scope: {}, numerator, denominator, bp: null },
  definition: { id, label: { zh: id, en: id }, formula: { zh: id, en: id }, counts: 'case' },
});
const figures = [figure('board.cases', 7, null), figure('board.open', 2, 7)];

const asked = (answer: () => Promise<Response>) =>
  countedOf(
    { base: 'https://service.example', authority: 'a', year: '2026', fetch: answer },
    new AbortController().signal,
  );
const answering = (read: object[]) =>
  asked(async () => Response.json({ figures, read, unread: 0 }));
const log = { authority: 'a', year: 2026, next: 70, size: 72 };

it('are taken where they count the log that is followed, and no other', async () => {
  expect(await answering([log])).toEqual({ figures, entries: 70 });
  expect(await answering([log, { ...log, year: 2025 }])).toBe(null);
  expect(await answering([{ ...log, year: 2025 }])).toBe(null);
  expect(await answering([])).toBe(null);
});

it('are done without where the service has none or is not there', async () => {
  expect(await asked(async () => Response.json({ error: 'not-found' }, { status: 404 }))).toBe(
    null,
  );
  expect(await asked(() => Promise.reject(new TypeError('no network')))).toBe(null);
});

it('are held against the entries', () => {
  const counted = { figures, entries: 70 };
  expect(apart(counted, figures)).toEqual([]);
  const own = [figure('board.cases', 7, null), figure('board.open', 2, 8), figure('more', 1, null)];
  expect(apart(counted, own).map(({ id }) => id)).toEqual(['board.open']);
  expect(apart(counted, [figure('board.cases', 8, null)]).map(({ id }) => id)).toEqual([
    'board.cases',
  ]);
});
