/** TipTap as its documentation puts it together for writing together: StarterKit, Collaboration, carets, tasks. */
import { Editor } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret'
import { TaskItem, TaskList } from '@tiptap/extension-list'
import { StarterKit } from '@tiptap/starter-kit'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import './page.css'

const [port, note] = location.hash.slice(1).split('/')
const document_ = new Y.Doc()
const provider = new WebsocketProvider(`ws://127.0.0.1:${port}`, note, document_, { disableBc: true })

window.editor = new Editor({
  element: document.querySelector('#root'),
  extensions: [
    StarterKit.configure({ undoRedo: false }),
    TaskList,
    TaskItem,
    Collaboration.configure({ document: document_ }),
    CollaborationCaret.configure({ provider, user: { name: 'Measured', color: '#3366cc' } }),
  ],
})
