/** A point of the window, in pixels. */
export interface Point {
  x: number
  y: number
}

/**
 * Listens for files that are dropped anywhere on the page or pasted into the text. Nothing that is dropped makes the
 * browser leave the page; words that are dropped into fields and the text stay theirs. Gives what ends it.
 *
 * @param take `at` is where they were dropped in the text, null for elsewhere and for the caret
 */
export function listenForFiles(
  page: EventTarget,
  take: (files: readonly File[], at: Point | null) => void,
): () => void {
  let isOwnDrag = false // an image of the page that is dragged is a file too
  const drop = (event: DragEvent) => {
    const hasFiles = !isOwnDrag && holdsFiles(event.dataTransfer)
    if (!hasFiles && isEditable(event.target)) return
    event.preventDefault()
    if (!hasFiles) return
    event.stopPropagation() // the text would take it for words
    const at = isInText(event.target) ? { x: event.clientX, y: event.clientY } : null
    take([...(event.dataTransfer?.files ?? [])], at)
  }
  const paste = (event: ClipboardEvent) => {
    const { clipboardData } = event
    if (!clipboardData || clipboardData.files.length === 0 || hasWords(clipboardData) || !isInText(event.target)) return
    event.preventDefault()
    event.stopPropagation()
    take([...clipboardData.files], null)
  }
  const listening = new AbortController()
  const options = { signal: listening.signal, capture: true }
  page.addEventListener('dragstart', () => (isOwnDrag = true), options)
  page.addEventListener('dragend', () => (isOwnDrag = false), options)
  page.addEventListener('dragover', (event) => isDrag(event) && over(event), options)
  page.addEventListener('drop', (event) => isDrag(event) && drop(event), options)
  page.addEventListener('paste', (event) => isPaste(event) && paste(event), options)
  return () => listening.abort()
}

function over(event: DragEvent): void {
  const hasFiles = holdsFiles(event.dataTransfer)
  if (!hasFiles && isEditable(event.target)) return
  event.preventDefault() // else the browser would open what is dropped
  if (event.dataTransfer) event.dataTransfer.dropEffect = hasFiles ? 'copy' : 'none'
}

const isDrag = (event: Event): event is DragEvent => 'dataTransfer' in event
const isPaste = (event: Event): event is ClipboardEvent => 'clipboardData' in event

function holdsFiles(data: DataTransfer | null): boolean {
  return data?.types.includes('Files') === true
}

/**
 * Whether words were copied: a program that gives words gives a picture of them too, while a browser gives a picture that
 * somebody copied with nothing but its address.
 */
function hasWords(data: DataTransfer): boolean {
  const types = data.types.filter((type) => type.startsWith('text/'))
  return types.length > 0 && !(types.every((type) => type === 'text/html') && isImageAlone(data.getData('text/html')))
}

function isImageAlone(html: string): boolean {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  return body.textContent.trim() === '' && body.querySelectorAll('img').length === 1
}

function isInText(target: EventTarget | null): boolean {
  return elementOf(target)?.closest('.ProseMirror') != null
}

function isEditable(target: EventTarget | null): boolean {
  const editable = 'input, textarea, [contenteditable="true"], [contenteditable="plaintext-only"]'
  return elementOf(target)?.closest(editable) != null
}

function elementOf(target: EventTarget | null): Element | null {
  if (target instanceof Element) return target
  return target instanceof Node ? target.parentElement : null
}
