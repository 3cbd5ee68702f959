import { readNote } from '@minutebook/shared/doc'
import type { Reading } from '@minutebook/shared/meeting'
import type { Path } from '@minutebook/shared/schema'
import type { Session } from '../session/session.ts'
import { idsOf } from './item-ids.ts'
import { textAt } from './shown-place.ts'
import { printSource } from './source/printed.ts'

/** Enough to find a line again that others move and change. */
const wordCount = 8

/**
 * Where the page shows a line, without its origin, such as `/n/ID#line=12&find=we+meet`: an item by its id, else the
 * place of its words.
 *
 * @param path of the block, or of what holds it first
 */
export function addressOf(session: Pick<Session, 'doc' | 'noteId'>, readings: readonly Reading[], path: Path): string {
  const page = `/n/${session.noteId}`
  for (const [id, reading] of idsOf(session, readings)) {
    if (reading.path.join() === path.join()) return `${page}#${new URLSearchParams({ item: id })}`
  }
  const content = readNote(session.doc)
  const block = printSource(content).blocks.find((each) => isWithin(each.path, path))
  if (!block) return page
  const words = textAt(content.body, block.path).trim().split(/\s+/).slice(0, wordCount).join(' ')
  return `${page}#${new URLSearchParams({ line: String(block.first), ...(words === '' ? {} : { find: words }) })}`
}

const isWithin = (path: Path, holder: Path) => holder.every((index, level) => index === path[level])
