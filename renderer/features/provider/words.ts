import type { KeyState, SentRequest } from '../../../shared/contract/provider.ts'
import { formatNumber } from '../../../shared/domain/format.ts'
import { formatDollars } from '../../../shared/domain/model-tests/token-cost.ts'

export const keptWords: Readonly<Record<NonNullable<KeyState['kept']>, string>> = {
  keychain: 'Kept by this computer’s keychain.',
  memory: 'Kept only until Evenkeel closes.',
  environment: 'Given by the environment, for this run.',
}

export const purposeWords: Readonly<Record<SentRequest['purpose'], string>> = {
  output: 'Output of a model test',
  evaluation: 'Evaluation of an output',
  token_count: 'Counting tokens',
  models: 'List of models',
}

export const outcomeWords: Readonly<Record<SentRequest['outcome'], string>> = {
  in_flight: 'On its way',
  answered: 'Answered',
  failed: 'Failed, nothing bought',
  maybe_paid: 'No answer, may have been paid',
}

/** "Anthropic", "Anthropic or another": the providers Evenkeel can call. */
export function eitherOf(providers: readonly { name: string }[]): string {
  return new Intl.ListFormat('en', { type: 'disjunction' }).format(providers.map(({ name }) => name))
}

/** A price as it is listed, with all its decimals: "$0.125". */
export function formatPrice(dollars: number, locale: string): string {
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'USD',
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: 2,
    maximumFractionDigits: 6,
  }).format(dollars)
}

/** The day and the minute, by this computer's clock. */
export function formatSentAt(instant: string, locale: string): string {
  return new Date(instant).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' })
}

export type Totals = { total: number; characters: number; cost: number; unknownCosts: number }

/** "12 requests with 45,000 characters. They cost $1.25; of 2 the cost is not known." */
export function totalsWords({ total, characters, cost, unknownCosts }: Totals, locale: string): string {
  const whole = (value: number) => formatNumber(value, 0, locale)
  const requests = total === 1 ? 'One request' : `${whole(total)} requests`
  const known = `${total === 1 ? 'It' : 'They'} cost ${formatDollars(cost, locale)}`
  const sent = `${requests} with ${characters === 1 ? 'one character' : `${whole(characters)} characters`}.`
  if (unknownCosts === 0) return `${sent} ${known}.`
  if (unknownCosts === total) return `${sent} What ${total === 1 ? 'it' : 'they'} cost is not known.`
  return `${sent} ${known}; of ${whole(unknownCosts)} the cost is not known.`
}
