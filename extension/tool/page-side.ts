/** What the tool runs inside a page: the same code as the extension's readers. */
export { readPage } from '../locate/read-page.ts';
export { proposePage } from '../suggest/propose.ts';
