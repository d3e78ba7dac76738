import type { Migration } from '../sql/migrate.ts';

/**
 * 监督案件: a row a case, and a row for each entry that it has in the log. `data` is JSON; who changes a case says which
 * `version` was read. `bound_on` is its last day, or the day that it is surely not before.
 */
export const supervisions: Migration = {
  number: 4,
  name: 'supervisions',
  tables: `
create table supervision (
  authority text not null,
  id text not null,
  state text not null,
  clue text,
  bound_on text not null,
  data text not null,
  year bigint not null,
  log_index bigint not null,
  version bigint not null,
  primary key (authority, id)
);
create unique index supervision_of_clue on supervision (authority, clue);
create index supervision_in_state on supervision (authority, state, year, log_index);
create index supervision_bound on supervision (authority, state, bound_on, id);
create index supervision_at on supervision (authority, year, log_index);

create table supervision_entry (
  authority text not null,
  id text not null,
  seq bigint not null,
  data text not null,
  year bigint not null,
  log_index bigint not null,
  primary key (authority, id, seq)
);
create index supervision_entry_at on supervision_entry (authority, year, log_index);
`,
};
