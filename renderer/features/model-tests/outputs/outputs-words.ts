import type { SendPlan } from '../../../../shared/contract/model-tests/outputs.ts'
import type { ModelTest } from '../../../../shared/contract/model-tests/test.ts'
import { formatMinutes, formatNumber } from '../../../../shared/domain/format.ts'
import { formatDollars } from '../../../../shared/domain/model-tests/token-cost.ts'
import type { FieldWords } from '../../../files/preview/field-words.ts'
import { count } from '../../../parts/figures/words.ts'
import { listed } from '../test-words.ts'

/** The columns of a file of outputs, as they are offered. */
export const outputFields: FieldWords<OutputField> = {
  labels: { input: 'Input or its name', output: 'Output', milliseconds: 'Milliseconds' },
  title: 'input',
  texts: ['output'],
}
export type OutputField = 'input' | 'output' | 'milliseconds'

type Run = ModelTest['run']

/** "Send 24 requests to api.anthropic.com". */
export function sendLabel({ calls, hosts }: Pick<SendPlan, 'calls' | 'hosts'>, locale: string): string {
  return `Send ${count(calls, 'request', locale)} to ${listed(hosts)}`
}

/** "48,210 characters, about 13,800 tokens (estimated)". */
export function sizeWords({ characters, inputTokens, areTokensCounted }: SendPlan, locale: string): string {
  const tokens = count(inputTokens, 'token', locale)
  const both = areTokensCounted ? `${tokens} (counted by the provider)` : `about ${tokens} (estimated)`
  return `${count(characters, 'character', locale)}, ${both}`
}

/** "12 of 24 there, 2 on their way". */
export function progressWords({ done, total, inFlight }: Run, locale: string): string {
  const there = `${formatNumber(done, 0, locale)} of ${formatNumber(total, 0, locale)} there`
  return inFlight === 0 ? there : `${there}, ${formatNumber(inFlight, 0, locale)} on their way`
}

/** What a run has used: "$0.42 so far of at most $5.00, 3 min". */
export function usedWords({ cost, cap, secondsUsed }: Run, locale: string): string {
  const spent = cost === null ? 'Cost not known' : `${formatDollars(cost, locale)} so far`
  const limit = cap === null ? '' : ` of at most ${formatDollars(cap, locale)}`
  const time = secondsUsed < 60 ? `${Math.round(secondsUsed)} s` : formatMinutes(secondsUsed / 60)
  return `${spent}${limit}, ${time}`
}

/** What may have been paid for nothing; null when nothing was. */
export function maybePaidWords({ maybePaid }: Run, locale: string): string | null {
  if (maybePaid === 0) return null
  return `${count(maybePaid, 'request was', locale, 'requests were')} cut off on the way and may have been charged without an answer.`
}

const kindWords: Readonly<Record<string, string>> = {
  email: 'e-mail address',
  phone: 'phone number',
  card: 'card number',
  account: 'account number',
}

/** "e-mail address j.weber@example.com". */
export function foundWords({ kind, text }: { kind: string; text: string }): string {
  return `${kindWords[kind] ?? kind} ${text}`
}
