import type * as Y from 'yjs'

/**
 * The number of the document format that this program writes. A document says in `meta.format` which one it has;
 * a client that knows only an older one never receives it.
 */
export const format = 1

/** The shared types of a note's Yjs document. Other programs rely on the names. */
export interface NoteTypes {
  /** the ProseMirror document */
  body: Y.XmlFragment
  /** the YAML between the fences, as text */
  frontMatter: Y.Text
  /** format number, byte-order mark, line ends, fences, head and tail of the file, and what its name says */
  meta: Y.Map<string | number | boolean>
  /**
   * live state of the meeting that is not in the Markdown: `discussed:ID` and `started:ID` of the agenda, ISO times;
   * `previous`, the note before; `finished:note`, who finished the meeting
   */
  meeting: Y.Map<unknown>
  /** which blocks were deleted last, and what was known of them: see `Removal` */
  removals: Y.Array<unknown>
}

/** The shared types of `doc`, made empty where they do not exist yet (which writes nothing). */
export function typesOf(doc: Y.Doc): NoteTypes {
  return {
    body: doc.getXmlFragment('body'),
    frontMatter: doc.getText('frontMatter'),
    meta: doc.getMap('meta'),
    meeting: doc.getMap('meeting'),
    removals: doc.getArray('removals'),
  }
}
