import type { Row, Sql, Value } from '../sql/database.ts';

type Columns = Readonly<Record<string, Value>>;

/** The rows of one table as objects: `caseNumber` is the column `case_number`. */
export interface Table<T extends Columns> {
  insert(sql: Sql, row: T): Promise<void>;
  /** The row with these values, or null. */
  one(sql: Sql, where: Partial<T>): Promise<T | null>;
  /** The rows with these values; `rest` is SQL behind them, its parameters numbered on. */
  many(sql: Sql, where: Partial<T>, rest?: string, more?: readonly Value[]): Promise<T[]>;
  /** Change the rows with these values; how many there were. */
  change(sql: Sql, where: Partial<T>, to: Partial<T>): Promise<number>;
}

/** @param names The fields, each once, in the order of the columns. */
export function table<T extends Columns>(
  name: string,
  names: readonly (keyof T & string)[],
): Table<T> {
  const selected = names.map((field) => `${column(field)} as "${field}"`).join(', ');
  const many: Table<T>['many'] = async (sql, where, rest = '', more = []) => {
    const { text, values } = conditions(where);
    const query = `select ${selected} from ${name} where ${text} ${rest}`;
    return (await sql.all<Row>(query, [...values, ...more])) as unknown as T[];
  };
  return {
    many,
    insert: (sql, row) =>
      sql.insert(name, names.map(column), [names.map((field) => row[field] as Value)]),
    one: async (sql, where) => (await many(sql, where, 'limit 1'))[0] ?? null,
    change: (sql, where, to) => {
      const changed = Object.keys(to);
      const { text, values } = conditions(where, changed.length);
      const sets = changed.map((field, at) => `${column(field)} = $${at + 1}`).join(', ');
      return sql.run(`update ${name} set ${sets} where ${text}`, [
        ...(Object.values(to) as Value[]),
        ...values,
      ]);
    },
  };
}

function conditions(where: Partial<Columns>, before = 0) {
  const fields = Object.keys(where);
  const text = fields.map((field, at) => `${column(field)} = $${before + at + 1}`).join(' and ');
  return { text, values: Object.values(where) as Value[] };
}

const column = (field: string): string =>
  field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
