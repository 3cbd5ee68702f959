/** Who asks: for now everybody is a guest; the name is what they call themselves. */
export interface Identity {
  kind: 'guest'
}

/** What somebody may do with a note. */
export type Right = 'none' | 'view' | 'edit'

/** Decides what `who` may do with a note. It is asked once for each connection and each request. */
export type Access = (who: Identity, noteId: string) => Promise<Right>

/** Whoever has the link may edit. */
export const openToAll: Access = () => Promise.resolve('edit')
