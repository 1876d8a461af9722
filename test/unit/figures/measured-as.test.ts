import { expect, test } from 'vitest'
import { measuredDifference } from '../../../shared/domain/figures/measured-as.ts'

const text = {
  measure: 'text',
  byHandMinutes: 20,
  targetLine: 0.22,
  updateLine: 0.29,
  sampleSize: 10,
} as const
const lineless = { ...text, targetLine: null, updateLine: null } as const
const minutes = { ...text, measure: 'minutes', targetLine: 0.15, updateLine: 0.2 } as const

/** What is asked and said of a change to set-up hangs on what of it changes. */
test.each([
  ['nothing', text, text, null],
  ['the by-hand minutes of a text workflow', text, { ...text, byHandMinutes: 30 }, null],
  ['the measure', text, minutes, 'measure'],
  ['the by-hand minutes', minutes, { ...minutes, byHandMinutes: 30 }, 'by_hand'],
  ['the first lines', lineless, text, 'first_lines'],
  ['other lines', text, { ...text, updateLine: 0.35 }, 'lines'],
  ['lines and sample', text, { ...text, updateLine: 0.35, sampleSize: 12 }, 'lines'],
  ['the sample', text, { ...text, sampleSize: 12 }, 'sample'],
])('what changes: %s', (_what, before, after, difference) => {
  expect(measuredDifference(before, after)).toBe(difference)
})
