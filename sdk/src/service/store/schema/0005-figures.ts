import type { Migration } from '../sql/migrate.ts';

/**
 * What the figures of supervision are counted from: a row a case, made from the entries that speak of it and made anew when one
 * more does. A `thread` is the place of a case's first entry as one number, so that cases stand in the order of the board. Cases of
 * one `profile` add the same to every figure. Everything here follows from the logs and may be deleted: it is read again.
 */
export const figures: Migration = {
  number: 5,
  name: 'figures',
  tables: `
create table figure_follower (
  authority text not null,
  edition bigint not null,
  version bigint not null,
  read text not null,
  primary key (authority)
);
create table figure_case (
  authority text not null,
  thread bigint not null,
  id text not null,
  began text not null,
  violation text,
  profile text not null,
  primary key (authority, thread)
);
create index figure_case_counted on figure_case (authority, profile, began, violation);
create table figure_profile (
  authority text not null,
  profile text not null,
  figures text not null,
  primary key (authority, profile)
);
create table figure_entry (
  authority text not null,
  year bigint not null,
  idx bigint not null,
  thread bigint not null,
  primary key (authority, year, idx)
);
create index figure_entry_of on figure_entry (authority, thread);
create table figure_name (
  authority text not null,
  name text not null,
  thread bigint not null,
  primary key (authority, name)
);
create index figure_name_of on figure_name (authority, thread);
create table figure_unread (
  authority text not null,
  year bigint not null,
  idx bigint not null,
  kind text not null,
  why text not null,
  thread bigint,
  primary key (authority, year, idx)
);
create index figure_unread_of on figure_unread (authority, thread);
`,
};
