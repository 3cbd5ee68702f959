/** Words of a title that change from one meeting to the next. */
const passing =
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun|\d+(?:st|nd|rd|th)?)$/

/** Words that lead to a date: "Weekly of 2024-03-06". */
const leading = /^(?:of|on|from|for)$/

/**
 * What the titles of a series have in common: the words without dates, numbers, case and accents. Two notes whose titles
 * give the same, and that share a team, are meetings of one series.
 */
export function seriesOf(title: string): string {
  const words =
    title
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  const common = words.filter((word) => !passing.test(word))
  if (common.length > 1 && leading.test(common.at(-1) ?? '')) common.pop()
  return common.join(' ')
}
