import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '@fontsource-variable/inter/opsz.css'
import './ui/tokens.css'
import './ui/components.css'
import './ui/base.css'
import './ui/drawer.css'
import './ui/contrast.css'
import './ui/touch.css'
import { App } from './App.tsx'
import { openShell } from './shell/shell.ts'
import { restWhileTyping } from './ui/breathe.ts'

const root = document.querySelector('#root')
if (!root) throw new Error('index.html has no element #root')
const shell = openShell(import.meta.url)
restWhileTyping()
createRoot(root).render(
  <StrictMode>
    <App shell={shell} />
  </StrictMode>,
)
