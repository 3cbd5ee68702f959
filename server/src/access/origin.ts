/** Whether a page of this origin may open a socket. Without the header it is no page: a browser always sends it. */
export type OriginCheck = (origin: string | undefined) => boolean

/** Names under which a machine reaches itself. */
const ownNames = ['localhost', '127.0.0.1', '[::1]']

/**
 * Lets in pages of the server's own origin. [W3]
 *
 * @param publicUrl the origin that people use; null: this machine's own names
 * @param port gives the port that the server listens on
 */
export function createOriginCheck(publicUrl: string | null, port: () => number): OriginCheck {
  return (origin) => {
    if (origin === undefined) return true
    if (publicUrl !== null) return origin === publicUrl
    return ownNames.some((name) => origin === new URL(`http://${name}:${port()}`).origin)
  }
}
