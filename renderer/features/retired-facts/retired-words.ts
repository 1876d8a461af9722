import type { RetiredFact } from '../../../shared/contract/retired-facts.ts'
import { count } from '../../parts/figures/words.ts'

/** Where a retired fact still turns up: "3 outputs, 1 wording". */
export function foundWords(
  { outputCount, wordingCount }: Pick<RetiredFact, 'outputCount' | 'wordingCount'>,
  locale: string,
): string {
  const found = [
    outputCount > 0 && count(outputCount, 'output', locale),
    wordingCount > 0 && count(wordingCount, 'wording', locale),
  ].filter((words) => typeof words === 'string')
  return found.length === 0 ? 'Nowhere' : found.join(', ')
}
