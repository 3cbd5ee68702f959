/** Addresses that stand in a text by themselves, as GFM finds them: of the web, with `www.`, of mail. */
const bareAddress =
  /(?<![\w/])https?:\/\/[^\s<>[\]]+|(?<![\w/.@-])www\.[^\s<>[\]]+|(?<![\w/.+@-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gi

/** An address in a text, with its offsets. */
export interface BareAddress {
  from: number
  to: number
  /** complete: with the protocol that the text leaves out */
  href: string
}

/** The addresses in `text` by themselves. The punctuation after one belongs to the sentence. */
export function bareAddresses(text: string): BareAddress[] {
  return [...text.matchAll(bareAddress)].flatMap((match) => {
    const words = match[0].includes('://') || /^www/i.test(match[0]) ? withoutPunctuation(match[0]) : match[0]
    const href = hrefOf(words)
    return href === null ? [] : [{ from: match.index, to: match.index + words.length, href }]
  })
}

function hrefOf(words: string): string | null {
  if (/^https?:\/\/[^/?#]*\w/i.test(words)) return words
  if (/^www\.\w/i.test(words)) return `http://${words}`
  return /@/.test(words) && /[a-z]$/i.test(words) ? `mailto:${words}` : null
}

/** What `words` in angle brackets lead to, null where they are no address. */
export function bracketedAddress(words: string): string | null {
  if (/^[a-z][a-z\d+.-]{1,31}:[^\s<>]*$/i.test(words)) return words
  return /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d-]+(?:\.[a-z\d-]+)*$/i.test(words) ? `mailto:${words}` : null
}

/** An address without the punctuation at its end that GFM leaves to the sentence. */
export function withoutPunctuation(address: string): string {
  let end = address.length
  while (end > 0) {
    const last = address[end - 1] ?? ''
    if (/[?!.,:*_~'"]/.test(last)) end -= 1
    else if (last === ')' && count(address.slice(0, end), ')') > count(address.slice(0, end), '(')) end -= 1
    else if (last === ';') {
      const entity = /&[a-z\d]+;$/i.exec(address.slice(0, end))
      end -= entity ? entity[0].length : 1
    } else break
  }
  return address.slice(0, end)
}

const count = (text: string, letter: string) => text.split(letter).length - 1
