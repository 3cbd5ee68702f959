/** Whether a line leads over to what follows. */
export function leadsOver(text: string): boolean {
  let last = text.length - 1
  while (last >= 0 && /\s/.test(text[last] ?? '')) last -= 1
  return text[last] === ':' || text[last] === '：'
}

/** What a line under a heading for decisions or TODOs is not: one row a reason, with its sentence. */
const noStatement: readonly { because: string; test: RegExp; isTask?: true }[] = [
  {
    because: 'it says when people meet next',
    test: /^(?:the |our )?(?:(?:tentative )?next (?:[\w-]+ ){0,3}(?:meetings?|calls?|syncs?|sessions?|time|release|steps)\b|(?:we )?(?:will |'ll )?me(?:et|t|ed) (?:again|next|on|in|at)\b|we meet\b|meeting (?:on|at|next)\b|see you\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day,)|\bto meet\b/i,
  },
  { because: 'it only asks', test: /^(?:(?![.!:]\s).)*\?["'”)\]]*\s*$/s },
  { because: 'it asks', test: /\?["'”)\]]*\s*$/, isTask: true },
  {
    because: 'it leaves open what to do',
    test: /^(?:to (?:be )?(?:decided?|discuss(?:ed)?|do)\b|how to\b|whether\b|discuss(?:ion)?\b|potential(?:ly)?\b|maybe\b|perhaps\b|if\b|at some point\b)/i,
    isTask: true,
  },
  { because: 'it leads over to what follows', test: /[:：]\s*$/ },
  {
    because: 'its first word says that it is something else',
    test: /^(?:notes?|nb|n\.b\.|ps|ideas?|links?|see|cf\.|question|example|e\.g\.|fyi|update|status|background|context)\b\s*[:(,]/i,
  },
  { because: 'somebody talks of oneself', test: /^I(?:'m|'ve|'ll|'d|’m|’ve|’ll|’d)?\s/, isTask: true },
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
const fewestWordsOfTask = 2

/** Whether a line without owner and marker says something that a meeting can decide. */
export function isStatement(text: string): boolean {
  return says(text, fewestWords) && !noStatement.some((row) => row.test.test(text.trim()))
}

/** Whether an item of a list for TODOs, without owner and marker, says what somebody can do. */
export function isTask(text: string): boolean {
  return says(text, fewestWordsOfTask) && !noStatement.some((row) => !row.isTask && row.test.test(text.trim()))
}

/** Whether the line that begins at `from` says that people agreed or decided to do something. */
export function isAgreement(text: string, from: number): boolean {
  return agreement.test(text.slice(from, from + 60)) && !noStatement.some((row) => row.test.test(text.trim()))
}

/** Whether it says so of the list below it. */
export function isAgreedLead(text: string, from: number): boolean {
  return (
    leadsOver(text) && /^(?:agreed|decided)\b/i.test(text.slice(from).replace(/^(?:we|all)(?:['’]ve| have)? /i, ''))
  )
}

const agreement =
  /^\**(?:(?:it (?:was|is|has been) |(?:we|all|everyone|everybody|(?:the )?(?:group|team|committee))(?: have|['’]ve)? )?(?:agreed|decided|resolved)|we agree) (?:to|that|on|against)\b/i

function says(text: string, fewest: number): boolean {
  const words = text.trim()
  const withoutLinks = words.replace(/<?https?:\/\/\S+/g, ' ')
  if (!/[\p{L}\p{N}]/u.test(withoutLinks)) return false
  return (words.match(/[\p{L}\p{N}]\S*/gu) ?? []).length >= fewest
}

/** Whether the words of a TODO or decision are still missing: nothing there, or the dots of a template. */
export function isUnfilled(words: string): boolean {
  return /^(?:\[?(?:todo|tb[ad]|action(?: item)?s?|item|text|name|none(?: (?:so far|yet|today))?|n\/a)\]?[.:]?|[\s.…\-–—_?^*()\ufffc]*|<[^>]*>)$/i.test(
    words.trim(),
  )
}
