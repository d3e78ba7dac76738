export {
  type Expectation,
  type ExpectedFine,
  type ExpectOptions,
  expectFine,
  type Modelled,
} from './expect-fine.ts';
export type { GroupError } from './group-errors.ts';
