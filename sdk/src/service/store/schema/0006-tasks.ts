import type { Migration } from '../sql/migrate.ts';

/** 联动任务: a row a task, and a row for each entry that it has in the log, as of supervision cases. */
export const tasks: Migration = {
  number: 6,
  name: 'tasks',
  tables: `
create table task (
  authority text not null,
  id text not null,
  state text not null,
  bound_on text not null,
  data text not null,
  year bigint not null,
  log_index bigint not null,
  version bigint not null,
  primary key (authority, id)
);
create index task_in_state on task (authority, state, year, log_index);
create index task_bound on task (authority, state, bound_on, id);
create index task_at on task (authority, year, log_index);

create table task_entry (
  authority text not null,
  id text not null,
  seq bigint not null,
  year bigint not null,
  log_index bigint not null,
  primary key (authority, id, seq)
);
create index task_entry_at on task_entry (authority, year, log_index);
`,
};
