import { decisionEn } from '../strings/decision-en.ts';
import { decisionZh } from '../strings/decision-zh.ts';

/** The steps of an assessment in words, and the words around them. */
export { sentences } from '@chidu/sdk/discretion/sentences';

/** What is said about the decision and the law, by the language of the other texts. */
export const decisionStrings = (lang: string) => (lang === 'en' ? decisionEn : decisionZh);
