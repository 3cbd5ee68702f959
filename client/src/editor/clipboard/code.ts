/** Keeps the language of code blocks, in whatever way the page says it, and nothing of how it colors them. */
export function tidyCode(page: Document): void {
  for (const block of page.querySelectorAll('pre:not([data-type])')) {
    const language = languageOf(block)
    if (language !== null) block.setAttribute('data-info', language)
  }
}

function languageOf(block: Element): string | null {
  const own = block.getAttribute('data-info') ?? block.getAttribute('lang')
  if (own !== null && /^[^\s`]+$/.test(own)) return own
  const code = block.querySelector('code')
  const classes = `${block.parentElement?.className ?? ''} ${block.className} ${code?.className ?? ''}`
  const named = /(?:\blang(?:uage)?-|\bhighlight-source-|\bhighlight-text-)([\w+#.-]+)/.exec(classes)?.[1]
  return named ?? /^([\w+#-]+) hljs\b/.exec(code?.className ?? '')?.[1] ?? null
}
