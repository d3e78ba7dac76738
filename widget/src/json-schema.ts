/** The keywords of JSON Schema 2020-12 that the published formats use. */
export interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
}

/**
 * The path of the first place where a value does not fit, or null. The page reads a Rule by the schema that is published
 * with the format: a third of the weight of a validator, and the same words for everybody.
 */
export function misfit(schema: Schema, value: unknown, root = schema, at = ''): string | null {
  const under = (each: Schema, part: unknown, name: string | number) =>
    misfit(each, part, root, `${at}/${name}`);
  if (schema.$ref !== undefined) {
    const target = root.$defs?.[schema.$ref.slice('#/$defs/'.length)];
    return target === undefined ? at : misfit(target, value, root, at);
  }
  for (const choice of [schema.anyOf, schema.oneOf])
    if (choice?.every((each) => misfit(each, value, root, at) !== null)) return at;
  if (schema.type !== undefined && !isOfType(schema.type, value)) return at;
  if ('const' in schema && value !== schema.const) return at;
  if (schema.enum?.includes(value) === false) return at;
  if (typeof value === 'number')
    return value < (schema.minimum ?? value) || value > (schema.maximum ?? value) ? at : null;
  if (typeof value === 'string')
    return schema.pattern === undefined || new RegExp(schema.pattern, 'u').test(value) ? null : at;
  if (Array.isArray(value)) {
    if (value.length < (schema.minItems ?? 0)) return at;
    if (value.length > (schema.maxItems ?? value.length)) return at;
    return first(value, (part, index) => {
      const each = schema.prefixItems?.[index] ?? schema.items;
      return each === undefined ? null : under(each, part, index);
    });
  }
  if (typeof value !== 'object' || value === null) return null;
  const { properties = {}, required = [] } = schema;
  if (required.some((name) => !Object.hasOwn(value, name))) return at;
  return first(Object.entries(value), ([name, part]) => {
    const each = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (each !== undefined) return under(each, part, name);
    return schema.additionalProperties === false ? `${at}/${name}` : null;
  });
}

function first<T>(list: readonly T[], fault: (item: T, index: number) => string | null) {
  for (const [index, item] of list.entries()) {
    const found = fault(item, index);
    if (found !== null) return found;
  }
  return null;
}

function isOfType(type: string, value: unknown): boolean {
  if (type === 'integer') return Number.isSafeInteger(value);
  if (type === 'array') return Array.isArray(value);
  if (type === 'null') return value === null;
  if (type === 'object')
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  return typeof value === type;
}
