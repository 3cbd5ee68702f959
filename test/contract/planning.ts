import * as Y from 'yjs'

/** A note with one of everything, in the manner of those that people write. */
export const planning = `---
title: "Release planning, March 6, 2024"
datetime: 2024-03-06T14:00:00+01:00
location: Online
teams:
- core
- Sécurité
participants:
- Ann Bell
- Jörg Maier
---

## :dart: Agenda

- Release 2.0

## Discussions

AB: We are late.

## TODOs and Decisions

- [x] AB: Order lunch.

AB: Send the plan to everybody. (due 2024-03-08)

JM/XY: Book the room.

Decision: We ship on Friday.
`

/** A request with a JSON body. */
export const json = (body: unknown): RequestInit => ({
  body: JSON.stringify(body),
  headers: { 'Content-Type': 'application/json' },
})

/** A request with a Markdown body. */
export const markdown = (body: RequestInit['body'], type = 'text/markdown'): RequestInit => ({
  body,
  headers: { 'Content-Type': type },
})

/** Types a paragraph at the end of a note. */
export function addParagraph(doc: Y.Doc, text: string): void {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(text)])
  doc.getXmlFragment('body').push([paragraph])
}
