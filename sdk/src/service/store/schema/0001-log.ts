import type { Migration } from '../sql/migrate.ts';

/**
 * The log: one for each authority and year. Entries, full tiles, checkpoints and cosignatures are written once;
 * `log_state` alone moves, and only forward. What refuses the rest stands below, for each engine in its own words.
 */
export const log: Migration = {
  number: 1,
  name: 'log',
  tables: `
create table log_entry (
  authority text not null,
  year bigint not null,
  idx bigint not null,
  at bigint not null,
  kind text not null,
  leaf bytea not null,
  data bytea not null,
  primary key (authority, year, idx)
);
create table log_tile (
  authority text not null,
  year bigint not null,
  level bigint not null,
  n bigint not null,
  data bytea not null,
  root bytea not null,
  primary key (authority, year, level, n)
);
create table log_state (
  authority text not null,
  year bigint not null,
  size bigint not null,
  at bigint not null,
  closed bigint not null,
  primary key (authority, year)
);
create table log_checkpoint (
  authority text not null,
  year bigint not null,
  size bigint not null,
  root bytea not null,
  note text not null,
  at bigint not null,
  primary key (authority, year, size)
);
create table log_cosignature (
  authority text not null,
  year bigint not null,
  size bigint not null,
  witness text not null,
  line text not null,
  at bigint not null,
  primary key (authority, year, size, witness)
);
create table log_body (
  authority text not null,
  year bigint not null,
  idx bigint not null,
  salt bytea not null,
  body bytea not null,
  primary key (authority, year, idx)
);
`,
  sqlite: `
${['log_entry', 'log_tile', 'log_checkpoint', 'log_cosignature'].map(refuseInSqlite).join('')}
create trigger log_state_forward before update on log_state
when new.size < old.size or new.closed < old.closed or new.authority <> old.authority or new.year <> old.year
begin select raise(abort, 'log_state only moves forward'); end;
create trigger log_state_stays before delete on log_state
begin select raise(abort, 'log_state is never deleted'); end;
create trigger log_body_stays before update on log_body
begin select raise(abort, 'log_body is never changed'); end;
`,
  postgres: `
create function chidu_refuse() returns trigger language plpgsql as $$
begin
  raise exception '% is never changed', tg_table_name using errcode = 'restrict_violation';
end $$;
${['log_entry', 'log_tile', 'log_checkpoint', 'log_cosignature'].map(refuseInPostgres).join('')}
create trigger log_state_forward before update on log_state for each row
when (new.size < old.size or new.closed < old.closed or new.authority <> old.authority or new.year <> old.year)
execute function chidu_refuse();
create trigger log_state_stays before delete on log_state for each row execute function chidu_refuse();
create trigger log_state_whole before truncate on log_state execute function chidu_refuse();
create trigger log_body_stays before update on log_body for each row execute function chidu_refuse();
`,
};

function refuseInSqlite(table: string): string {
  return ['update', 'delete']
    .map(
      (act) =>
        `create trigger ${table}_no_${act} before ${act} on ${table}\nbegin select raise(abort, '${table} is never changed'); end;\n`,
    )
    .join('');
}

/** By row, and by statement for TRUNCATE, which fires no trigger by row. Citus knows no triggers on distributed tables: sdk/docs/citus.md. */
function refuseInPostgres(table: string): string {
  return `create trigger ${table}_stays before update or delete on ${table} for each row execute function chidu_refuse();
create trigger ${table}_whole before truncate on ${table} execute function chidu_refuse();
`;
}
