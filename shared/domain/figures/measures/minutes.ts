import { minutesShare } from '../editing.ts'
import { defaultLines } from '../status.ts'
import { type MeasureRules, unknownEditing } from './measure.ts'

/** Minutes to correct an output, of the minutes the job takes with no AI. */
export const minutes: MeasureRules = {
  label: 'Minutes',
  name: 'minutes',
  unit: 'of the minutes by hand',
  shareOf: 'of time',
  meaning: 'share of the time still redone',
  definition:
    'Minutes a person spent correcting, divided by the minutes the job takes with no AI. Reading and prompting do not count. It can be above 100%.',
  explanation:
    'The minutes a person spends correcting an output, of the minutes the job takes with no AI. You note them for each output in a review.',
  suits: 'where only the person who corrects an output can say how much work it was.',
  most: undefined,
  lines: defaultLines,
  needsByHand: true,
  asks: 'minutes',
  shows: null,
  compute: ({ editMinutes, byHandMinutes }) =>
    editMinutes === null
      ? unknownEditing
      : { ...unknownEditing, editing: minutesShare(editMinutes, byHandMinutes ?? 0) },
  describe: ({ byHandMinutes }) =>
    `Minutes to correct, of ${byHandMinutes ?? 'an unknown number of'} minutes by hand`,
  obstacle: ({ byHandMinutes }) =>
    byHandMinutes === null ? 'Agree first how many minutes this job takes by hand.' : null,
  lacks: 'correction minutes',
  missing({ outputCount, withMinutesCount }, written) {
    if (withMinutesCount >= outputCount) return null
    return withMinutesCount === 0
      ? 'Minutes to correct are not in the file: you enter them in the review.'
      : `${written(withMinutesCount)} of ${written(outputCount)} come with minutes; you enter the others in the review.`
  },
  parts: ['editMinutes', 'byHandMinutes'],
}
