/**
 * What a file holds around its blocks; each entry is absent where the file is as usual: `\n` at the end of every line,
 * nothing before the first block, one line end after the last. (Part of `FileForm`, note/content.ts.)
 */
export interface BodyForm {
  /** most lines end in `\r\n` */
  crlf?: true
  /** what stands before the first block */
  head?: string
  /** what stands after the last line's text; in a file without words, all of it */
  tail?: string
}
