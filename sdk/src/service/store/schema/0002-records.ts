import type { Migration } from '../sql/migrate.ts';

/**
 * What the service knows beside the log: every key begins with the authority. Instants are milliseconds since 1970, days
 * are text, flags 0 or 1; columns named `data`, `details`, `subject`, `attachments`, `answer` and `certificate` hold JSON.
 */
export const records: Migration = {
  number: 2,
  name: 'records',
  tables: `
create table code (
  authority text not null,
  code_id text not null,
  case_number text not null,
  slot text not null,
  document text not null,
  normal_document text not null,
  document_kind bigint not null,
  check_code text not null,
  issued_on text not null,
  period text not null,
  status_index bigint not null,
  status text not null,
  live bigint not null,
  supersedes text,
  officer text not null,
  unit text,
  rule text not null,
  payload bytea not null,
  text text,
  year bigint not null,
  log_index bigint not null,
  salt bytea,
  party bytea,
  detail bytea,
  details text not null,
  created_at bigint not null,
  first_viewed_at bigint,
  first_viewed_index bigint,
  primary key (authority, code_id)
);
create unique index code_live on code (authority, case_number, slot) where live = 1;
create unique index code_status_index on code (authority, period, status_index);
create unique index code_printed on code (authority, normal_document, check_code);
create index code_of_officer on code (authority, officer, created_at);
create index code_pending on code (authority, created_at) where text is null;
create index code_not_valid on code (authority, period, status) where status <> 'valid';
create table objection (
  authority text not null,
  number text not null,
  code_id text not null,
  case_number text not null,
  content_key text not null,
  state text not null,
  subject text not null,
  text text,
  attachments text not null,
  contact bytea,
  received_at bigint not null,
  received_on text not null,
  year bigint not null,
  log_index bigint not null,
  routed bigint not null,
  routed_to text,
  handler text not null,
  answer text,
  due_on text,
  period text,
  escalated_at bigint,
  remedy text,
  version bigint not null,
  primary key (authority, number)
);
create unique index objection_content on objection (authority, content_key);
create index objection_of_code on objection (authority, code_id);
create index objection_in_state on objection (authority, state, received_at, number);
create index objection_due on objection (authority, due_on) where due_on is not null;
create table objection_step (
  authority text not null,
  number text not null,
  seq bigint not null,
  step text not null,
  at bigint not null,
  role text not null,
  kid text,
  state text not null,
  text text,
  data text not null,
  year bigint not null,
  log_index bigint not null,
  primary key (authority, number, seq)
);
create table attachment (
  authority text not null,
  hash text not null,
  number text not null,
  type text not null,
  content bytea not null,
  at bigint not null,
  primary key (authority, hash, number)
);
create table staff (
  authority text not null,
  kid text not null,
  role text not null,
  alg bigint not null,
  spki bytea not null,
  officer bigint,
  unit text,
  not_before bigint not null,
  not_after bigint not null,
  revoked_at bigint,
  certificate text,
  added_at bigint not null,
  year bigint not null,
  log_index bigint not null,
  primary key (authority, kid)
);
create table enrolment (
  authority text not null,
  hash text not null,
  request bytea not null,
  received_at bigint not null,
  approval bytea,
  primary key (authority, hash)
);
create table request (
  authority text not null,
  id text not null,
  digest text not null,
  answer text not null,
  at bigint not null,
  primary key (authority, id)
);
create index request_at on request (authority, at);
create table remedy (
  authority text not null,
  case_number text not null,
  kind text not null,
  opened_on text not null,
  ended_on text,
  year bigint not null,
  log_index bigint not null,
  primary key (authority, case_number, kind, opened_on)
);
create table stage (
  authority text not null,
  case_number text not null,
  seq bigint not null,
  stage text not null,
  happened_on text not null,
  at bigint not null,
  kid text not null,
  year bigint not null,
  log_index bigint not null,
  data text not null,
  primary key (authority, case_number, seq)
);
create table rule (
  authority text not null,
  hash text not null,
  violation text not null,
  document bytea not null,
  added_at bigint not null,
  withdrawn_at bigint,
  primary key (authority, hash)
);
create index rule_of_violation on rule (authority, violation);
create table job (
  authority text not null,
  id text not null,
  kind text not null,
  due_at bigint not null,
  attempts bigint not null,
  done_at bigint,
  data text not null,
  primary key (authority, id)
);
create index job_due on job (authority, due_at) where done_at is null;
create table rate (
  authority text not null,
  name text not null,
  window_start bigint not null,
  hits bigint not null,
  primary key (authority, name, window_start)
);
`,
};
