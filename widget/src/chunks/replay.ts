/** The arithmetic with its rules and sentences: large, and only needed once the signature has passed. */
export { sentences } from '@chidu/sdk/discretion/sentences';
export { replay } from '@chidu/sdk/verdict';
