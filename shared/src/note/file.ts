import { split } from '../front-matter/index.ts'
import { hash } from '../markdown/hash.ts'
import { parse, print, printVerified, type Printed } from '../markdown/index.ts'
import { textOf, type Path } from '../schema/node.ts'
import type { FileForm, NoteContent } from './content.ts'

/** A note as a file. */
export interface Written {
  text: string
  /** First and last line of the block at `path`, from 1, in the whole file. */
  lines(path: Path): readonly [first: number, last: number]
}

/** Bodies longer than this (UTF-16 units) are printed without parsing the print again, which takes about 3 s a megabyte. */
const verifiedLength = 256 * 1024

/** Reads a file. `writeMarkdown(readMarkdown(text)).text` is `text`, whatever the text is. */
export function readMarkdown(text: string): NoteContent {
  const form: FileForm = {}
  const unmarked = text.startsWith('\uFEFF') ? text.slice(1) : text
  if (unmarked !== text) form.bom = true
  const header = split(unmarked)
  if (header) Object.assign(form, { open: header.open, close: header.close })
  const parsed = parse(header ? header.rest : unmarked)
  const content = { frontMatter: header?.yaml ?? '', body: parsed.body, form: { ...form, ...parsed.form } }
  const printed = write(content, print).text
  // The law is that they are equal. Were it ever broken, the file would still come back, until the first edit.
  return printed === text ? content : { ...content, form: { ...content.form, exact: `${hash(printed)} ${text}` } }
}

/** Writes a note as a file: the lines that nobody edited as they were read, all others in the plainest Markdown. */
export function writeMarkdown(content: NoteContent): Written {
  const exact = content.form.exact
  if (exact !== undefined) {
    const plain = write(content, print)
    const space = exact.indexOf(' ')
    if (hash(plain.text) === exact.slice(0, space)) return { ...plain, text: exact.slice(space + 1) }
  }
  return write(content, printVerified)
}

function write(content: NoteContent, printBody: typeof print): Written {
  const header = headerOf(content)
  const isLarge = textOf(content.body).length > verifiedLength
  const body: Printed = (isLarge ? print : printBody)(content.body, content.form)
  const before = lineEnds(header)
  return {
    text: header + body.text,
    lines: (path) => {
      const [first, last] = body.lines(path)
      return [before + first, before + last]
    },
  }
}

function headerOf({ frontMatter, form }: NoteContent): string {
  const mark = form.bom ? '\uFEFF' : ''
  const eol = form.crlf ? '\r\n' : '\n'
  if (form.open === undefined && frontMatter === '') return mark
  const yaml = frontMatter === '' || /[\r\n]$/.test(frontMatter) ? frontMatter : frontMatter + eol
  // a header that the file did not have gets a blank line below it
  const close = form.close ?? `---${eol}${form.head === undefined ? eol : ''}`
  return mark + (form.open ?? `---${eol}`) + yaml + close
}

function lineEnds(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0
}
