import { useEffect, useState } from 'react'

/**
 * The text of a field that searches: `onSearch` is told of it a moment after the last key, and it follows `query` where
 * that is changed elsewhere.
 *
 * @param settleMs how long nobody must type
 */
export function useSettledText(
  query: string,
  onSearch: (query: string) => void,
  settleMs: number,
): [text: string, setText: (text: string) => void] {
  const [text, setText] = useState(query)
  const [known, setKnown] = useState(query)
  if (query !== known) {
    setKnown(query)
    setText(query)
  }
  useEffect(() => {
    if (text === query) return undefined
    const timer = setTimeout(() => onSearch(text), settleMs)
    return () => clearTimeout(timer)
  }, [text, query, onSearch, settleMs])
  return [text, setText]
}
