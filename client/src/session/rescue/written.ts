import * as Y from 'yjs'

/** What somebody wrote in one transaction: the clocks of their client, up to the one behind the last. */
interface Stretch {
  client: number
  from: number
  to: number
}

/** What a block held when it was written. */
export interface Written {
  /** all of it, as a text that is the same for the same block */
  words: string
  /** whether nobody has added or taken anything since */
  isUntouched: boolean
}

/** What a block held when it was written; null where something of that is gone. */
export function writtenIn(element: Y.XmlElement, stretch: Stretch): Written | null {
  const written: Written = { words: '', isUntouched: true }
  return readElement(element, stretch, written) ? written : null
}

function readElement(element: Y.XmlElement, stretch: Stretch, written: Written): boolean {
  const names = [...element._map.keys()].toSorted()
  written.words += `<${element.nodeName}`
  for (const name of names) {
    const item = element._map.get(name)
    if (!item || !isOf(item.id, stretch) || item.deleted) return false
    written.words += ` ${name}=${JSON.stringify(item.content.getContent())}`
  }
  written.words += '>'
  return readChildren(element, stretch, written)
}

/** Letters stand together, in however many stretches they are kept. */
function readChildren(type: Y.XmlElement | Y.XmlText, stretch: Stretch, written: Written): boolean {
  for (let item = type._start; item; item = item.right) {
    if (!isOf(item.id, stretch)) {
      written.isUntouched &&= item.deleted
      continue
    }
    if (item.deleted) return false
    if (!readContent(item.content, stretch, written)) return false
  }
  written.words += '</>'
  return true
}

function readContent(content: Y.Item['content'], stretch: Stretch, written: Written): boolean {
  if (content instanceof Y.ContentString) written.words += JSON.stringify(content.str).slice(1, -1)
  else if (content instanceof Y.ContentFormat) written.words += `{${content.key}=${JSON.stringify(content.value)}}`
  else if (!(content instanceof Y.ContentType)) written.words += JSON.stringify(content.getContent())
  else if (content.type instanceof Y.XmlElement) return readElement(content.type, stretch, written)
  else if (content.type instanceof Y.XmlText) return readChildren(content.type, stretch, written)
  else return false
  return true
}

/** Whether it was written then. */
export function isOf({ client, clock }: Y.ID, stretch: Stretch): boolean {
  return client === stretch.client && stretch.from <= clock && clock < stretch.to
}
