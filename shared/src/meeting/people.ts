/** What a label means: a participant, a group, or nobody for certain. */
export type Resolution =
  | { kind: 'person'; participant: string }
  | { kind: 'group' }
  | { kind: 'ambiguous'; candidates: string[] }
  | { kind: 'unknown' }
