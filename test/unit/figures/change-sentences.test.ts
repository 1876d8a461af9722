import { describe, expect, it } from 'vitest'
import {
  type Effect,
  effectSentence,
  monthNear,
  shownFigures,
  waitingSentence,
} from '../../../shared/domain/figures/change-sentences.ts'

const locale = 'en-GB'
const before = { month: '2026-09', mean: 0.213, low: 0.152, high: 0.276, known: 10 }
const after = { month: '2026-10', mean: 0.142, low: 0.098, high: 0.187, known: 10 }
const measured: Effect = {
  before,
  after,
  recordedBefore: null,
  recordedAfter: null,
  verdict: 'better',
  noise: 0.062,
  isShared: false,
  dueMonth: null,
}
const waiting: Effect = { ...measured, after: null, verdict: 'waiting', noise: null, dueMonth: '2026-11' }
const unmeasured: Effect = { ...measured, before: null, after: null, verdict: 'not_comparable', noise: null }

describe('effectSentence', () => {
  it.each<[string, Partial<Effect>, string]>([
    [
      'names a fall that is more than chance',
      {},
      'Editing went from 21.3% to 14.2% (likely 10–19%), better than chance explains.',
    ],
    [
      'names a rise that is more than chance',
      { before: after, after: before, verdict: 'worse' },
      'Editing went from 14.2% to 21.3% (likely 15–28%), worse than chance explains.',
    ],
    [
      'says how large a move can be chance',
      { verdict: 'about_the_same', noise: 0.108 },
      'About the same: with 10 outputs, moves under 11 points can be chance.',
    ],
    [
      'counts the smaller of the two samples',
      { verdict: 'about_the_same', noise: 0.108, before: { ...before, known: 7 } },
      'About the same: with 7 outputs, moves under 11 points can be chance.',
    ],
    [
      'says one point for the smallest noise',
      { verdict: 'about_the_same', noise: 0 },
      'About the same: with 10 outputs, moves under 1 point can be chance.',
    ],
    [
      'gives both figures where the noise is not known',
      { verdict: 'about_the_same', noise: null },
      'About the same. Editing went from 21.3% to 14.2% (likely 10–19%).',
    ],
    [
      'says that a figure stayed',
      { verdict: 'about_the_same', noise: null, after: { ...before, low: null, high: null } },
      'About the same. Editing stayed at 21.3%.',
    ],
    [
      'claims nothing for a change that shares its period',
      { isShared: true },
      'Editing went from 21.3% to 14.2% (likely 10–19%). Another change falls into this period too, so the effect cannot be told apart.',
    ],
    [
      'says that it was measured another way',
      { verdict: 'not_comparable', noise: null, isShared: true },
      'Measured another way since, so before and after can’t be compared.',
    ],
    [
      'says that a side has no range',
      { verdict: 'not_comparable', noise: null, after: { ...after, low: null, high: null } },
      'One of the two reviews has no likely range, so before and after can’t be compared.',
    ],
    [
      'says that there was no review before',
      { verdict: 'not_comparable', noise: null, before: null },
      'No review was finished before this change, so there is nothing to compare with.',
    ],
  ])('%s', (_, different, sentence) => {
    expect(
      effectSentence({ ...measured, ...different }, { onDate: '2026-10-04', revertedBy: null }, locale),
    ).toBe(sentence)
  })

  it.each<[string, Partial<Effect>, string]>([
    ['names the month', {}, 'Waiting for the November review to show whether this helped.'],
    [
      'speaks of the next review without one',
      { dueMonth: null },
      'Waiting for the next review to show whether this helped.',
    ],
    [
      'warns that it is shared',
      { isShared: true },
      'Waiting for the November review to show whether this helped. Another change falls into this period too, so the effect will not be told apart.',
    ],
  ])('while waiting, %s', (_, different, sentence) => {
    expect(
      effectSentence({ ...waiting, ...different }, { onDate: '2026-11-02', revertedBy: null }, locale),
    ).toBe(sentence)
  })

  it.each<[string, Effect, number | null, string]>([
    [
      'after it was measured',
      { ...measured, verdict: 'rolled_back' },
      19,
      'Editing went from 21.3% to 14.2% (likely 10–19%). Rolled back by change 19.',
    ],
    [
      'before it was measured, in a period it shared',
      { ...waiting, verdict: 'rolled_back', isShared: true },
      19,
      'Rolled back by change 19.',
    ],
    ['before it was measured', { ...waiting, verdict: 'rolled_back' }, 19, 'Rolled back by change 19.'],
    ['in an imported log', { ...unmeasured, verdict: 'rolled_back' }, null, 'Rolled back since.'],
  ])('names what went back on it %s', (_, effect, revertedBy, sentence) => {
    expect(effectSentence(effect, { onDate: '2026-10-04', revertedBy }, locale)).toBe(sentence)
  })

  it.each<[number | null, number | null, string]>([
    [0.21, 0.14, 'Recorded by hand: 21.0% before, 14.0% after. No review here measured it.'],
    [0.21, null, 'Recorded by hand: 21.0% before. No review here measured it.'],
    [null, 0.14, 'Recorded by hand: 14.0% after. No review here measured it.'],
  ])('says that %s and %s were recorded by hand', (recordedBefore, recordedAfter, sentence) => {
    const effect = { ...unmeasured, recordedBefore, recordedAfter }
    expect(effectSentence(effect, { onDate: '2024-10-04', revertedBy: null }, locale)).toBe(sentence)
  })
})

describe('shownFigures', () => {
  it.each<[string, Partial<Effect>, ReturnType<typeof shownFigures>]>([
    ['what was measured', {}, { before: 0.213, after: 0.142, isRecorded: false }],
    [
      'what was measured before what was recorded',
      { after: null, recordedBefore: 0.2, recordedAfter: 0.1 },
      { before: 0.213, after: null, isRecorded: false },
    ],
    [
      'what was recorded where nothing was measured',
      { before: null, after: null, recordedBefore: 0.2 },
      { before: 0.2, after: null, isRecorded: true },
    ],
    ['nothing', { before: null, after: null }, { before: null, after: null, isRecorded: false }],
  ])('gives %s', (_, different, shown) => {
    expect(shownFigures({ ...measured, ...different })).toEqual(shown)
  })
})

describe('months by name', () => {
  it.each([
    ['2026-11', '2026-11-04', 'November'],
    ['2027-10', '2026-11-04', 'October'],
    ['2027-11', '2026-11-04', 'November 2027'],
    ['2025-12', '2026-11-04', 'December'],
    ['2025-11', '2026-11-04', 'November 2025'],
  ])('%s seen from %s is %s', (month, day, name) => {
    expect(monthNear(month, day, locale)).toBe(name)
  })

  it('stand in what a change waits for', () => {
    expect(waitingSentence('2027-11', '2026-11-04', locale)).toBe(
      'Waiting for the November 2027 review to show whether this helped.',
    )
  })
})
