import { attribute, textOf, type DocNode } from '../schema/node.ts'

/** Labels that a document defines, as `comparableLabel` gives them; those of footnotes begin with `^`. */
export type Labels = ReadonlySet<string>

/** For content that stands in no document. */
export const noLabels: Labels = new Set()

/** The labels of all link definitions and footnotes of a document: text in brackets may mean one of them. */
export function definedLabels(body: DocNode): Labels {
  const labels = new Set<string>()
  collect(body, labels)
  return labels.size === 0 ? noLabels : labels
}

function collect(node: DocNode, labels: Set<string>): void {
  if (node.type === 'rawBlock') {
    const label = /^\[((?:[^\\[\]]|\\.)+)\]:/su.exec(textOf(node))?.[1]
    if (label !== undefined) labels.add(comparableLabel(label))
  } else if (node.type === 'footnoteDefinition') labels.add(comparableLabel(`^${String(attribute(node, 'label'))}`))
  if (node.content && node.type !== 'paragraph') for (const child of node.content) collect(child, labels)
}

/** Those of `labels` that stand in brackets in a text. */
export function mentionedLabels(node: DocNode, labels: Labels): Labels {
  if (labels.size === 0) return noLabels
  const found = [...textOf(node).matchAll(/\[([^[\]]+)\]/g)].map(([, label = '']) => comparableLabel(label))
  const mentioned = found.filter((label) => labels.has(label))
  return mentioned.length === 0 ? noLabels : new Set(mentioned)
}

/** Equal for two labels that name the same, as CommonMark compares them: case folded both ways. */
export function comparableLabel(label: string): string {
  return label
    .replace(/[\t\n\r ]+/g, ' ')
    .trim()
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
}
