/** A value that an attribute of a node or mark can hold. Never an object: y-tiptap compares attributes by identity. */
export type AttributeValue = string | number | boolean | null

/** The attributes of a node or mark by name. An absent attribute means `null`. */
export type Attributes = Record<string, AttributeValue>

/** A mark on text, as ProseMirror's `Mark.toJSON` gives it. */
export interface DocMark {
  type: string
  attrs?: Attributes
}

/**
 * One node of a note's body as plain data: ProseMirror's `Node.toJSON` without its `null` attributes.
 * Attributes and their meaning stand in `schema/*.ts`; the rooms that only read or print never need ProseMirror.
 */
export interface DocNode {
  type: string
  attrs?: Attributes
  content?: DocNode[]
  marks?: DocMark[]
  text?: string
}

/** Child indices from the body's root to a node: `[2, 0]` is the first child of the third block. */
export type Path = readonly number[]

/** The order in which marks nest, outermost first. It is the order of the schema and part of the stored format. */
export const markOrder = ['strike', 'bold', 'italic', 'link', 'code', 'html', 'footnoteRef'] as const

/** The attributes of each mark that has any, in the schema. */
export const markAttributes: Readonly<Record<string, readonly string[]>> = {
  strike: ['m'],
  bold: ['m'],
  italic: ['m'],
  link: ['href', 'title', 'form', 'label'],
}

/** The value of an attribute, `null` where it is absent. */
export function attribute(node: DocNode | DocMark, name: string): AttributeValue {
  return node.attrs?.[name] ?? null
}

/** The node at `path`, or `undefined` where there is none. */
export function nodeAt(root: DocNode, path: Path): DocNode | undefined {
  let node: DocNode | undefined = root
  for (const index of path) node = node?.content?.[index]
  return node
}

/**
 * The text of a node and its descendants. An inline node that is not text counts as one U+FFFC, so that offsets into
 * this text are offsets into a ProseMirror text block.
 */
export function textOf(node: DocNode): string {
  if (node.text !== undefined) return node.text
  if (node.content) return node.content.map(textOf).join('')
  return node.type === 'image' || node.type === 'hardBreak' ? '\uFFFC' : ''
}

/** The same function for objects that never change, such as nodes: it makes what it gives for each of them once. */
export function remembered<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { value: Value }>()
  return (key) => {
    const before = known.get(key)
    if (before) return before.value
    const value = make(key)
    known.set(key, { value })
    return value
  }
}
