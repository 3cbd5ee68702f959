import type { DocNode } from '../schema/node.ts'

/**
 * What a file holds around its words. Each entry is absent where the file is as usual: no byte-order mark, `\n` at the
 * end of every line, `---` fences, one final line end.
 */
export interface FileForm {
  /** the file begins with a byte-order mark */
  bom?: true
  /** most lines end in `\r\n` */
  crlf?: true
  /** the opening fence with its line end; present also where the front matter between the fences is empty */
  open?: string
  /** the closing fence with its line end */
  close?: string
  /** what stands before the first block: blank lines */
  head?: string
  /** what stands after the last line's text, where that is not one line end */
  tail?: string
  /** should a file ever print differently: the hash of what it prints as, a space, and the file (see docs/spec/markdown.md) */
  exact?: string
  /** the day that the name of the file says, "YYYY-MM-DD", where the front matter has none (see docs/spec/note.md) */
  nameDay?: string
  /** the title that the name of the file says, where the file has none */
  nameTitle?: string
}

/** A note as plain data: what the Yjs document holds, without Yjs. */
export interface NoteContent {
  /** the YAML between the fences, as it stands in the file, its line ends included */
  frontMatter: string
  /** the document: a node of type `doc` */
  body: DocNode
  form: FileForm
}
