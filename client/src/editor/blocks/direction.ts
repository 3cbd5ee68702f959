import type { AnyExtension } from '@tiptap/core'

/** What has a direction of its own, given by its first letter that has one. Lists and quotes follow theirs: see editor.css. */
const directed: ReadonlySet<string> = new Set(['paragraph', 'heading', 'tableCell', 'tableHeader'])

/** The same extension, drawn so that its words run as they are written. Nothing of it is in the document. [E150] */
export function withDirection(extension: AnyExtension): AnyExtension {
  if (!directed.has(extension.name)) return extension
  return extension.extend({
    renderHTML(this: { parent: ((props: unknown) => readonly unknown[]) | null }, props: unknown) {
      const [tag, ...rest] = this.parent?.(props) ?? ['p', 0]
      return isAttributes(rest[0])
        ? [tag, { ...rest[0], dir: 'auto' }, ...rest.slice(1)]
        : [tag, { dir: 'auto' }, ...rest]
    },
  })
}

function isAttributes(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
