/** What the server accepts, unless its configuration says otherwise. */
export const limits = {
  /** bytes of one WebSocket frame */
  frameBytes: 4 * 1024 * 1024,
  /** bytes of an imported Markdown file */
  importBytes: 2 * 1024 * 1024,
  /** bytes of one person's presence state */
  presenceBytes: 4 * 1024,
  /** bytes of a note's merged state */
  noteBytes: 32 * 1024 * 1024,
  /** bytes of one image */
  imageBytes: 10 * 1024 * 1024,
  /** bytes of all images of one note */
  imagesBytes: 100 * 1024 * 1024,
  /** people in one note */
  connectionsPerNote: 500,
  /** sockets of one server process */
  connections: 20_000,
  /** updates a second that one connection may send, sustained */
  updatesPerSecond: 100,
  /** milliseconds until the first sync must have come */
  handshakeMs: 10_000,
  /** bytes that may wait for a reader that does not read, before it gets differences only */
  bufferedBytes: 1024 * 1024,
} as const
