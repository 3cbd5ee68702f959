/** BlockNote as its documentation puts it together for writing together. */
import { withCollaboration } from '@blocknote/core/yjs'
import { BlockNoteView } from '@blocknote/mantine'
import { useCreateBlockNote } from '@blocknote/react'
import '@blocknote/mantine/style.css'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import './page.css'

const [port, note] = location.hash.slice(1).split('/')
const document_ = new Y.Doc()
const provider = new WebsocketProvider(`ws://127.0.0.1:${port}`, note, document_, { disableBc: true })

function App() {
  const editor = useCreateBlockNote(
    withCollaboration({
      collaboration: {
        provider,
        fragment: document_.getXmlFragment('document-store'),
        user: { name: 'Measured', color: '#3366cc' },
      },
    }),
  )
  return createElement(BlockNoteView, { editor })
}

createRoot(document.querySelector('#root')).render(createElement(App))
