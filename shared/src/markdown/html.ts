/** HTML with an end of its own, and whether the last line has it. All other HTML ends at a blank line. */
const kinds: readonly { begins: RegExp; ends: RegExp }[] = [
  { begins: /^\s*<!--/, ends: /-->[^\n]*$/ },
  { begins: /^\s*<\?/, ends: /\?>[^\n]*$/ },
  { begins: /^\s*<!\[CDATA\[/, ends: /\]\]>[^\n]*$/ },
  { begins: /^\s*<![A-Za-z]/, ends: />[^\n]*$/ },
  {
    begins: /^\s*<(?:script|pre|style|textarea)(?:[\s>]|$)/i,
    ends: /<\/(?:script|pre|style|textarea)>[^\n]*$/i,
  },
]

/** What ends a block of HTML: its own last line, a blank line below it, or nothing yet. */
export function htmlEnd(text: string): 'itself' | 'blank' | 'open' {
  const kind = kinds.find(({ begins }) => begins.test(text))
  if (!kind) return 'blank'
  return kind.ends.test(text) ? 'itself' : 'open'
}

/** HTML that can begin right below a paragraph's line. */
export function interruptsParagraph(text: string): boolean {
  return interrupting.test(text)
}

const interrupting =
  /^<(?:[!?]|\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul|script|pre|style|textarea)(?:[\s/>]|$))/i
