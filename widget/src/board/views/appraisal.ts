import { type BoardCase, selectCases } from '@chidu/sdk/oversight/board';
import { appraise, FULL_RATES, fullRates } from '@chidu/sdk/oversight/indicators';
import {
  officerFigures,
  peopleOf,
  publicityFigure,
  publicityOf,
  reviewFigure,
} from '@chidu/sdk/oversight/registers';
import { useOf } from '@chidu/sdk/oversight/use';
import { within } from '@chidu/sdk/text';
import type { Asked, Views } from '../shown.ts';
import type { Known } from './known.ts';

export function appraisal(known: Known, { filter }: Asked): Views['appraisal'] {
  const { board, keep } = known;
  const { formula, officers, publicity, reviews, today } = known.papers;
  const { organisation, branches } = board;
  // These figures say themselves what happened in the period; a case may have begun before it.
  const cases = selectCases(board, { ...filter, from: null, to: null });
  if (organisation === null)
    return { rates: [], beside: [], unknown: [], formula: null, scores: [] };
  const from = filter.from ?? '2000-01-01';
  const to =
    filter.to ?? (today >= '2000' ? `${Number(today.slice(0, 4)) + 1}-01-01` : '9999-01-01');
  const people = officers && peopleOf(officers);
  const published = publicity && publicityOf(publicity, historiesOf(board.cases)).byCase;
  const of = (unit: string | null, own: readonly BoardCase[]) => {
    const branch = unit === null ? null : branches.get(unit);
    const units = organisation.units.filter(({ id }) => branch === null || branch?.has(id));
    return fullRates({
      organisation: { ...organisation, units },
      people,
      cases: historiesOf(own),
      from,
      to,
      publicity: published,
    });
  };
  const whole = of(filter.unit, cases);
  const below = organisation.units.filter(({ parent }) => parent === filter.unit);
  const tops = below.length > 0 ? below : organisation.units.filter(({ id }) => id === filter.unit);
  const compared =
    filter.unit === null && tops.length === 1
      ? organisation.units.filter(({ parent }) => parent === tops[0]?.id)
      : tops;
  const figuresOf = compared.map(({ id }) => {
    const own = cases.filter(({ unit }) => unit !== null && branches.get(id)?.has(unit));
    const figures = [
      ...of(id, own).figures,
      ...useOf(
        own.flatMap(({ exercise }) =>
          exercise !== null && within(exercise.day, from, to) ? exercise : [],
        ),
      ),
    ].map((figure) => ({ ...figure, id: `${figure.id}@${id}` }));
    return { unit: id, figures };
  });
  const scores = formula === null ? [] : appraise(formula, figuresOf);
  const histories = historiesOf(cases);
  const period = { from, to };
  return {
    rates: whole.figures.map(keep),
    beside: [
      ...(officers ? officerFigures(officers, today) : []),
      ...(publicity ? [publicityFigure(publicity, { cases: histories, ...period })] : []),
      ...(reviews ? [reviewFigure(histories, { reviews, ...period })] : []),
    ].map(keep),
    unknown: whole.unknown.flatMap((id) =>
      Object.values(FULL_RATES)
        .filter((rate) => rate.id === id)
        .map(({ label }) => ({ id, label })),
    ),
    formula: formula && {
      title: formula.title,
      version: formula.version,
      sample: formula.sample,
      items: formula.items.map(({ figure, label, weight, none, all }) => ({
        figure,
        label,
        weight,
        none,
        all,
      })),
    },
    scores: scores.map(({ unit, afterContest, contests, places }) => ({
      unit,
      name: organisation.units.find(({ id }) => id === unit)?.name ?? unit,
      total: afterContest.total,
      interval: afterContest.interval,
      places,
      contests: contests.length,
      items: afterContest.items.map(({ figure, counted, points }) => ({
        figure,
        counted: counted && keep(counted),
        points,
      })),
    })),
  };
}

const historiesOf = (cases: readonly BoardCase[]) => cases.map(({ history }) => history);
