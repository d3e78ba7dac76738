export { type Bounds, type Outlook, type Question, whatStillMatters } from './still-matters.ts';
export { type Change, whatWouldChange } from './would-change.ts';
