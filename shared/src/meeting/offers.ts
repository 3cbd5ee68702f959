import { attribute, textOf, type DocNode, type Path } from '../schema/node.ts'
import { labelsAsked, labelsBefore, labelsEnclosed, skipBlanks } from './labels.ts'
import { isInitials } from './names.ts'
import { folded, resolve } from './people.ts'
import { paragraphReader } from './paragraph.ts'
import type { Known, Label, Line, Place } from './reading.ts'
import { readAgenda } from './agenda.ts'
import { walk } from './walk.ts'

/** The `plain` of a paragraph of which a person said that it offers no TODO; who speaks in it is read as before. */
export const noOffer = 'offer'

/** Something that somebody promises, or is asked to do, in a line that is no TODO: it may become one. */
export interface Offer {
  /** the paragraph in the body */
  path: Path
  /** who promises or is asked, as far as the line names them */
  owners: Label[]
  /** the words of the promise, offsets in `textOf(paragraph)` */
  from: number
  to: number
  /** where the paragraph stands, for reading it with a mark */
  place: Place
}

/**
 * What people promise in the discussion, in document order: `AJ: I will send a PR`, `I'll look into it`, `Ann to reply`.
 * Nothing that is read as a TODO or decision is among them, no item of the agenda, nor anything that a person marked as
 * plain, or as no offer.
 */
export function readOffers(body: DocNode, known: Known = {}): Offer[] {
  const agenda = new Set(readAgenda(body).map(({ path }) => path.join()))
  const lines = [...walk(body, paragraphReader(null, known))].filter(
    ({ paragraph, path }) => attribute(paragraph, 'plain') !== true && !agenda.has(path.join()),
  )
  const speakers = new Set(lines.flatMap(({ paragraph }) => speakersOf(textOf(paragraph), known)))
  return lines.flatMap(({ paragraph, path, place, line }) => {
    if (attribute(paragraph, 'plain') === noOffer) return []
    const offer = readOffer(textOf(paragraph), place, line, known, speakers)
    return offer ? [{ path, place, ...offer }] : []
  })
}

function speakersOf(text: string, known: Known): string[] {
  const said = labelsBefore(text, skipBlanks(text, 0), 'named', known)
  return said ? said.owners.map(({ label }) => folded(label)) : []
}

/** The first promise of one line; null where it has none. Asked is only who certainly takes part, or speaks in the note. */
function readOffer(
  text: string,
  place: Place,
  line: Line | null,
  known: Known,
  speakers: ReadonlySet<string>,
): Omit<Offer, 'path' | 'place'> | null {
  if (place.section === 'attendance' || (line && line.kind !== 'speaker') || !worthTrying.test(text)) return null
  const from = skipBlanks(text, 0)
  const said = line ?? labelsBefore(text, from, 'named', known) ?? labelsEnclosed(text, from, known)
  const start = said?.textFrom ?? from
  const asked = labelsAsked(text, start, 'named', known, true)
  const isSomebody = ({ label }: Label) =>
    isInitials(label) || speakers.has(folded(label)) || resolve(label, known.participants ?? []).kind === 'person'
  if (asked?.owners.every(isSomebody) && !isQuestion(text, start)) {
    return { owners: asked.owners, ...sentenceAt(text, start) }
  }
  const promised = promiseFrom(text, start, said !== null)
  return promised === null ? null : { owners: said?.owners ?? [], ...sentenceAt(text, promised) }
}

const worthTrying = /\b(?:I|[Ww]ill|[Tt]o)\b/
const verb = '(?!(?:not|be|have|say|note|admit|add that|need|let|likely|probably|happen)\\b)[a-z]{2,}'
const oneself = `I(?:[’']ll| will| shall|[’']m going to| am going to)(?: also| just| then| definitely| first| try to| try and)? ${verb}`
/** Somebody who is named before may leave out the word for oneself: `Ann: will ask them`, `RD: To ask them`. */
const alone = `(?:[Ww]ill|To(?! (?:sum|recap|clarify|make sure|be|answer|confirm|me)\\b))(?: also| try to)? ${verb}`
const atSentence = '(?<=^|[.!?;:,–—-]\\s+|\\n|\\b(?:and|so|then|but|ok|okay|sure|yes|yeah),? )'
const promise = new RegExp(`${atSentence}${oneself}\\b`, 'gu')
const promiseAlone = new RegExp(`^${alone}\\b`, 'u')

/** Where the first sentence begins that promises something; a question promises nothing. */
function promiseFrom(text: string, start: number, isNamed: boolean): number | null {
  if (isNamed && promiseAlone.test(text.slice(start, start + 60)) && !isQuestion(text, start)) return start
  for (const match of text.slice(start).matchAll(promise)) {
    const at = start + match.index
    if (!isQuestion(text, at)) return at
  }
  return null
}

/** The rest of the sentence from `from` on, without its full stop. */
function sentenceAt(text: string, from: number): { from: number; to: number } {
  const end = /[.!?](?=\s|$)|\n/.exec(text.slice(from))
  const to = end ? from + end.index : text.length
  return { from, to: from + text.slice(from, to).trimEnd().length }
}

function isQuestion(text: string, from: number): boolean {
  return text[sentenceAt(text, from).to] === '?'
}
