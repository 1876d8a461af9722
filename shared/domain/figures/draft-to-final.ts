import { formatWholeShare } from '../format.ts'
import { minutesShare, textChange } from './editing.ts'
import { contradictionOf, contradictionSentence } from './text-lines.ts'

type Measured = {
  output: { aiText: string; finalText: string | null }
  editMinutes: number | null
}

export type DraftToFinal = { words: string; isContradiction: boolean }

/**
 * How much of the text changed beside how much time that took, where both are known; what contradicts is asked
 * about: "2% changed, 25 minutes: research?" It never counts in a figure. Compares the texts, which takes a while.
 */
export function draftToFinal(
  { output, editMinutes }: Measured,
  byHandMinutes: number | null,
  locale: string,
): DraftToFinal | null {
  const { aiText, finalText } = output
  if (finalText === null || editMinutes === null || byHandMinutes === null) return null
  const minutes = minutesShare(editMinutes, byHandMinutes)
  if (minutes === null) return null
  const text = textChange(aiText, finalText).share
  const contradiction = contradictionOf({ text, minutes })
  const words = contradiction
    ? contradictionSentence(contradiction, { text, editMinutes }, locale)
    : `${formatWholeShare(text, locale)} of the text changed, ${formatWholeShare(minutes, locale)} of the time`
  return { words, isContradiction: contradiction !== null }
}
