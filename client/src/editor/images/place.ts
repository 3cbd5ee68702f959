/** How far an image is that stands in for itself. */
export type Progress =
  | { state: 'sending'; part: number }
  /** no connection: it is tried again by itself */
  | { state: 'kept' }
  /** it is tried again when somebody wants it */
  | { state: 'failed'; reason: string }

export interface PlaceEvents {
  onRetry: () => void
  onRemove: () => void
}

/** What stands in the text where an image comes: the image as this browser has it, how far it is, what can be done. */
export class ImagePlace {
  readonly element = document.createElement('span')
  readonly #name: string
  readonly #preview: string
  readonly #image = document.createElement('img')
  readonly #words = document.createElement('span')
  readonly #bar = document.createElement('progress')
  readonly #retry: HTMLButtonElement
  readonly #remove: HTMLButtonElement

  constructor(file: File, { onRetry, onRemove }: PlaceEvents) {
    this.#name = file.name
    this.#preview = URL.createObjectURL(file)
    this.#image.src = this.#preview
    this.#image.alt = ''
    this.#image.addEventListener('error', () => this.#image.remove())
    this.#words.className = 'words'
    this.#words.setAttribute('role', 'status')
    this.#bar.setAttribute('aria-label', `Adding ${file.name}`)
    this.#retry = button('Try again', onRetry)
    this.#remove = button('Remove', onRemove)
    this.element.className = 'image-place'
    this.element.contentEditable = 'false'
    const line = document.createElement('span')
    line.className = 'line'
    line.append(this.#words, this.#bar, this.#retry, this.#remove)
    this.element.append(this.#image, line)
    this.show({ state: 'sending', part: 0 })
  }

  show(progress: Progress): void {
    this.element.dataset['state'] = progress.state
    this.#retry.hidden = progress.state !== 'failed'
    this.#bar.hidden = progress.state !== 'sending'
    if (progress.state === 'sending') this.#bar.value = progress.part
    const words = wordsFor(this.#name, progress)
    if (this.#words.textContent !== words) this.#words.textContent = words
  }

  /** It is needed no longer. */
  forget(): void {
    URL.revokeObjectURL(this.#preview)
  }
}

function wordsFor(name: string, progress: Progress): string {
  if (progress.state === 'sending') return `Adding ${name}`
  if (progress.state === 'kept') return `${name} waits in this tab until the server answers`
  return `${name} is not added yet. ${progress.reason}`
}

function button(words: string, onPress: () => void): HTMLButtonElement {
  const element = document.createElement('button')
  element.type = 'button'
  element.className = 'btn quiet small'
  element.textContent = words
  element.addEventListener('click', onPress)
  return element
}
