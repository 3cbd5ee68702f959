export { fold, foldName, phrasesOf, wordsOf } from '@minutebook/shared/words'
