import type { Migration } from '../sql/migrate.ts';

/** 线索池: a row a matter. `data` is JSON; who changes a row says which `version` was read. */
export const clues: Migration = {
  number: 3,
  name: 'clues',
  tables: `
create table clue (
  authority text not null,
  id text not null,
  state text not null,
  unit text,
  violation text,
  received_on text not null,
  data text not null,
  year bigint not null,
  log_index bigint not null,
  version bigint not null,
  primary key (authority, id)
);
create index clue_in_state on clue (authority, state, year, log_index);
create index clue_of_unit on clue (authority, unit, year, log_index);
create index clue_alike on clue (authority, violation, received_on);
create index clue_at on clue (authority, year, log_index);
`,
};
