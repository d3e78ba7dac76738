import type * as z from 'zod/mini';
import type { Issue } from '../errors.ts';
import { pointer } from '../text/index.ts';

/** What a schema found, one issue for each place: `missing-field`, `unknown-field` or `schema`. */
export function schemaIssues(value: unknown, error: z.core.$ZodError): Issue[] {
  return error.issues.flatMap((issue): Issue[] => {
    const at = pointer(issue.path);
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        code: 'unknown-field',
        at: at + pointer([key]),
        message: 'this format has no such field',
      }));
    }
    if (issue.code === 'invalid_type' && !present(value, issue.path)) {
      return [{ code: 'missing-field', at, message: `${issue.expected} expected, nothing found` }];
    }
    return [{ code: 'schema', at, message: expectation(issue) }];
  });
}

function present(value: unknown, path: readonly PropertyKey[]): boolean {
  let one: unknown = value;
  for (const step of path) {
    if (typeof one !== 'object' || one === null || !Object.hasOwn(one, step)) return false;
    one = (one as Record<PropertyKey, unknown>)[step];
  }
  return true;
}

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `${issue.expected} expected`;
    case 'invalid_value':
      return `one of ${issue.values.map((one) => JSON.stringify(one)).join(', ')} expected`;
    case 'too_small':
      return `at least ${issue.minimum} expected`;
    case 'too_big':
      return `at most ${issue.maximum} expected`;
    case 'invalid_format':
      return `${issue.format} expected${issue.pattern === undefined ? '' : `: ${issue.pattern}`}`;
    case 'invalid_union':
      return 'fits none of the forms that may stand here';
    default:
      return issue.message;
  }
}
