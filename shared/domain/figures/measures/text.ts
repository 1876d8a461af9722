import { textChange } from '../editing.ts'
import { type MeasureRules, unknownEditing } from './measure.ts'

/** Words changed, of the words in the longer version. */
export const text: MeasureRules = {
  label: 'Text changed',
  name: 'text changed',
  unit: 'of the text changed',
  shareOf: 'of text',
  meaning: 'share of the text still changed',
  definition:
    'Words changed, divided by the words in the longer version. Capitals, punctuation and spacing do not count; a moved passage of eight words or more counts once. It measures text, not time.',
  explanation:
    'Evenkeel compares the two versions: words changed, of the words in the longer one. Until your lines are found a review also asks for the minutes; nothing else is typed.',
  suits:
    'where you can get both the AI’s version and the final version: for example the draft the AI wrote and the reply that was really sent, for most outputs.',
  most: 1,
  lines: null,
  needsByHand: false,
  asks: null,
  shows: {
    from: 'counted from the two versions',
    unknown: 'Not known: this output came without a final version.',
    none: 'No words changed',
  },
  compute({ aiText, finalText }) {
    if (finalText === null) return unknownEditing
    const { share, changed, longer } = textChange(aiText, finalText)
    return { editing: share, wordsChanged: changed, wordsLonger: longer }
  },
  describe: () => 'Text changed',
  obstacle: () => null,
  lacks: 'a final version',
  missing: ({ outputCount, withFinalCount }, written) =>
    withFinalCount < outputCount
      ? `${written(outputCount - withFinalCount)} of ${written(outputCount)} have no final version; their editing stays unknown.`
      : null,
  parts: ['wordsChanged', 'wordsLonger'],
}
