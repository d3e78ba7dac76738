import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { EVENT_DATA } from '../oversight/index.ts';
import { CLEARANCE, FIELD_LEVELS, levelOf } from './field-levels.ts';
import { ROUTES, type Route } from './routes.ts';

/** Names of all members that an answer may have, however deep. */
function membersOf(schema: unknown, found = new Set<string>()): Set<string> {
  if (typeof schema !== 'object' || schema === null) return found;
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'properties') for (const name of Object.keys(value as object)) found.add(name);
    membersOf(value, found);
  }
  return found;
}
const answerOf = ({ answer }: Route): Set<string> =>
  answer instanceof z.ZodMiniType ? membersOf(z.toJSONSchema(answer)) : new Set();

/**
 * Members that one schema has for several roles and that are null for these: objections.test.ts reads the file as each of them
 * (`keeps its contact from everybody but the supervision body`).
 */
const NULL_FOR: Readonly<Record<string, readonly string[]>> = {
  readObjection: ['officer', 'head'],
  stepObjection: ['officer', 'head'],
  listObjections: ['officer', 'head'],
};

/** `route role member` for every member that goes to a role without clearance. */
function leaks(routes: Readonly<Record<string, Route>>): string[] {
  return Object.entries(routes).flatMap(([name, route]) => {
    const roles = route.roles === 'everyone' ? (['everyone'] as const) : route.roles;
    return roles.flatMap((role) =>
      [...answerOf(route)]
        .filter((member) => {
          const level = levelOf(member);
          if (level === null || CLEARANCE[role].includes(level)) return false;
          return !(level === 'sealed' && NULL_FOR[name]?.includes(role));
        })
        .map((member) => `${name} ${role} ${member}`),
    );
  });
}

it('put every member of every answer into exactly one level', () => {
  const names = Object.values(FIELD_LEVELS).flat();
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  const members = new Set(Object.values(ROUTES).flatMap((route) => [...answerOf(route)]));
  expect([...members].filter((name) => levelOf(name) === null)).toEqual([]);
});

it('give no role a member that it is not cleared for', () => {
  expect(leaks(ROUTES)).toEqual([]);
});

it('would name a text that goes to an auditor, and a contact that goes to a head', () => {
  const { readObjection } = ROUTES;
  expect(leaks({ other: { ...readObjection, roles: ['auditor'] } })).toContain(
    'other auditor text',
  );
  expect(leaks({ other: { ...readObjection, roles: ['head'] } })).toContain('other head contact');
});

it('let no words and no person into the open part of an entry', () => {
  for (const [kind, schema] of Object.entries(EVENT_DATA)) {
    const closed = [...membersOf(z.toJSONSchema(schema, { unrepresentable: 'any' }))].filter(
      (name) => !['open', 'case'].includes(levelOf(name) ?? name),
    );
    // How many papers there are and that there is a contact: numbers and yes or no, checked by type.
    expect([kind, closed]).toEqual([kind, kind === 'objected' ? ['attachments', 'contact'] : []]);
  }
  expect(EVENT_DATA.objected.shape.attachments.safeParse('a').success).toBe(false);
  expect(EVENT_DATA.objected.shape.contact.safeParse('a').success).toBe(false);
});
