const boxes = new Set(
  'DIV SECTION ARTICLE MAIN HEADER FOOTER ASIDE NAV FIGURE FIGCAPTION DETAILS SUMMARY CENTER DL DT DD FORM FIELDSET ADDRESS'.split(
    ' ',
  ),
)
const blocks = new Set('P H1 H2 H3 H4 H5 H6 UL OL LI BLOCKQUOTE PRE TABLE HR'.split(' '))

const anyBlock = [...blocks, ...boxes].join()

/** Gives loose words a paragraph of their own, at an empty line another one, and takes boxes away that only hold others. */
export function tidyFlow(page: Document): void {
  for (const element of page.querySelectorAll('blockquote, li, section[data-footnote]')) paragraphs(element)
  paragraphs(page.body)
}

function paragraphs(parent: Element): void {
  const result: Node[] = []
  let run: Node[] = []
  const close = () => {
    for (const words of splitAtEmptyLines(run)) {
      const paragraph = parent.ownerDocument.createElement('p')
      paragraph.append(...words)
      result.push(paragraph)
    }
    run = []
  }
  const visit = (node: Node) => {
    if (!(node instanceof Element)) run.push(node)
    else if (blocks.has(node.nodeName) || node.hasAttribute('data-footnote')) {
      close()
      result.push(node)
    } else if (boxes.has(node.nodeName) || holdsBlock(node)) {
      close()
      for (const child of Array.from(node.childNodes)) visit(child)
      close()
    } else run.push(node)
  }
  for (const child of Array.from(parent.childNodes)) visit(child)
  close()
  parent.replaceChildren(...result)
}

function holdsBlock(element: Element): boolean {
  return element.querySelector(anyBlock) !== null
}

/** Parts of a run of inline nodes, between two breaks that follow each other. Parts without words are left out. */
function splitAtEmptyLines(run: readonly Node[]): Node[][] {
  const parts: Node[][] = [[]]
  for (const [index, node] of run.entries()) {
    const isSecond = node.nodeName === 'BR' && run[index - 1]?.nodeName === 'BR'
    if (isSecond) parts.push([])
    else parts.at(-1)?.push(node)
  }
  return parts.map(withoutOuterBreaks).filter((part) => part.some(saysSomething))
}

function withoutOuterBreaks(part: Node[]): Node[] {
  const from = part.findIndex((node) => node.nodeName !== 'BR')
  const to = part.findLastIndex((node) => node.nodeName !== 'BR')
  return from < 0 ? [] : part.slice(from, to + 1)
}

function saysSomething(node: Node): boolean {
  if ((node.textContent ?? '').trim() !== '') return true
  return node instanceof Element && (node.matches('img') || node.querySelector('img') !== null)
}
