import { useEffect, useEffectEvent } from 'react'
import { isMod, isTyping } from './keys.ts'

/** What a key does. A name is one key, such as `n` or `?`, or a command, such as `Mod+s` or `Mod+Shift+\`. */
export type KeyMap = Readonly<Record<string, (event: KeyboardEvent) => void>>

/** Listens to keys on the whole page. Single keys do nothing while somebody types or a dialog is open; commands do. */
export function useKeys(keys: KeyMap): void {
  const run = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return
    const isCommand = isMod(event)
    const action = keys[isCommand ? commandOf(event) : event.key]
    if (!action) return
    const isFunctionKey = /^F\d/.test(event.key)
    if (!isCommand && !isFunctionKey && (isTyping(event.target) || document.querySelector('dialog[open]'))) return
    event.preventDefault()
    action(event)
  })
  useEffect(() => {
    addEventListener('keydown', run)
    return () => removeEventListener('keydown', run)
  }, [])
}

function commandOf(event: KeyboardEvent): string {
  const key = event.code === 'Backslash' ? '\\' : event.key.toLowerCase()
  return `Mod+${event.shiftKey && /^[\\a-z]$/.test(key) ? 'Shift+' : ''}${key}`
}
