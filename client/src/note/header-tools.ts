export { editFrontMatter, mendFrontMatter } from '@minutebook/shared/doc'
export { addEntry, fillIn, read, removeEntry, setScalar } from '@minutebook/shared/front-matter'
