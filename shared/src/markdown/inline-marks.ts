import { attribute, markOrder, type Attributes, type DocMark, type DocNode } from '../schema/node.ts'

const rank = new Map<string, number>(markOrder.map((name, index) => [name, index]))

/** The marks that stand as delimiters around the text. */
export const emphasis: ReadonlySet<string> = new Set(['bold', 'italic', 'strike'])

/** A node with those of `attrs` that are set. */
export function makeNode(
  type: string,
  attrs: Readonly<Record<string, Attributes[string] | undefined>>,
  content: DocNode[] = [],
): DocNode {
  const node: DocNode = { type }
  const set = setOnly(attrs)
  if (set) node.attrs = set
  if (content.length > 0) node.content = content
  return node
}

function setOnly(attrs: Readonly<Record<string, Attributes[string] | undefined>>): Attributes | undefined {
  const set: Attributes = {}
  let any = false
  for (const name in attrs) {
    const value = attrs[name]
    if (value === null || value === undefined) continue
    set[name] = value
    any = true
  }
  return any ? set : undefined
}

/** A mark with those of `attrs` that are set. */
export function makeMark(type: string, attrs: Readonly<Record<string, Attributes[string] | undefined>> = {}): DocMark {
  const set = setOnly(attrs)
  return set ? { type, attrs: set } : { type }
}

/** Where a mark nests: the outermost first. */
export function rankOf(type: string): number {
  return rank.get(type) ?? markOrder.length
}

/** The marks of an inline node. Those of an image or a hard break stand in its `wrap`, as Yjs keeps none on them. */
export function marksOf(node: DocNode): readonly DocMark[] {
  if (node.marks) return node.marks
  const wrap = node.type === 'text' ? null : attribute(node, 'wrap')
  return typeof wrap === 'string' ? (JSON.parse(wrap) as DocMark[]) : []
}

/** Marks as the value of `wrap`. */
export function wrapOf(marks: readonly DocMark[]): string | null {
  return marks.length > 0 ? JSON.stringify(marks) : null
}

/** Equal for two marks that are the same, however their attributes are ordered and whether `null` ones are spelt out. */
export function markKey(mark: DocMark): string {
  const attrs = mark.attrs
  if (!attrs) return mark.type
  let key = mark.type
  for (const name of Object.keys(attrs).sort()) {
    const value = attrs[name]
    if (value !== null && value !== undefined) key += `\u0000${name}\u0000${String(value)}`
  }
  return key
}

/** Whether `mark` is among `marks`. */
export function hasMark(marks: readonly DocMark[], mark: DocMark): boolean {
  const key = markKey(mark)
  return marks.some((other) => other.type === mark.type && markKey(other) === key)
}

function sameMarks(a: readonly DocMark[], b: readonly DocMark[]): boolean {
  return a.length === b.length && a.every((mark, index) => markKey(mark) === markKey(b[index] ?? { type: '' }))
}

/** `marks` and one more, in nesting order. A mark of a type that is there already changes nothing: marks are a set. */
export function withMark(marks: readonly DocMark[], mark: DocMark): readonly DocMark[] {
  if (marks.some((other) => other.type === mark.type)) return marks
  return [...marks, mark].sort((a, b) => rankOf(a.type) - rankOf(b.type))
}

/** Appends text to inline content that the caller is building; it joins the last text where the marks are the same. */
export function appendText(content: DocNode[], text: string, marks: readonly DocMark[]): void {
  if (text === '') return
  const last = content.at(-1)
  if (last?.type === 'text' && sameMarks(last.marks ?? [], marks)) {
    content[content.length - 1] = { ...last, text: (last.text ?? '') + text }
    return
  }
  content.push(marks.length > 0 ? { type: 'text', text, marks: [...marks] } : { type: 'text', text })
}
