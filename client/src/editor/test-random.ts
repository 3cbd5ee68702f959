import * as Y from 'yjs'

/** Mulberry32: the same numbers for the same seed. */
export function prng(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296
  }
}

const words = ['RD: send it', 'TODO: ask', 'Decision: yes', 'AJ/RD: do it by Friday', 'aa bb']

/** Inserts, doubles, deletes or marks something, as a person somewhere else might. */
export function scramble(body: Y.XmlFragment, random: () => number): void {
  const pick = (count: number) => Math.floor(random() * count)
  const index = pick(body.length)
  const block = body.get(index)
  const inner = block instanceof Y.XmlElement ? block.get(0) : null
  const kind = pick(5)
  if (inner instanceof Y.XmlText && kind === 0) inner.insert(pick(inner.length), 'aa')
  else if (inner instanceof Y.XmlText && kind === 1 && inner.length > 2) inner.delete(pick(2), 1)
  else if (inner instanceof Y.XmlText && kind === 2 && inner.length > 2) inner.format(0, 2, { bold: {} })
  else if (kind === 3 && body.length > 4) body.delete(index, 1)
  else {
    const isHeading = kind === 4 && pick(3) === 0
    const added = new Y.XmlElement<{ level: number }>(isHeading ? 'heading' : 'paragraph')
    if (isHeading) added.setAttribute('level', 2)
    added.insert(0, [new Y.XmlText(isHeading ? 'TODOs' : words[pick(words.length)])])
    body.insert(index, [added as Y.XmlElement])
  }
}
