import type { Price } from '../../contract/provider.ts'
import { roundFigure } from '../format.ts'

const charactersPerToken = 3.5
const tokensPerPriceUnit = 1_000_000
const smallestShown = 0.01
/** Sums of costs are off by less; no call costs so little. */
const tolerance = 1e-9

const tokenEach = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu

/**
 * About how many tokens a text is, where the provider does not count them: one for 3.5 characters, one for each
 * Chinese, Japanese or Korean one. An estimate, to be named one on screen.
 */
export function estimateTokens(text: string): number {
  let single = 0
  const others = text.replace(tokenEach, () => {
    single++
    return ''
  })
  return single + Math.ceil(others.length / charactersPerToken)
}

/** What tokens cost in US dollars; null without a price. */
export function costOf(
  { inputTokens, outputTokens }: { inputTokens: number; outputTokens: number },
  price: Pick<Price, 'input' | 'output'> | null,
): number | null {
  if (price === null) return null
  return (inputTokens * price.input + outputTokens * price.output) / tokensPerPriceUnit
}

/** A cost in US dollars with cents: "$1.25"; "less than $0.01" for what is not nothing. */
export function formatDollars(cost: number, locale: string): string {
  if (cost > 0 && cost < smallestShown) return `less than ${dollars(smallestShown, locale)}`
  return dollars(cost, locale)
}

/**
 * True when a call that may cost `next` would take the spending above the cap. A call of unknown cost always
 * would; without a cap none does.
 */
export function wouldExceed(spent: number, next: number | null, cap: number | null): boolean {
  if (cap === null) return false
  return next === null || spent + next > cap + tolerance
}

function dollars(cost: number, locale: string): string {
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'USD',
    currencyDisplay: 'narrowSymbol',
  }).format(roundFigure(cost, 2))
}
