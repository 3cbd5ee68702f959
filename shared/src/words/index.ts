export { fold, foldName, phrasesOf, wordsOf } from './fold.ts'
export { marksOf, mergeMarks, placesOf, type Mark } from './marks.ts'
