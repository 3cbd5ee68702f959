import { render } from 'katex'
import 'katex/dist/katex.min.css'

/** Draws TeX into an element. What KaTeX does not understand is shown as it is written, in the color of errors. */
export function drawFormula(element: HTMLElement, tex: string, isDisplay: boolean): void {
  render(tex, element, {
    displayMode: isDisplay,
    output: 'html',
    throwOnError: false,
    errorColor: 'var(--danger)',
    trust: false,
    strict: 'ignore',
    maxSize: 20,
    maxExpand: 500,
  })
}
