export { type Observation, observationOf } from './observation.ts';
export { type Clue, FEWEST, type Screening, type ScreenOptions, screen } from './screen.ts';
