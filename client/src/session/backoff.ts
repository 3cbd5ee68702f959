const firstMs = 400
const longestMs = 15_000

/**
 * Milliseconds until the next attempt to connect: twice as long after each failure up to 15 s, and spread over half of
 * that, so that the people of a restarted server do not all knock at once.
 *
 * @param failures attempts that have failed in a row, from 1
 * @param random from 0 up to 1
 */
export function backoffMs(failures: number, random: number): number {
  const whole = Math.min(longestMs, firstMs * 2 ** (failures - 1))
  return Math.round(whole * (0.5 + random / 2))
}
