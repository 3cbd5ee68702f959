/** Puts text on the clipboard, called while a press or key is handled. Resolves with whether the browser let it. */
export async function copyText(text: Promise<string>): Promise<boolean> {
  try {
    if ('clipboard' in navigator && 'write' in navigator.clipboard) {
      // given as a promise, so that waiting for the text does not cost the permission of the press
      const blob = text.then((value) => new Blob([value], { type: 'text/plain' }))
      await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })])
      return true
    }
    return copyByCommand(await text) // on plain http there is no clipboard
  } catch {
    return copyByCommand(await text)
  }
}

function copyByCommand(text: string): boolean {
  const area = document.createElement('textarea')
  area.value = text
  area.className = 'sr'
  document.body.append(area)
  area.select()
  const isCopied = document.execCommand('copy')
  area.remove()
  return isCopied
}
