export { fold, foldName, phrasesOf, wordsOf } from './fold.ts'
export { marksOf, mergeMarks, type Mark } from './marks.ts'
