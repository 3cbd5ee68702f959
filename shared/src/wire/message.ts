/** The first varint of a frame: which message it carries. The first four are y-websocket's. */
export const message = {
  /** y-protocols/sync: SyncStep1, SyncStep2 or an update */
  sync: 0,
  /** y-protocols/awareness: presence of one or more clients */
  presence: 1,
  /** y-protocols/auth: the server refuses, with a reason */
  auth: 2,
  /** asks for the presence of everybody in the note */
  queryPresence: 3,
  /** varint n: the client asks, and the server answers, that all updates sent before it are durable */
  saved: 4,
  /** nothing more: the client asks to be told when something is said of people, and the server tells it each time */
  people: 5,
} as const
