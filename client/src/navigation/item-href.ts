/** Where the note shows an item. */
export function hrefOf({ id, noteId }: { id: string; noteId: string }): string {
  return `/n/${noteId}#item=${encodeURIComponent(id)}`
}
