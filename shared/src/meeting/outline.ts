import { attribute, remembered, textOf, type DocNode, type Path } from '../schema/node.ts'

/** A heading of the body. */
export interface OutlineEntry {
  path: Path
  level: number
  /** its text without leading emoji and `:shortcode:`s */
  text: string
}

/** The headings in document order, those inside of quotes and lists left out. */
export function readOutline(body: DocNode): OutlineEntry[] {
  return (body.content ?? []).flatMap((block, index) =>
    block.type === 'heading' ? [{ path: [index], level: levelOf(block), text: headingText(block) }] : [],
  )
}

/** The level of the sections. A single heading above all others is the note's title: then they are one level deeper. */
export function sectionLevel(outline: readonly OutlineEntry[]): number {
  const levels = outline.map(({ level }) => level)
  const [top = 6, ...deeper] = [...new Set(levels)].sort((a, b) => a - b)
  return levels.filter((level) => level === top).length === 1 ? (deeper[0] ?? top) : top
}

/** The level of a heading, 1 to 6. */
export function levelOf(heading: DocNode): number {
  const level = attribute(heading, 'level')
  return typeof level === 'number' ? level : 1
}

const leading =
  /^(?:\s|:[\w+-]+:|\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u200d|\ufe0f|\ufffc)+/u

/** The text of a heading without the emoji and shortcodes in front of it; all of it where nothing else is there. */
export const headingText = remembered((heading: DocNode): string => {
  const text = textOf(heading).trim()
  return text.replace(leading, '').trim() || text
})
