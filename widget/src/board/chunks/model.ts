import { expose } from 'comlink';
import { BoardModel } from '../model.ts';

export { BoardModel };

/** The same file is a worker's script and a part of the page, so that a portal without workers needs no other one. */
if ('importScripts' in globalThis && !('document' in globalThis)) expose(new BoardModel());
