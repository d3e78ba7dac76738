import { caseHistories } from '@chidu/sdk/oversight';
import type { Person } from '@chidu/sdk/oversight/indicators';
import type {
  LegalReviews,
  OfficerRegister,
  PublicityRegister,
} from '@chidu/sdk/oversight/registers';
import { type Exercise, exercisesOf } from '@chidu/sdk/oversight/use';
import { addDays } from '@chidu/sdk/text';
import { workDay, workDaysAfter } from './work-days.ts';
import type { World } from './world.ts';

/** One in so many: has a certificate that ran out, is not published, is exempt, is published late, has no review. */
const LAPSED = 997;
const UNPUBLISHED = 97;
const EXEMPT = 211;
const LATE = 61;
const UNREVIEWED = 331;

/** 执法人员库 of a world: its own register of people, else everybody in post under the keys that its log shows. */
export function officersOf(world: World): OfficerRegister {
  const { today } = world;
  const officers = (world.people ?? inPost(world)).map(({ unit, kid }, i) => ({
    number: `99-${String(i + 1).padStart(6, '0')}`,
    unit,
    from: addDays(today, -700),
    to: i % LAPSED === 5 ? addDays(today, -30) : addDays(today, 400 + (i % 700)),
    kid,
  }));
  return { format: 'chidu-officers/1', on: today, officers };
}

function inPost({ events, organisation }: World): Person[] {
  const keys = Map.groupBy(
    events.filter(({ role, kid }) => role === 'officer' && kid !== null),
    ({ authority }) => authority,
  );
  return organisation.units.flatMap(({ id, authority, people }) => {
    const used = [...new Set((keys.get(authority ?? '') ?? []).map(({ kid }) => kid))];
    return Array.from({ length: people }, (_, i) => ({
      id: `${id}/${i + 1}`,
      unit: id,
      kid: used[i] ?? null,
    }));
  });
}

/** 公示记录: nearly everything that was decided, most of it in time. */
export function publicityOfWorld(world: World): PublicityRegister {
  const { today } = world;
  const records = decidedIn(world).map((one, i) => {
    const on = workDaysAfter(one.day, i % LATE === 9 ? 25 : 3 + (i % 15));
    const exempt = i % EXEMPT === 7 ? ('minor' as const) : null;
    const published = exempt !== null || i % UNPUBLISHED === 13 || on > today ? null : on;
    return { ...placeOf(one), published, exempt };
  });
  return { format: 'chidu-publicity/1', on: today, records };
}

/** 审核记录 of a system beside, where the log shows no review; else an empty file. */
export function reviewsOfWorld(world: World): LegalReviews {
  const seen = world.events.some(({ kind, data }) => kind === 'stage' && data?.stage === 'review');
  const reviews = (seen ? [] : decidedIn(world))
    .filter((_, i) => i % UNREVIEWED !== 3)
    .map((one) => ({
      ...placeOf(one),
      on: workDay(addDays(one.day, -12)),
      kind: 'legal' as const,
      result: 'passed' as const,
    }));
  return { format: 'chidu-legal-reviews/1', on: world.today, reviews };
}

const decidedIn = ({ events }: World): Exercise[] =>
  exercisesOf(caseHistories(events).cases).exercises.filter(({ state }) => state === 'decided');

const placeOf = ({ authority, case: id }: Exercise) => ({
  authority,
  case: id.slice(authority.length + 1),
});
