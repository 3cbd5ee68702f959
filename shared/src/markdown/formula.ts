import type { CompileContext, Extension as TreeExtension, Token } from 'mdast-util-from-markdown'
import type { Code, Effects, Extension, State, TokenizeContext } from 'micromark-util-types'

/**
 * Words that are text as they stand in the source, no escape or mark in them read: formulas between dollars, as notes
 * hold them beyond Markdown, and backslashes before a dollar, without which words could become one.
 *
 * A formula is `$…$` on one line, where the dollars touch what is between them and neither a letter, a digit nor a
 * dollar is right outside of them, so that two prices are no formula; or `$$…$$`. Neither holds a backtick, since code
 * comes first for whoever reads the line. `findFormulas` finds them in a text by the same rule.
 */
declare module 'micromark-util-types' {
  interface TokenTypeMap {
    verbatim: 'verbatim'
  }
}

const dollar = 36
const backslash = 92
const backtick = 96
const objectReplacement = 0xfffc

/** The syntax of words that stand for themselves, for micromark. */
export const verbatimSyntax: Extension = {
  text: {
    [dollar]: { name: 'formula', tokenize: tokenizeFormula },
    [backslash]: { name: 'escapedDollar', tokenize: tokenizeEscapedDollar },
  },
}

/** Makes them text of the tree. In a table a pipe is escaped whatever it stands in. */
export const verbatimTree: TreeExtension = {
  enter: {
    verbatim(token) {
      this.config.enter['data']?.call(this, token)
    },
  },
  exit: {
    verbatim(token) {
      addText(this, token)
    },
  },
}

function addText(context: CompileContext, token: Token): void {
  const node = context.stack.at(-1)
  const before = node && 'value' in node ? node.value.length : 0
  context.config.exit['data']?.call(context, token)
  if (!context.data.inTable || !node || !('value' in node)) return
  node.value = node.value.slice(0, before) + node.value.slice(before).replaceAll('\\|', '|')
}

function isLineEnd(code: Code): boolean {
  return code === null || (code < -2 && code > -6)
}

function isSpace(code: Code): boolean {
  return code === null || code < 0 || /\s/.test(String.fromCharCode(code))
}

function isWordOrDollar(code: Code): boolean {
  return code !== null && code > 0 && /[\w$]/.test(String.fromCharCode(code))
}

/** What neither kind of formula holds. */
function isForeign(code: Code): boolean {
  return code === null || code === backtick || code === objectReplacement
}

function tokenizeFormula(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const { previous } = this
  let last: Code = dollar
  let hasWords = false
  return start

  function start(code: Code): State | undefined {
    if (previous === backslash) return nok(code)
    effects.enter('verbatim')
    effects.consume(code)
    return afterDollar
  }

  function afterDollar(code: Code): State | undefined {
    if (code === dollar) {
      effects.consume(code)
      return display
    }
    return isWordOrDollar(previous) || isSpace(code) ? nok(code) : inline(code)
  }

  function inline(code: Code): State | undefined {
    if (isForeign(code) || isLineEnd(code)) return nok(code)
    if (code === dollar && isSpace(last)) return nok(code)
    effects.consume(code)
    last = code
    if (code === dollar) return afterInline
    return code === backslash ? escaped : inline
  }

  function escaped(code: Code): State | undefined {
    if (isForeign(code) || isLineEnd(code)) return nok(code)
    effects.consume(code)
    last = code
    return inline
  }

  function afterInline(code: Code): State | undefined {
    if (isWordOrDollar(code)) return nok(code)
    effects.exit('verbatim')
    return ok(code)
  }

  function display(code: Code): State | undefined {
    if (isForeign(code) || (code === dollar && !hasWords)) return nok(code)
    if (isLineEnd(code)) {
      effects.exit('verbatim')
      effects.enter('lineEnding')
      effects.consume(code)
      effects.exit('lineEnding')
      return lineStart
    }
    effects.consume(code)
    if (code === dollar) return closeDisplay
    hasWords ||= !isSpace(code)
    return display
  }

  /** The blanks before a line of a paragraph are no part of its text. */
  function lineStart(code: Code): State | undefined {
    if (code === -2 || code === -1 || code === 32) {
      effects.enter('linePrefix')
      return linePrefix(code)
    }
    if (isForeign(code) || isLineEnd(code)) return nok(code)
    effects.enter('verbatim')
    return display(code)
  }

  function linePrefix(code: Code): State | undefined {
    if (code === -2 || code === -1 || code === 32) {
      effects.consume(code)
      return linePrefix
    }
    effects.exit('linePrefix')
    return lineStart(code)
  }

  function closeDisplay(code: Code): State | undefined {
    if (code !== dollar) return nok(code)
    effects.consume(code)
    effects.exit('verbatim')
    return ok
  }
}

/** All backslashes before a dollar stay, so that the text says which of them stand for themselves. */
function tokenizeEscapedDollar(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const { previous } = this
  return (code) => {
    if (previous === backslash) return nok(code)
    effects.enter('verbatim')
    return backslashes(code)
  }

  function backslashes(code: Code): State | undefined {
    if (code !== backslash && code !== dollar) return nok(code)
    effects.consume(code)
    if (code === backslash) return backslashes
    effects.exit('verbatim')
    return ok
  }
}
