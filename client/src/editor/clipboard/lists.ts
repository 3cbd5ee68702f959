/** Brings the lists of other programs into one form: items that hold their lists, boxes as attributes. */
export function tidyLists(page: Document): void {
  for (const item of page.querySelectorAll('li[role="checkbox"], li[aria-checked]')) readBox(item)
  const boxes = 'li > input[type="checkbox"], li > p > input[type="checkbox"], li > label > input[type="checkbox"]'
  for (const box of page.querySelectorAll(boxes)) {
    box.closest('li')?.setAttribute('data-checked', String(box.hasAttribute('checked')))
    box.remove()
  }
  for (const item of page.querySelectorAll('li:not([data-checked])')) readSign(item)
  for (const list of page.querySelectorAll('ul[data-indent], ol[data-indent]')) nest(list)
  for (const list of page.querySelectorAll('ul > ul, ul > ol, ol > ul, ol > ol')) {
    const above = list.previousElementSibling
    if (above?.nodeName === 'LI') above.append(list)
  }
}

/** A box that says so to screen readers. The picture of it goes, and the line through what is done. */
function readBox(item: Element): void {
  const isDone = item.getAttribute('aria-checked') === 'true'
  item.setAttribute('data-checked', String(isDone))
  for (const picture of item.querySelectorAll('img[aria-roledescription], img[alt="checked"], img[alt="unchecked"]')) {
    picture.remove()
  }
  if (!isDone) return
  for (const words of item.querySelectorAll<HTMLElement>('[style*="line-through"]')) words.style.textDecoration = 'none'
}

/** A box that is written as in Markdown. */
function readSign(item: Element): void {
  const first = item.ownerDocument.createTreeWalker(item, NodeFilter.SHOW_TEXT)
  while (first.nextNode() && (first.currentNode.textContent ?? '').trim() === '');
  const text = first.currentNode
  const sign = text instanceof Text && text.parentElement?.closest('li') === item ? boxSign.exec(text.data) : null
  if (!(text instanceof Text) || !sign) return
  text.data = text.data.slice(sign[0].length)
  item.setAttribute('data-checked', String(sign[1] !== ' '))
}

const boxSign = /^\s*\[([ xX])\]\s/

/** A list that only says how deep it stands goes into the last item of the list above it. */
function nest(list: Element): void {
  const depth = Number(list.getAttribute('data-indent'))
  const above = list.previousElementSibling
  if (!above || !/^[UO]L$/.test(above.nodeName)) return
  const depthAbove = Number(above.getAttribute('data-indent') ?? 0)
  if (depth === depthAbove && above.nodeName === list.nodeName) {
    above.append(...list.childNodes)
    list.remove()
  }
  if (depth <= depthAbove) return
  let item = above.lastElementChild
  for (let inner = item?.lastElementChild; inner && /^[UO]L$/.test(inner.nodeName); inner = item?.lastElementChild) {
    if (Number(inner.getAttribute('data-indent') ?? 0) >= depth) {
      inner.append(...list.childNodes)
      list.remove()
      return
    }
    item = inner.lastElementChild
  }
  item?.append(list)
}
