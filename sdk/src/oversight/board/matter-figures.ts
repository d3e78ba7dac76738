import { RISKS } from '../events/event-data.ts';
import type { ClueHistory, SupervisionHistory } from '../events/matters.ts';
import { count, type Figure, type FigureDefinition, share } from '../figure.ts';
import { grouped } from '../grouped.ts';
import { define } from './define-figure.ts';

/** 线索 and 监督案件 as the screen counts them. */
export const MATTER_FIGURES = {
  clues: define('clues', 'clue', ['线索', 'Clues'], ['进入线索池的线索数', 'clues in the pool']),
  settled: define(
    'settled',
    'clue',
    ['线索已办结', 'Clues settled'],
    ['状态为已办结的线索÷全部线索', 'clues whose state is settled ÷ all clues'],
  ),
  level: define(
    'clue-level',
    'clue',
    ['线索等级', 'Level of clues'],
    [
      '该级的线索÷全部线索；有人改过等级的以人为准',
      'clues of the level ÷ all clues; a person’s word goes first',
    ],
  ),
  channel: define(
    'clue-channel',
    'clue',
    ['线索来源', 'Channel of clues'],
    ['该渠道的线索÷全部线索', 'clues of the channel ÷ all clues'],
  ),
  state: define(
    'clue-state',
    'clue',
    ['线索状态', 'State of clues'],
    ['该状态的线索÷全部线索', 'clues in the state ÷ all clues'],
  ),
  work: define(
    'clue-work',
    'clue',
    ['监督方式', 'Kind of work'],
    ['以该方式处置的线索数', 'clues worked on in this way'],
  ),
  supervisions: define(
    'supervisions',
    'supervision',
    ['监督案件', 'Supervision cases'],
    ['发出监督文书的案件数', 'supervision cases with an instrument'],
  ),
  supervisionState: define(
    'supervision-state',
    'supervision',
    ['监督案件状态', 'State of supervision cases'],
    ['该状态的监督案件÷全部监督案件', 'supervision cases in the state ÷ all of them'],
  ),
} as const;

const F = MATTER_FIGURES;

/** What became of clues and supervision cases. */
export function matterFigures(
  clues: readonly ClueHistory[],
  supervisions: readonly SupervisionHistory[],
): Figure[] {
  const ids = (of: readonly { readonly id: string }[]) => of.map(({ id }) => id);
  const all = ids(clues);
  const among = <T extends { readonly id: string }>(
    definition: FigureDefinition,
    name: string,
    of: readonly T[],
    keyOf: (one: T) => string,
  ): Figure[] =>
    grouped(of, keyOf).map(([key, own]) =>
      share(definition, { part: ids(own), of: ids(of), scope: { [name]: key } }),
    );
  return [
    count(F.clues, all),
    share(F.settled, { part: ids(clues.filter(({ state }) => state === 'settled')), of: all }),
    ...RISKS.map((level) =>
      share(F.level, {
        part: ids(clues.filter((clue) => clue.level === level)),
        of: all,
        scope: { level },
      }),
    ),
    ...among(F.channel, 'channel', clues, ({ data }) => data.channel),
    ...among(F.state, 'state', clues, ({ state }) => state),
    ...(['special', 'joint'] as const).map((work) =>
      count(
        F.work,
        ids(clues.filter(({ steps }) => steps.some(({ data }) => data.work === work))),
        { work },
      ),
    ),
    count(F.supervisions, ids(supervisions)),
    ...among(F.supervisionState, 'state', supervisions, ({ state }) => state),
  ];
}
