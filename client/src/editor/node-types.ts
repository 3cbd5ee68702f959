import type { MarkType, NodeType, Schema } from '@tiptap/pm/model'

/**
 * The node type of that name.
 *
 * @throws if the schema has none: the editor was built with another schema than the note's
 */
export function nodeType(schema: Schema, name: string): NodeType {
  const type = schema.nodes[name]
  if (!type) throw new Error(`the schema has no node ${name}`)
  return type
}

/**
 * The mark type of that name.
 *
 * @throws if the schema has none
 */
export function markType(schema: Schema, name: string): MarkType {
  const type = schema.marks[name]
  if (!type) throw new Error(`the schema has no mark ${name}`)
  return type
}
