import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { missing, showFigure } from '../figure.ts';
import { history, NORTH } from '../use/fixtures/history.ts';
import { exercisesOf } from '../use/index.ts';
import {
  type CommitteeRecords,
  committeeOf,
  type Discussion,
  loadCommittee,
  loadNormativeDocuments,
  standingOf,
} from './index.ts';

const fixture = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8'));

describe('the document behind a benchmark', () => {
  const loaded = loadNormativeDocuments(fixture('normative-documents-1.json'));
  const register = loaded.ok ? loaded.value : expect.fail('the fixture, kept for ever, is read');
  const pack = (number: string | null, more: object = {}) => ({
    sample: false,
    publication: number === null ? null : { number, date: '2026-02-01' },
    from: '2026-03-01',
    to: null,
    ...more,
  });
  const on = '2026-11-01';

  it('makes it official once reviewed and filed; a missing filing takes nothing from its use', () => {
    const [first, second] = register.documents;
    expect(standingOf(pack(first?.number ?? ''), register, on)).toMatchObject({
      standing: 'official',
      lacks: [],
      document: { filing: { number: 'SLSBM-2026-01' }, issuer: '示例市市场监督管理局' },
    });
    expect(standingOf(pack(second?.number ?? ''), register, on)).toMatchObject({
      standing: 'usable',
      lacks: ['review', 'filing'],
    });
    expect(standingOf(pack('无此文号'), register, on)).toMatchObject({
      standing: 'usable',
      lacks: ['document'],
    });
    // On the day before the filing it is used, and not official yet.
    const early = { ...pack(first?.number ?? ''), from: '2026-01-01' };
    const document = { ...(first ?? expect.fail('a document')), from: '2026-02-01' };
    const before = standingOf(early, { ...register, documents: [document] }, '2026-02-09');
    expect(before).toMatchObject({ standing: 'usable', lacks: ['filing'] });
  });

  it('cannot make up for one that is unpublished, a sample, or not in force', () => {
    const number = register.documents[1]?.number ?? '';
    const standing = (of: Parameters<typeof standingOf>[0], day = on) =>
      standingOf(of, register, day).standing;
    expect(standing(pack(null))).toBe('unusable');
    expect(standing(pack(number, { sample: true }))).toBe('sample');
    expect(standing(pack(number), '2026-06-30')).toBe('unusable');
    expect(standing(pack(number), '2031-07-01')).toBe('unusable');
    expect(standing(pack(number, { to: '2026-10-01' }))).toBe('unusable');
  });

  it('is refused where numbers stand twice or days run backwards', () => {
    const [first] = register.documents;
    const codes = (...documents: object[]) => {
      const read = loadNormativeDocuments({ ...register, documents });
      return read.ok ? [] : read.issues.map(({ code, at }) => `${code} ${at}`);
    };
    expect(codes(first ?? {}, first ?? {})).toEqual([
      'given-twice /documents/1/number',
      'given-twice /documents/1/filing',
    ]);
    const filing = { ...first?.filing, on: '2026-01-31' };
    expect(codes({ ...first, filing, reviewed: '2026-02-02', to: '2026-03-01' })).toEqual([
      'inverted /documents/0/to',
      'inverted /documents/0/reviewed',
      'inverted /documents/0/filing',
    ]);
  });
});

describe('the case committee', () => {
  const loaded = loadCommittee(fixture('committee-1.json'));
  const records = loaded.ok ? loaded.value : expect.fail('the fixture, kept for ever, is read');
  const [sample] = records.discussions;
  const discussion = (number: string, more: Partial<Discussion> = {}): Discussion => ({
    ...(sample ?? expect.fail('a discussion')),
    authority: NORTH,
    case: number,
    on: '2026-10-01',
    ...more,
  });
  const handed = (...discussions: Discussion[]): CommitteeRecords => ({ ...records, discussions });
  const major = exercisesOf(['1', '2', '3', '4', '5', '6'].map((id) => history(id))).exercises;

  it('is asked about where a major case was decided without it, and where its record leaves a question', () => {
    const few = [{ role: 'leader' as const, of: 7, present: 3 }];
    const { figure, flags } = committeeOf(
      handed(
        discussion('1'),
        discussion('2', { on: '2026-12-31' }),
        discussion('3', { votes: { for: 3, against: 2, abstained: 1 }, dissentRecorded: null }),
        discussion('4', { members: few, votes: { for: 3, against: 0, abstained: 0 } }),
        // The first sitting carried nothing, the second did: the last before the decision counts.
        discussion('5', { votes: { for: 1, against: 5, abstained: 0 } }),
        discussion('5', { on: '2026-10-02' }),
      ),
      major,
    );
    expect(showFigure(figure)).toBe('66.67%（4/6）');
    const plain = (id: string) => id.slice(NORTH.length + 1);
    expect(missing(figure).map(plain)).toEqual(['2', '6']);
    expect(flags.map((one) => `${plain(one.case)} ${one.flag}`)).toEqual([
      '2 not-discussed',
      '3 not-carried',
      '3 dissent-missing',
      '4 no-majority-present',
      '4 no-legal-member',
      '6 not-discussed',
    ]);
    expect(showFigure(committeeOf(records, []).figure)).toBe('无基数（0/0）');
  });

  it('is known by counts and roles alone, and its counts have to agree', () => {
    const codes = (one: object) => {
      const read = loadCommittee({ ...records, discussions: [{ ...sample, ...one }] });
      return read.ok ? [] : read.issues.map(({ code }) => code);
    };
    expect(codes({})).toEqual([]);
    expect(codes({ names: ['某某'] })).toEqual(['unknown-field']);
    expect(codes({ votes: { for: 6, against: 1, abstained: 0 } })).toEqual(['contradiction']);
    expect(codes({ members: [{ role: 'chair', of: 8, present: 9 }] })).toEqual(['contradiction']);
    const twice = { role: 'chair', of: 6, present: 6 };
    expect(codes({ members: [twice, twice] })).toEqual(['given-twice']);
  });
});
