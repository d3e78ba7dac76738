/**
 * Statements that leave a PostgreSQL role what the service needs and nothing else: of the log it may read and add,
 * never change. Run by the owner of the schema after each migration; the service itself opens its store with
 * `schema: 'refuse'`.
 */
export function applicationRole(role: string): string {
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(role))
    throw new RangeError(`no plain name of a role: ${role}`);
  return `revoke all on all tables in schema public from ${role};
grant select, insert, update, delete on all tables in schema public to ${role};
revoke update, delete on log_entry, log_tile, log_checkpoint, log_cosignature from ${role};
revoke delete on log_state from ${role};
revoke update on log_body from ${role};
revoke insert, update, delete on chidu_migration from ${role};
`;
}
