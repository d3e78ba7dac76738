import * as z from 'zod/mini';
import type { ErrorCode } from '../errors.ts';
import { HTTP_STATUS } from './http-status.ts';
import { PATHS, type RouteName } from './paths.ts';
import { Problem } from './problem.ts';
import { COMMON_ERRORS, ROUTES, type Route, SIGNED_ERRORS } from './routes.ts';

type Json = Record<string, unknown>;

/** The description of every route as OpenAPI 3.1, made of the same schemas that the server checks with. */
export function openApi(): Json {
  const paths: Record<string, Json> = {};
  for (const name of Object.keys(ROUTES) as RouteName[]) {
    const [method, path] = PATHS[name];
    paths[path] = { ...paths[path], [method.toLowerCase()]: operation(name, ROUTES[name]) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Chidu service',
      version: '1',
      summary: 'Issue, verify, object, answer, prove.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths,
    components: {
      schemas: { Problem: schema(Problem) },
      securitySchemes: {
        signed: {
          type: 'http',
          scheme: 'chidu',
          description:
            'Chidu <base64url of a signed text chidu-request/1>: sdk/docs/formats/request.md',
        },
      },
    },
  };
}

/** Every refusal that a route may give. */
export function errorsOf(route: Route): ErrorCode[] {
  return [...COMMON_ERRORS, ...(isSigned(route) ? SIGNED_ERRORS : []), ...(route.errors ?? [])];
}

/** Does a caller have to sign? */
export const isSigned = ({ roles }: Route): boolean =>
  roles !== 'everyone' && !roles.includes('party') && !roles.includes('witness');

function operation(name: RouteName, route: Route): Json {
  const { params, query, body, answer } = route;
  const parameters = [...parametersOf('path', params), ...parametersOf('query', query)];
  const refusals = new Map<number, ErrorCode[]>();
  for (const code of errorsOf(route)) {
    const status = HTTP_STATUS[code] ?? 422;
    refusals.set(status, [...(refusals.get(status) ?? []), code]);
  }
  const content =
    'type' in answer && typeof answer.type === 'string' && !('_zod' in answer)
      ? { [answer.type]: { schema: { type: 'string' } } }
      : { 'application/json': { schema: schema(answer as z.ZodMiniType) } };
  return {
    operationId: name,
    summary: route.summary,
    ...(isSigned(route) && { security: [{ signed: [] }] }),
    'x-roles': route.roles,
    ...(parameters.length > 0 && { parameters }),
    ...(body !== undefined && {
      requestBody: {
        required: true,
        content:
          body === 'text'
            ? { 'text/plain': { schema: { type: 'string' } } }
            : { 'application/json': { schema: schema(body) } },
      },
    }),
    responses: {
      [String(route.status ?? 200)]: { description: 'Done', content },
      ...Object.fromEntries(
        [...refusals]
          .sort(([a], [b]) => a - b)
          .map(([status, codes]) => [
            String(status),
            {
              description: [...new Set(codes)].join(', '),
              content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } },
            },
          ]),
      ),
    },
  };
}

function parametersOf(place: 'path' | 'query', shape: z.ZodMiniObject | undefined): Json[] {
  if (shape === undefined) return [];
  const { properties = {}, required = [] } = schema(shape) as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, of]) => ({
    name,
    in: place,
    required: required.includes(name),
    schema: of,
  }));
}

function schema(of: z.ZodMiniType): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(of, { target: 'draft-2020-12', io: 'input' });
  return rest;
}
