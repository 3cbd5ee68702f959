export { isSafeAddress } from './marks.ts'
export { extensions, schema } from './schema.ts'
export { attribute, markAttributes, markOrder, nodeAt, remembered, textOf } from './node.ts'
export type { Attributes, AttributeValue, DocMark, DocNode, Path } from './node.ts'
