export { editFrontMatter, mendFrontMatter, tick } from './edit.ts'
export { format, typesOf, type NoteTypes } from './layout.ts'
export { elementAt, elementKey, formatOf, readBody, readNote } from './read.ts'
export { writeNote } from './write.ts'
