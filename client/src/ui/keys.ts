/** True while keys go into text. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return (
    target.isContentEditable ||
    target.closest('input:not([type=checkbox], [type=radio], [type=file]), textarea, select') !== null
  )
}

/** On Apple's keyboards the command key does what Ctrl does elsewhere. */
export const isApple = typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.userAgent)

/** Whether the key of the platform that begins a command is held. */
export function isMod(event: KeyboardEvent): boolean {
  return isApple ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey
}

/** Writes keys as this platform shows them: `Mod+Shift+S` is `⇧⌘S` or `Ctrl+Shift+S`. */
export function keyNames(keys: string): string {
  const parts = keys.split('+').map((part) => (part === '' ? '+' : part))
  if (!isApple) return parts.map((part) => (part === 'Mod' ? 'Ctrl' : part)).join('+')
  const signs: Record<string, string> = { Mod: '⌘', Shift: '⇧', Alt: '⌥' }
  const modifiers = parts.filter((part) => part in signs).sort((a) => (a === 'Mod' ? 1 : -1))
  return [...modifiers.map((part) => signs[part]), ...parts.filter((part) => !(part in signs))].join('')
}
