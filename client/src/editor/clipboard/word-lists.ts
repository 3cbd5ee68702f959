/** An item of a list as Word writes it: a paragraph that says its level, its marker among its words. */
interface WordItem {
  paragraph: HTMLElement
  /** from 1 */
  level: number
  isOrdered: boolean
}

/** Makes lists of the paragraphs that Word writes in their place, and takes its empty paragraphs away. */
export function makeWordLists(page: Document): void {
  let lists: { list: HTMLElement; level: number }[] = []
  let last: Element | null = null
  for (const paragraph of page.querySelectorAll<HTMLElement>('p[style*="mso-list"]')) {
    const item = readItem(paragraph)
    if (!item) continue
    if (paragraph.previousElementSibling !== last || last === null) lists = []
    last = place(page, item, lists)
  }
  for (const paragraph of page.querySelectorAll('p.MsoNormal, p[class^="Mso"]')) {
    const isEmpty = (paragraph.textContent ?? '').replaceAll('\u00A0', ' ').trim() === ''
    if (isEmpty && !paragraph.querySelector('img')) paragraph.remove()
  }
}

function readItem(paragraph: HTMLElement): WordItem | null {
  const level = /mso-list:[^;]*\blevel(\d)/.exec(paragraph.getAttribute('style') ?? '')?.[1]
  if (level === undefined) return null
  const marker = paragraph.querySelector('[style*="mso-list:Ignore"], [style*="mso-list: Ignore"]')
  const sign = marker?.textContent?.replaceAll('\u00A0', ' ').trim() ?? ''
  marker?.remove()
  return { paragraph, level: Number(level), isOrdered: /^\(?(?:\d+|[a-z]{1,4})[.)]/i.test(sign) }
}

/** Puts an item where its level says. Gives the outermost list that it now stands in. */
function place(
  page: Document,
  { paragraph, level, isOrdered }: WordItem,
  lists: { list: HTMLElement; level: number }[],
) {
  while ((lists.at(-1)?.level ?? 0) > level) lists.pop()
  const name = isOrdered ? 'OL' : 'UL'
  const open = lists.at(-1)
  let list = open?.level === level && open.list.nodeName === name ? open.list : null
  if (!list) {
    if (open?.level === level) lists.pop()
    list = page.createElement(name)
    const parent = lists.at(-1)?.list.lastElementChild
    if (parent) parent.append(list)
    else paragraph.before(list)
    lists.push({ list, level })
  }
  const item = page.createElement('li')
  list.append(item)
  item.append(paragraph)
  return lists[0]?.list ?? list
}
