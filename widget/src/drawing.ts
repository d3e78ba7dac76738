import { Component, createRef, Fragment } from 'preact';
import { jsx, jsxs } from 'preact/jsx-runtime';
import { loadChunk } from './chunk.ts';

const preact = { Component, createRef, Fragment, jsx, jsxs };

/** Loads a chunk that draws, and hands it the Preact of this core: see `build.ts`. */
export const loadDrawing = async (name: string): Promise<unknown> =>
  ((await loadChunk(name)) as { draw: (runtime: typeof preact) => unknown }).draw(preact);
