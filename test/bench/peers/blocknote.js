export { ServerBlockNoteEditor } from '@blocknote/server-util'
export { encodeStateAsUpdate } from 'yjs'
