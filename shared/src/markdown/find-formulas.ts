/** TeX in a text. */
export interface Formula {
  from: number
  to: number
  tex: string
  isDisplay: boolean
}

/**
 * The formulas in the text of a block, which holds them as its file does: the rule by which `formula.ts` reads them.
 *
 * @param text with U+FFFC for what cannot be part of one, such as code
 */
export function findFormulas(text: string): Formula[] {
  return [...text.matchAll(formula)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    tex: (match[1] ?? match[2] ?? '').trim(),
    isDisplay: match[1] !== undefined,
  }))
}

const formula =
  /(?<!\\)\$\$([^$`\uFFFC]*[^$`\s\uFFFC][^$`\uFFFC]*)\$\$|(?<![\w$\\])\$(?!\s)((?:[^$`\n\\\uFFFC]|\\[^`\n\uFFFC])+)(?<!\s)\$(?![\w$])/g
