import { render } from 'preact';
import type { Drawn, DrawProps } from '../board-state.ts';
import { Desk } from '../view/desk.tsx';

/** The supervision body's eight views. */
export const mount = (root: ShadowRoot): Drawn => ({
  draw: (props: DrawProps) => render(<Desk {...props} />, root),
  clear: () => render(null, root),
});
