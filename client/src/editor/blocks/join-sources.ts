import { Extension } from '@tiptap/core'
import type { Node, ResolvedPos } from '@tiptap/pm/model'
import { Plugin, type Transaction } from '@tiptap/pm/state'
import { joinedSource } from '@minutebook/shared/markdown/joined-source'
import type { AttributeValue } from '@minutebook/shared/schema'
import { isLocalEdit } from '../local.ts'

/**
 * Where this person joins two paragraphs of one container, the joined one remembers the lines of both [M30]:
 * ProseMirror keeps the attributes of the first alone.
 */
export const JoinSources = Extension.create({
  name: 'joinSources',
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction(transactions, _before, state) {
        if (!isLocalEdit(transactions)) return null
        const tr = state.tr
        for (const { position, src } of joins(transactions)) {
          const $joined = tr.doc.resolve(position)
          if ($joined.parent.type.name !== 'paragraph' || $joined.parent.attrs['src'] === src) continue
          tr.setNodeAttribute($joined.before(), 'src', src)
        }
        return tr.docChanged ? tr : null
      },
    }),
  ],
})

/** A place inside a paragraph that was joined, in the document after the transactions, and what it is to remember. */
interface Join {
  position: number
  src: AttributeValue
}

function joins(transactions: readonly Transaction[]): Join[] {
  const maps = transactions.flatMap((transaction) => transaction.mapping.maps)
  const docs = transactions.flatMap((transaction) => transaction.docs)
  const found: Join[] = []
  for (const [index, map] of maps.entries()) {
    const [before, after] = [docs[index], docs[index + 1] ?? transactions.at(-1)?.doc]
    if (!before || !after) continue
    map.forEach((from, to, start, end) => {
      const src = sourceOfJoin(before.resolve(from), before.resolve(to), after, start, end)
      if (src === undefined) return
      const position = maps.slice(index + 1).reduce((place, next) => next.map(place, -1), start)
      found.push({ position, src })
    })
  }
  return found
}

/** What the paragraph is to remember that a change made of those at its two ends; undefined where it joined none. */
function sourceOfJoin($from: ResolvedPos, $to: ResolvedPos, after: Node, start: number, end: number) {
  const [above, below] = [$from.parent, $to.parent]
  if (above === below || above.type.name !== 'paragraph' || below.type !== above.type) return undefined
  if ($from.depth !== $to.depth || $from.node(-1) !== $to.node(-1)) return undefined
  const $start = after.resolve(start)
  if ($start.parent.type !== above.type || !$start.sameParent(after.resolve(end))) return undefined
  return joinedSource(sourceOf(above), sourceOf(below))
}

function sourceOf(paragraph: Node): AttributeValue {
  const src: unknown = paragraph.attrs['src']
  return typeof src === 'string' ? src : null
}
