import type { Node } from '@tiptap/pm/model'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { createLowlight } from 'lowlight'
import './code.css'
import type { CodeColors } from './code-looks.ts'
import { codeIn, writtenLanguage } from './info.ts'
import { languageOf } from './languages.ts'

/** Longer code is not colored: each letter that is typed would read all of it. */
const longestCode = 30_000

/** A stretch of code that is colored. */
interface Stretch {
  from: number
  to: number
  className: string
}

type Tree = ReturnType<ReturnType<typeof createLowlight>['highlight']>['children'][number]

/** Colors code by its grammar. Grammars are fetched one by one; code whose grammar is not here yet has no colors. */
export class Highlighter implements CodeColors {
  readonly #lowlight = createLowlight()
  readonly #known = new WeakMap<Node, readonly Stretch[]>()

  async load(written: readonly string[]): Promise<void> {
    const wanted = new Set(written.map(languageOf).filter((language) => language !== undefined))
    await Promise.all(
      Array.from(wanted, async ({ name, load }) => {
        if (!this.#lowlight.registered(name)) this.#lowlight.register(name, (await load()).default)
      }),
    )
  }

  draw(doc: Node): DecorationSet {
    const drawn = codeIn(doc).flatMap(({ node, at }) =>
      this.#stretches(node).map(({ from, to, className }) =>
        Decoration.inline(at + 1 + from, at + 1 + to, { class: className }),
      ),
    )
    return DecorationSet.create(doc, drawn)
  }

  #stretches(node: Node): readonly Stretch[] {
    const known = this.#known.get(node)
    if (known) return known
    const name = languageOf(writtenLanguage(node))?.name
    if (name === undefined || !this.#lowlight.registered(name) || node.content.size > longestCode) return []
    const found = flat(this.#lowlight.highlight(name, node.textContent).children)
    this.#known.set(node, found)
    return found
  }
}

/** The colored words of a tree, outermost first. */
function flat(tree: readonly Tree[]): Stretch[] {
  const found: Stretch[] = []
  let at = 0
  const walk = (node: Tree) => {
    if (node.type === 'text') at += node.value.length
    if (node.type !== 'element') return
    const names = node.properties['className']
    const stretch: Stretch = { from: at, to: at, className: Array.isArray(names) ? names.join(' ') : '' }
    found.push(stretch)
    for (const child of node.children) walk(child)
    stretch.to = at
  }
  for (const node of tree) walk(node)
  return found
}
