import { Component, createRef, Fragment } from 'preact';
import { jsx, jsxs } from 'preact/jsx-runtime';
import { loadChunk } from './chunk.ts';

/** What a chunk that draws is handed: the Preact of this core, and how it loads others. See `build.ts`. */
const core = { Component, createRef, Fragment, jsx, jsxs, loadChunk, loadDrawing };

export async function loadDrawing(name: string): Promise<unknown> {
  return ((await loadChunk(name)) as { draw: (runtime: typeof core) => unknown }).draw(core);
}
