/** What a line under a heading for decisions or TODOs is not: one row a reason, with its sentence. */
const noStatement: readonly { because: string; test: RegExp }[] = [
  {
    because: 'it says when people meet next',
    test: /^(?:the |our )?(?:(?:tentative )?next (?:[\w-]+ ){0,3}(?:meetings?|calls?|syncs?|sessions?|time|release|steps)\b|(?:we )?(?:will |'ll )?me[et]t? (?:again|next|on|in|at)\b|we meet\b|meeting (?:on|at|next)\b|see you\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day,)|\bto meet\b/i,
  },
  { because: 'it asks', test: /\?["'”)\]]*\s*$/ },
  {
    because: 'it leaves open what to do',
    test: /^(?:to (?:be )?(?:decided?|discuss(?:ed)?|do)\b|how to\b|whether\b|discuss(?:ion)?\b|potential(?:ly)?\b|maybe\b|perhaps\b|if\b|at some point\b)/i,
  },
  { because: 'it leads over to what follows', test: /[:：]\s*$/ },
  {
    because: 'its first word says that it is something else',
    test: /^(?:notes?|nb|n\.b\.|ps|ideas?|links?|see|cf\.|question|example|e\.g\.|fyi|update|status|background|context)\b\s*[:(,]/i,
  },
  { because: 'somebody talks of oneself', test: /^I(?:'m|'ve|'ll|'d|’m|’ve|’ll|’d)?\s/ },
  { because: 'it is quoted', test: /^["“„«].*["”»]$/s },
  {
    because: 'it is a date or time',
    test: /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b[\s,]*)?[\d\s:.,/–-]+(?:[ap]m|[a-z]{3,4})?$/i,
  },
  {
    because: 'nobody has filled it in',
    test: /^(?:todo|tb[ad]|none(?: (?:so far|yet|today))?|nothing|n\/?a|no (?:todos?|decisions?|action items?).*|[.…\-–—_?]+|x+)[.!]?$/i,
  },
  { because: 'it is a label and a link', test: /^[^:\n]{1,60}:\s*https?:\/\/\S+\s*$/ },
]
const fewestWords = 3

/** Whether a line without owner and marker says something that a meeting can decide or somebody can do. */
export function isStatement(text: string): boolean {
  const words = text.trim()
  const withoutLinks = words.replace(/<?https?:\/\/\S+/g, ' ')
  if (!/[\p{L}\p{N}]/u.test(withoutLinks)) return false
  if ((words.match(/[\p{L}\p{N}]\S*/gu) ?? []).length < fewestWords) return false
  return !noStatement.some((row) => row.test.test(words))
}

/** Whether the words of a TODO or decision are still missing: nothing there, or the dots of a template. */
export function isUnfilled(words: string): boolean {
  return /^(?:\[?(?:todo|tb[ad]|action(?: item)?s?|item|text|name|none|n\/a)\]?[.:]?|[\s.…\-–—_?^*\ufffc]*|<[^>]*>)$/i.test(
    words.trim(),
  )
}
