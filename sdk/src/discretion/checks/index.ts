export { checkRule } from './check-rule.ts';
export { CHECKS, type Check, type Finding, type FindingCode, type Level } from './finding.ts';
export { messageOf } from './messages.ts';
export { applyReviews, findingHash, type Review, type Reviewed } from './reviewed.ts';
export { checkTimeline, type TimelineFinding, type Version } from './timeline.ts';
