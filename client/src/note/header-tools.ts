export { editFrontMatter, mendFrontMatter } from '@minutebook/shared/doc'
export { addEntry, read, removeEntry, setScalar } from '@minutebook/shared/front-matter'
