export { split, type Split } from './split.ts'
export { applyEdits, type TextEdit } from './text-edit.ts'
