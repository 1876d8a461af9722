import type { Pool } from '../../../shared/contract/reviews/reviews.ts'
import type { Measure } from '../../../shared/contract/workflows.ts'
import { measures } from '../../../shared/domain/figures/measures/index.ts'
import { formatDayOfYear, formatNumber } from '../../../shared/domain/format.ts'
import { words } from './words.ts'

/** What to know of a month's outputs before they are drawn from. */
export function poolSentences(pool: Pool, measure: Measure | null, locale: string): string[] {
  const whole = (value: number) => formatNumber(value, 0, locale)
  const sentences: string[] = []
  if (pool.differentCount < pool.outputCount) {
    sentences.push(words.differentRepeatsCountOnce(whole(pool.differentCount)))
  }
  if (pool.differentCount < pool.sampleSize) {
    sentences.push(words.fewerThanSoAllOf(pool.sampleSize))
  }
  const missing = measure === null ? null : measures[measure].missing(pool, whole)
  if (missing !== null) sentences.push(missing)
  if (pool.differentCount > pool.sampleSize) sentences.push(drawSentence(pool, whole))
  if (pool.goesOnTo !== null) sentences.push(monthGoesOn(pool, pool.goesOnTo, locale))
  return sentences
}

function drawSentence(
  { sampleSize, differentCount, outputCount, goesOnTo }: Pool,
  whole: (n: number) => string,
) {
  // A text sent a thousand times weighs as much as one sent once (ADR 0005), so more must not be claimed.
  const different = differentCount < outputCount ? words.theDifferentOnes(whole(differentCount)) : null
  // What is still to be written can't be stood for.
  if (goesOnTo !== null) return words.chancePicks(whole(sampleSize), different ?? words.them)
  return words.chancePicksSoThatThe(whole(sampleSize), different ?? words.allOfThem)
}

/** How far the outputs reach, and that the month goes on: what comes later is not drawn from. */
function monthGoesOn({ reachesTo }: Pool, until: string, locale: string): string {
  const last = formatDayOfYear(until, until, locale)
  return reachesTo === null
    ? words.theMonthGoesOn(last)
    : words.theyReachTo(formatDayOfYear(reachesTo, until, locale), last)
}
