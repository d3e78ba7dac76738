import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { boardContract, contract } from './contract.ts';

interface Member {
  readonly type: string;
  readonly text: string;
}

interface Contract {
  readonly attributes: Readonly<Record<string, string>>;
  readonly properties: Readonly<Record<string, Member & { readonly readonly: boolean }>>;
  readonly methods: Readonly<Record<string, Member>>;
  readonly events: Readonly<Record<string, Member>>;
  readonly slots: Readonly<Record<string, string>>;
  readonly parts: Readonly<Record<string, string>>;
  readonly customProperties: Readonly<Record<string, string>>;
}

const named = (list: Readonly<Record<string, string>>) =>
  Object.entries(list).map(([name, description]) => ({ name, description }));

function module(tagName: string, name: string, description: string, of: Contract) {
  const path = `dist/${tagName}.js`;
  return {
    kind: 'javascript-module',
    path,
    declarations: [
      {
        kind: 'class',
        name,
        description,
        customElement: true,
        tagName,
        superclass: { name: 'HTMLElement' },
        attributes: named(of.attributes),
        members: [
          ...Object.entries(of.properties).map(([name, { type, text, readonly }]) => ({
            kind: 'field',
            name,
            type: { text: type },
            description: text,
            readonly,
          })),
          ...Object.entries(of.methods).map(([name, { type, text }]) => ({
            kind: 'method',
            name,
            description: `${text} \`${type}\``,
          })),
        ],
        events: Object.entries(of.events).map(([name, { type, text }]) => ({
          name,
          type: { text: type },
          description: text,
        })),
        slots: named(of.slots),
        cssParts: named(of.parts),
        cssProperties: named(of.customProperties),
      },
    ],
    exports: [
      {
        kind: 'custom-element-definition',
        name: tagName,
        declaration: { name, module: path },
      },
    ],
  };
}

/** The contracts as a custom-elements manifest (schema 1.0.0), which editors and catalogues read. */
export function manifest(): string {
  const value = {
    schemaVersion: '1.0.0',
    modules: [
      module(
        'chidu-notice',
        'ChiduNotice',
        'What the supervision code of a penalty notice says, checked in the page.',
        contract,
      ),
      module(
        'chidu-board',
        'ChiduBoard',
        "The supervision body's screen over the entries of a log, or published statistics.",
        boardContract,
      ),
    ],
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}

if (import.meta.main) {
  writeFileSync(join(import.meta.dirname, 'custom-elements.json'), manifest());
}
