/** What has no words of its own, or may run, load or ask for something. */
const unwanted =
  'script, style, link, meta, title, template, noscript, svg, math, canvas, input, iframe, frame, object, embed, audio, video, button, select, textarea, clipboard-copy, .gutter, .zeroclipboard-container, a.anchor'

/** The attributes that the schema reads, by element; all others go: ids, classes, handlers, hints of another note. */
const kept: Readonly<Record<string, readonly string[]>> = {
  A: ['href', 'title'],
  IMG: ['src', 'alt', 'title'],
  LI: ['data-checked'],
  BR: ['data-hard'],
  PRE: ['data-info', 'data-type'],
  CODE: ['class'],
  SPAN: ['data-html'],
  SUP: ['data-footnote-ref'],
  SECTION: ['data-footnote'],
  TABLE: ['align'],
}

const keptStyles = ['font-weight', 'font-style', 'text-decoration']

/** Takes away what must not come into a note: what runs or loads, comments, addresses that cannot be followed from it. */
export function strip(page: Document): void {
  for (const element of page.querySelectorAll(unwanted)) element.remove()
  removeComments(page)
  for (const link of page.querySelectorAll('a')) {
    if (!/^(?:https?:|mailto:|tel:|xmpp:|ftp:)/i.test(link.getAttribute('href') ?? ''))
      link.replaceWith(...link.childNodes)
  }
  for (const image of page.querySelectorAll('img')) {
    if (!/^https?:/i.test(image.getAttribute('src') ?? '')) image.replaceWith(image.getAttribute('alt') ?? '')
  }
}

/** Takes away every attribute that the schema does not read. The last step: the others still look at some. */
export function stripAttributes(page: Document): void {
  for (const element of page.body.querySelectorAll('*')) {
    const names = kept[element.nodeName] ?? []
    const style = element instanceof HTMLElement ? styleOf(element) : ''
    for (const name of element.getAttributeNames()) {
      if (!names.includes(name) && name !== 'data-pm-slice') element.removeAttribute(name)
    }
    if (style !== '') element.setAttribute('style', style)
  }
}

function styleOf({ style }: HTMLElement): string {
  return keptStyles
    .map((name) => [name, style.getPropertyValue(name)] as const)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}`)
    .join('; ')
}

function removeComments(page: Document): void {
  const walker = page.createTreeWalker(page, NodeFilter.SHOW_COMMENT)
  const comments: ChildNode[] = []
  while (walker.nextNode()) if (walker.currentNode instanceof Comment) comments.push(walker.currentNode)
  for (const comment of comments) comment.remove()
}
