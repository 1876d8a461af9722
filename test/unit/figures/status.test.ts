import { describe, expect, it } from 'vitest'
import { likelyRange, moveNoise } from '../../../shared/domain/figures/statistics.ts'
import { defaultLines, monthlyFigure, statusLabels, statusOf } from '../../../shared/domain/figures/status.ts'

const times = (n: number, value: number) => new Array<number>(n).fill(value)

describe('statusOf', () => {
  it.each([
    [14.96, 'On target'],
    [15.0, 'Watch'],
    [20.0, 'Watch'],
    [20.04, 'Update suggested'],
    [0, 'On target'],
    [130, 'Update suggested'],
  ])('of a mean of %d %% is %s', (percent, label) => {
    expect(statusLabels[statusOf(times(10, percent / 100), defaultLines)]).toBe(label)
  })

  it.each([5, 6, 7, 9, 10, 11, 20, 30, 100])('is not moved by floating point over %i equal values', (n) => {
    expect(statusOf(times(n, 0.2), defaultLines)).toBe('watch')
    expect(statusOf(times(n, 0.15), defaultLines)).toBe('watch')
  })

  it('holds for values that only add up to a line', () => {
    expect(statusOf([0.1, 0.2, 0.3, 0.1, 0.2, 0.3], defaultLines)).toBe('watch')
    expect(statusOf([0.05, 0.25, 0.1, 0.2, 0.15], defaultLines)).toBe('watch')
  })

  it('needs five known values', () => {
    expect(statusOf(times(4, 0.9), defaultLines)).toBe('not_enough')
    expect(statusOf([], defaultLines)).toBe('not_enough')
    expect(statusOf(times(5, 0.9), defaultLines)).toBe('update_suggested')
  })

  it('uses the lines of the workflow', () => {
    const lines = { target: 0.22, update: 0.3 }
    expect([0.21, 0.22, 0.3, 0.31].map((value) => statusOf(times(10, value), lines))).toEqual([
      'on_target',
      'watch',
      'watch',
      'update_suggested',
    ])
  })
})

describe('monthlyFigure', () => {
  const values = [0, 0.1, 0.2, 0.3, 0.4, 0.5]

  it('leaves unknown values out and counts them', () => {
    const range = likelyRange(values, { max: 1 })
    expect(monthlyFigure([...values, null, null], defaultLines, { sample: 'random', max: 1 })).toEqual({
      known: 6,
      unknown: 2,
      mean: 0.25,
      low: range?.low,
      high: range?.high,
      noise: moveNoise(values),
      status: 'update_suggested',
    })
  })

  it('gives no range for a hand-picked sample', () => {
    expect(monthlyFigure(values, defaultLines, { sample: 'by_hand' })).toEqual({
      known: 6,
      unknown: 0,
      mean: 0.25,
      low: null,
      high: null,
      noise: null,
      status: 'update_suggested',
    })
  })

  it('has nothing to say about a month without values', () => {
    expect(monthlyFigure([null], defaultLines, { sample: 'random' })).toEqual({
      known: 0,
      unknown: 1,
      mean: null,
      low: null,
      high: null,
      noise: null,
      status: 'not_enough',
    })
  })
})
