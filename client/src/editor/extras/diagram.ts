import type { Node } from '@tiptap/pm/model'
import { followTheme, isDark } from './theme.ts'

/** Whether a block holds the source of a diagram. */
export function isDiagram(node: Node): boolean {
  const info: unknown = node.attrs['info']
  return node.type.name === 'codeBlock' && typeof info === 'string' && /^mermaid\b/i.test(info.trim())
}

/** Tells a diagram that it was taken out of the note. */
export const diagramGone = 'diagramgone'

/**
 * A button that draws the diagram below it, or takes it away. Mermaid is fetched with the first press. The caller tells
 * the element with `diagramGone` when it is needed no longer.
 */
export function diagramElement(source: string, className: string): HTMLElement {
  const element = document.createElement('div')
  element.className = `diagram ${className}`.trim()
  element.contentEditable = 'false'
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'btn quiet small'
  const picture = document.createElement('div')
  picture.className = 'picture'
  element.append(button, picture)
  const show = (isShown: boolean) => {
    picture.hidden = !isShown
    button.textContent = isShown ? 'Hide diagram' : 'Show diagram'
    button.setAttribute('aria-expanded', String(isShown))
  }
  const draw = () => void drawn(source, isDark(element)).then((drawing) => picture.replaceChildren(drawing))
  let unfollow: (() => void) | null = null
  show(false)
  button.addEventListener('click', () => {
    const isShown = picture.hidden !== false
    show(isShown)
    if (!isShown) return
    picture.textContent = 'Drawing…'
    draw()
    unfollow ??= followTheme(() => {
      if (picture.hidden === false) draw()
    })
  })
  element.addEventListener(diagramGone, () => unfollow?.())
  return element
}

/** The picture of a diagram, or a sentence that says why there is none. */
async function drawn(source: string, dark: boolean): Promise<HTMLElement> {
  const result = document.createElement('div')
  try {
    const { drawDiagram } = await import('./mermaid.ts')
    result.innerHTML = await drawDiagram(source, dark)
    result.firstElementChild?.setAttribute('role', 'img')
    result.firstElementChild?.setAttribute('aria-label', 'Diagram')
  } catch (error) {
    result.className = 'failed'
    result.setAttribute('role', 'status')
    result.textContent = `This diagram cannot be drawn. ${error instanceof Error ? error.message : ''}`.trim()
  }
  return result
}
