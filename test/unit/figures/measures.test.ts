import { describe, expect, it } from 'vitest'
import { Measure } from '../../../shared/contract/workflows.ts'
import { measures } from '../../../shared/domain/figures/measures/index.ts'

const output = { aiText: 'one two three four', finalText: null, editMinutes: null, byHandMinutes: null }
const unknown = { editing: null, wordsChanged: null, wordsLonger: null }
const written = (count: number) => String(count)

it('the contract knows every measure there is', () => {
  expect(Measure.options).toEqual(Object.keys(measures))
})

describe('minutes', () => {
  const { compute, describe: inWords, missing, obstacle } = measures.minutes

  it('are the share of the minutes by hand, also above 1', () => {
    expect(compute({ ...output, editMinutes: 5, byHandMinutes: 20 })).toEqual({ ...unknown, editing: 0.25 })
    expect(compute({ ...output, editMinutes: 30, byHandMinutes: 20 }).editing).toBe(1.5)
  })

  it.each([
    ['without minutes', { byHandMinutes: 20 }],
    ['without minutes by hand', { editMinutes: 5 }],
  ])('are unknown %s', (_name, fields) => {
    expect(compute({ ...output, ...fields })).toEqual(unknown)
  })

  it('cannot be told before the minutes by hand are agreed', () => {
    expect(obstacle({ byHandMinutes: null })).toBe('Agree first how many minutes this job takes by hand.')
    expect(obstacle({ byHandMinutes: 20 })).toBeNull()
    expect(inWords({ byHandMinutes: 20 })).toBe('Minutes to correct, of 20 minutes by hand')
  })

  it('say what the files did not bring', () => {
    const pool = { outputCount: 10, withFinalCount: 0 }
    expect(missing({ ...pool, withMinutesCount: 10 }, written)).toBeNull()
    expect(missing({ ...pool, withMinutesCount: 4 }, written)).toMatch(/^4 of 10 come with minutes/)
    expect(missing({ ...pool, withMinutesCount: 0 }, written)).toMatch(/not in the file/)
  })
})

describe('text changed', () => {
  const { compute, missing, most, obstacle } = measures.text

  it('is the share of the longer version, at most all of it', () => {
    expect(compute({ ...output, finalText: 'one two three five' })).toEqual({
      editing: 0.25,
      wordsChanged: 1,
      wordsLonger: 4,
    })
    expect(most).toBe(1)
  })

  it('is unknown without a final version, and never held up', () => {
    expect(compute({ ...output, editMinutes: 5, byHandMinutes: 20 })).toEqual(unknown)
    expect(obstacle({ byHandMinutes: null })).toBeNull()
  })

  it('says how many have no final version', () => {
    const pool = { outputCount: 10, withMinutesCount: 0 }
    expect(missing({ ...pool, withFinalCount: 10 }, written)).toBeNull()
    expect(missing({ ...pool, withFinalCount: 7 }, written)).toMatch(/^3 of 10 have no final version/)
  })
})
