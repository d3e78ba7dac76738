/** The steps of an assessment in words. */
export { sentences } from '@chidu/sdk/discretion/sentences';
