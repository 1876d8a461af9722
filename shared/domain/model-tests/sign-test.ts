const clearLevel = 0.05

/**
 * Two-sided exact sign test (Dixon and Mood 1946): the chance, between 0 and 1, of a split at least this uneven
 * when either side is as likely to win. Ties are left out before; null without any win or loss.
 */
export function signTest(wins: number, losses: number): number | null {
  const n = wins + losses
  if (n === 0) return null
  let tail = 0
  for (let k = 0; k <= Math.min(wins, losses); k++) tail += Math.exp(logChoose(n, k) - n * Math.LN2)
  return Math.min(1, 2 * tail)
}

/** The fewest wins of `n` without ties that the sign test calls more than chance at 5 %; null below 6. */
export function winsNeeded(n: number): number | null {
  for (let wins = Math.ceil(n / 2); wins <= n; wins++) {
    if ((signTest(wins, n - wins) ?? 1) <= clearLevel) return wins
  }
  return null
}

/**
 * True when the split is clear at 5 % however often it was looked at on the way: the uniform mixture martingale
 * 2ⁿ / ((n + 1) · C(n, wins)) has reached 20 (Ville's inequality; Robbins 1970). Says nothing about which side.
 */
export function clearBound(wins: number, losses: number): boolean {
  const n = wins + losses
  return n * Math.LN2 - Math.log(n + 1) - logChoose(n, wins) >= -Math.log(clearLevel)
}

/** log of n over k. */
function logChoose(n: number, k: number): number {
  let log = 0
  for (let at = 1; at <= Math.min(k, n - k); at++) log += Math.log((n - at + 1) / at)
  return log
}
