import type { TableOutcome } from '../../../../shared/contract/imports.ts'
import type { OutputsCount, SendPlan } from '../../../../shared/contract/model-tests/outputs.ts'
import type { ModelTest } from '../../../../shared/contract/model-tests/test.ts'
import { formatMinutes, formatNumber } from '../../../../shared/domain/format.ts'
import { formatDollars } from '../../../../shared/domain/model-tests/token-cost.ts'
import type { FieldWords } from '../../../files/preview/field-words.ts'
import { count } from '../../../parts/figures/words.ts'
import { listed } from '../test-words.ts'
import { words } from './words.ts'

/** The columns of a file of outputs, as they are offered. */
export const outputFields: FieldWords<OutputField> = {
  labels: { input: 'Input or its name', output: 'Output', milliseconds: 'Milliseconds' },
  title: 'input',
  texts: ['output'],
}
export type OutputField = 'input' | 'output' | 'milliseconds'

/** "12 inputs, 3 repeats: 15 outputs. The first of each input counts." */
export function countedWords({ inputs, repeats }: OutputsCount, locale: string): string {
  const all = count(inputs + repeats, 'output', locale)
  if (repeats === 0) return `${count(inputs, 'input', locale)}, no repeats: ${all}.`
  const both = `${count(inputs, 'input', locale)}, ${count(repeats, 'repeat', locale)}`
  return `${both}: ${all}. The first of each input counts.`
}

/** "3 of 12 are here already". */
export const hereWords = (here: number, inputs: number, locale: string): string =>
  `${formatNumber(here, 0, locale)} of ${formatNumber(inputs, 0, locale)} ${here === 1 ? 'is' : 'are'} here already`

/** "2 are here with the same words." */
export const sameWords = (same: number, locale: string): string =>
  `${formatNumber(same, 0, locale)} ${same === 1 ? 'is' : 'are'} here with the same words.`

const namesShown = 5

/** "Renewal, Refund and Price"; many by the first of them. */
export function namedWords(names: readonly string[]): string {
  const more = names.length - namesShown
  return more > 1 ? listed([...names.slice(0, namesShown), `${more} more`]) : listed(names)
}

/** "Bring in 9 outputs": all of the file but those that stay as they are here; where that is all, nothing comes in. */
export function comeInWords(counted: OutputsCount, taken: readonly number[], locale: string): string {
  const staying = counted.there.filter(({ inputId }) => !taken.includes(inputId)).length
  const coming = counted.inputs - counted.same - staying
  return coming === 0 ? words.goOnAsItIs : `Bring in ${count(coming, 'output', locale)}`
}

/** What became of the outputs that were here; a sentence for each that has something to say. */
export function metWords(
  { replaced = 0, notReplaced = 0, alreadyIn }: TableOutcome,
  locale: string,
): string[] {
  const outputs = (n: number) => count(n, 'output', locale)
  return [
    replaced > 0 && `${outputs(replaced)} replaced. What stood there before is in the activity log.`,
    notReplaced > 0 &&
      `${outputs(notReplaced)} of the file ${notReplaced === 1 ? 'was' : 'were'} left out: what was here stayed.`,
    alreadyIn > 0 &&
      `${outputs(alreadyIn)} of the file ${alreadyIn === 1 ? 'was' : 'were'} here already with the same words.`,
  ].filter((sentence) => sentence !== false)
}

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

/** "Sends the same texts to api.anthropic.com now, in 24 free requests". */
export function countFirstWords({ calls, hosts }: Pick<SendPlan, 'calls' | 'hosts'>, locale: string): string {
  return `Sends the same texts to ${listed(hosts)} now, in ${count(calls, 'free request', locale)}`
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
