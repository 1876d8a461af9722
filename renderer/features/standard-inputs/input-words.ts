import type { Check, InputMapping, StandardInput } from '../../../shared/contract/standard-inputs.ts'
import { formatNumber } from '../../../shared/domain/format.ts'
import type { FieldWords } from '../../files/preview/field-words.ts'
import { count } from '../../parts/figures/words.ts'

/** What a column of a file of inputs can hold. */
export type InputField = keyof InputMapping

const enoughToStart = 12
const tellsMore = 20

export const checkLabels: Readonly<Record<Check['kind'], string>> = {
  contains: 'Contains the text',
  lacks: 'Does not contain the text',
  words_at_most: 'Has at most so many words',
  matches: 'Matches the pattern',
  json: 'Is JSON',
}

/** The columns of a file of inputs, as they are offered. */
export const inputFields: FieldWords<InputField> = {
  labels: {
    text: 'Input',
    name: 'Name',
    reference: 'Reference answer',
    tags: 'Tags',
    mustNotFail: 'Must not fail',
  },
  said: { mustNotFail: 'whether it must not fail' },
  title: 'name',
  texts: ['text', 'reference'],
}

/** How large a set is, and what more would bring: "9 inputs. 12 are a good start, 20 tell more." */
export function countSentence(inputs: number, locale: string): string {
  const counted = `${count(inputs, 'input', locale)}.`
  if (inputs < enoughToStart) return `${counted} ${enoughToStart} are a good start, ${tellsMore} tell more.`
  return inputs < tellsMore ? `${counted} A good start; ${tellsMore} tell more.` : counted
}

/** A check as it stands in the list: "contains “10 %”". */
function checkWords(check: Check, locale: string): string {
  switch (check.kind) {
    case 'contains':
      return `contains “${check.value}”`
    case 'lacks':
      return `does not contain “${check.value}”`
    case 'words_at_most':
      return `at most ${check.value === 1 ? '1 word' : `${formatNumber(check.value, 0, locale)} words`}`
    case 'matches':
      return `matches “${check.value}”`
    case 'json':
      return 'is JSON'
  }
}

/** The checks of an input in one line, each as it stands in a sentence; empty without any. */
export function checksSentence({ checks }: Pick<StandardInput, 'checks'>, locale: string): string {
  if (checks.length === 0) return ''
  return `Checked: ${checks.map((check) => checkWords(check, locale)).join('; ')}.`
}
