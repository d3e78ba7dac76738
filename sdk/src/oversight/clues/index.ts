export { About, Clue, ClueSource, type ClueState, levelOf, loadClue } from './clue.ts';
export { EFFECT, effectOf } from './effect.ts';
export { FEEDS, type Feed, type FeedName } from './feeds.ts';
export {
  CLUE_REASONS,
  CLUE_RESULTS,
  CLUE_STATES,
  CLUE_STEPS,
  type ClueActor,
  type ClueReason,
  type ClueResult,
  type ClueStep,
} from './flow.ts';
export { CLUE_LEVELS, type ClueFacts, ClueLevels, levelByRule, loadClueLevels } from './levels.ts';
export { mergeClues, newClue, splitClue } from './merge.ts';
export { type FeedRead, readFeed } from './read-feed.ts';
export { DutyList, loadDuties, type Route, routeClue } from './route-clue.ts';
export { type SameMatter, sameMatters } from './same-matter.ts';
export { type ClueCaller, type ClueRequest, type Stepped, stepClue } from './step-clue.ts';
export { type JointVisit, jointVisits, type PlannedVisit } from './visits.ts';
export { Work } from './work.ts';
