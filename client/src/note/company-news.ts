import { listed } from '../ui/words.ts'

/** What is said of those who came and went: "AlexJ and 2 others joined", "Ben left", '' where nothing is to be said. */
export function companyNews(before: Iterable<string>, after: Iterable<string>): string {
  const was = new Set(before)
  const is = new Set(after)
  const joined = [...is].filter((name) => !was.has(name))
  const left = [...was].filter((name) => !is.has(name))
  return [said(joined, 'joined'), said(left, 'left')].filter((part) => part !== '').join(', ')
}

function said(names: readonly string[], what: string): string {
  return names.length === 0 ? '' : `${listed(names, 2)} ${what}`
}
