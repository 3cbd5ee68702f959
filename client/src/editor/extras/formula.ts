/**
 * A formula as an element. It shows its TeX until KaTeX is there, which is fetched with the first formula of a page;
 * where that fails, the TeX stays.
 */
export function formulaElement(tex: string, isDisplay: boolean): HTMLElement {
  const element = document.createElement('span')
  element.className = isDisplay ? 'formula display' : 'formula'
  element.contentEditable = 'false'
  element.setAttribute('aria-hidden', 'true') // what is read aloud is the source, which stays in the line
  element.textContent = tex
  import('./katex.ts').then(
    ({ drawFormula }) => drawFormula(element, tex, isDisplay),
    () => element.classList.add('unloaded'),
  )
  return element
}
