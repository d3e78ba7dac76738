import type { ComponentChildren, RefObject } from 'preact';
import type { Reading } from '../reading.ts';
import type { Strings } from '../strings/zh.ts';

export interface SectionProps {
  readonly t: Strings;
  readonly reading: Reading;
  /** Level of the section's heading. */
  readonly level: number;
}

/** One part of the page under its own heading. `name` is its hook and its `::part`. */
export function Section(props: {
  readonly name: string;
  readonly heading: string;
  readonly level: number;
  readonly headingRef?: RefObject<HTMLHeadingElement | null>;
  readonly children: ComponentChildren;
}) {
  const Heading = `h${props.level}` as 'h3';
  // Ids are of the shadow root alone, so two elements on a page cannot meet.
  const id = `${props.name}-heading`;
  return (
    <section data-section={props.name} part={props.name} aria-labelledby={id}>
      <Heading id={id} ref={props.headingRef ?? null} tabIndex={-1}>
        {props.heading}
      </Heading>
      {props.children}
    </section>
  );
}

/**
 * The sentence that tells a part, first under its heading. Read aloud and copied one after the other they are the whole in
 * short, and the plain sheet prints little else: see `chunks/aloud.ts`.
 */
export const Lead = ({ children }: { readonly children: ComponentChildren }) => (
  <p class="lead" part="lead" data-lead>
    {children}
  </p>
);

/** A list of names and values. Entries without a value are left out. */
export function Facts({ entries }: { entries: readonly (readonly [string, ComponentChildren])[] }) {
  const given = entries.filter(
    ([, value]) => value !== null && value !== undefined && value !== '',
  );
  return given.length === 0 ? null : (
    <dl class="facts">
      {given.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
