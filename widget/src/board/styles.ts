import { sharedSheet } from '../sheet.ts';
import css from './styles.css?inline';

export const sheet = sharedSheet(css);
