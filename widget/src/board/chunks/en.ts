export { en } from '../strings/en.ts';
