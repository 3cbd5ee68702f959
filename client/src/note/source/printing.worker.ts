import { readNote } from '@minutebook/shared/doc'
import * as Y from 'yjs'
import { printSource } from './printed.ts'

// Keeps a copy of the note and prints it beside the page, so that typing does not wait for a long note.
const doc = new Y.Doc()

addEventListener('message', (event: MessageEvent<Uint8Array[]>) => {
  for (const update of event.data) Y.applyUpdate(doc, update)
  postMessage(printSource(readNote(doc)))
})
