/**
 * Who may ask for what. `party` holds a code and is known by nothing else; the other five sign what they ask with a key
 * of their own, which a trust list or the service's register names with this role.
 *
 * | role | who |
 * | --- | --- |
 * | `party` | 当事人: whoever brings a code |
 * | `officer` | 执法人员 of one authority |
 * | `head` | 部门负责人: sees the whole of its authority |
 * | `supervisor` | 行政执法监督机构 (行政执法监督条例 6): sees every authority that the service keeps |
 * | `auditor` | reads events, never the text of an objection |
 * | `witness` | cosigns checkpoints of the log; its signature is its whole right |
 */
export const ROLES = ['party', 'officer', 'head', 'supervisor', 'auditor', 'witness'] as const;

export type Role = (typeof ROLES)[number];

/** Roles that sign their requests. */
export const STAFF = ['officer', 'head', 'supervisor', 'auditor'] as const;

export type StaffRole = (typeof STAFF)[number];
