import * as Y from 'yjs'

/** By client, the pieces of its history: of what it has written, or of what is deleted. */
type Pieces = Map<number, Span[]>

interface Span {
  from: number
  to: number
}

/** What a document holds: also what waits in it for something that has not come. */
export interface Holding {
  written: Pieces
  deleted: Pieces
}

export function holdingOf(update: Uint8Array): Holding {
  const { structs, ds } = Y.decodeUpdate(update)
  const written: Pieces = new Map()
  for (const struct of structs) {
    if (struct instanceof Y.Skip) continue
    add(written, struct.id.client, { from: struct.id.clock, to: struct.id.clock + struct.length })
  }
  const deleted: Pieces = new Map()
  for (const [client, items] of ds.clients) {
    for (const { clock, len } of items) add(deleted, client, { from: clock, to: clock + len })
  }
  return { written, deleted }
}

/** Whether `whole` holds each letter and each deletion of `part`. */
export function holds(whole: Holding, part: Holding): boolean {
  return covers(whole.written, part.written) && covers(whole.deleted, part.deleted)
}

function add(pieces: Pieces, client: number, span: Span): void {
  const spans = pieces.get(client) ?? []
  const last = spans.at(-1)
  // Yjs gives them in the order of their clocks.
  if (last && last.to === span.from) last.to = span.to
  else spans.push(span)
  pieces.set(client, spans)
}

function covers(whole: Pieces, part: Pieces): boolean {
  return [...part].every(([client, spans]) => {
    const known = whole.get(client) ?? []
    return spans.every(({ from, to }) => known.some((span) => span.from <= from && to <= span.to))
  })
}
