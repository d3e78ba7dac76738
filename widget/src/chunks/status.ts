/** Status lists: only for codes that have a place in one, on portals that name one. */
export { checkStatus } from '@chidu/sdk/verdict';
