import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contract } from './contract.ts';

/** The contract as a custom-elements manifest (schema 1.0.0), which editors and catalogues read. */
export function manifest(): string {
  const { attributes, properties, methods, events, slots, parts, customProperties } = contract;
  const named = (list: Readonly<Record<string, string>>) =>
    Object.entries(list).map(([name, description]) => ({ name, description }));
  const path = 'dist/chidu-notice.js';
  const value = {
    schemaVersion: '1.0.0',
    modules: [
      {
        kind: 'javascript-module',
        path,
        declarations: [
          {
            kind: 'class',
            name: 'ChiduNotice',
            description: 'What the supervision code of a penalty notice says, checked in the page.',
            customElement: true,
            tagName: 'chidu-notice',
            superclass: { name: 'HTMLElement' },
            attributes: named(attributes),
            members: [
              ...Object.entries(properties).map(([name, { type, text, readonly }]) => ({
                kind: 'field',
                name,
                type: { text: type },
                description: text,
                readonly,
              })),
              ...Object.entries(methods).map(([name, { type, text }]) => ({
                kind: 'method',
                name,
                description: `${text} \`${type}\``,
              })),
            ],
            events: Object.entries(events).map(([name, { type, text }]) => ({
              name,
              type: { text: type },
              description: text,
            })),
            slots: named(slots),
            cssParts: named(parts),
            cssProperties: named(customProperties),
          },
        ],
        exports: [
          {
            kind: 'custom-element-definition',
            name: 'chidu-notice',
            declaration: { name: 'ChiduNotice', module: path },
          },
        ],
      },
    ],
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}

if (import.meta.main) {
  writeFileSync(join(import.meta.dirname, 'custom-elements.json'), manifest());
}
