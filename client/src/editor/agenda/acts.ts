export { moveOn, startPoint, toggleDiscussed } from './change.ts'
export { followWords, nextEmptied } from './follow-words.ts'
export { makeHeadings } from './headings.ts'
