import { describe, expect, it } from 'vitest'
import {
  type CardSaid,
  problemsOf,
  withAnswer,
} from '../../../renderer/features/foundation-reviews/session/card-said.ts'
import {
  isOpenedQuick,
  neighbour,
  placeOf,
  type Step,
  startStep,
  stepsOf,
  stepWords,
  withParked,
} from '../../../renderer/features/foundation-reviews/session/steps.ts'

const at = (sectionId: number): Step => ({ kind: 'card', sectionId })
const quick: Step = { kind: 'quick' }

const talk = (sectionId: number, isParked = false) => ({ sectionId, isQuick: false, isParked })
const quiet = (sectionId: number, isParked = false) => ({ sectionId, isQuick: true, isParked })

const nothingSaid: CardSaid = { answer: null, what: '', who: '', dueOn: null, more: [], isParked: false }

describe('the order of a session', () => {
  it.each([
    { name: 'no sections', cards: [], steps: [] },
    { name: 'only quiet ones', cards: [quiet(1), quiet(2)], steps: [quick] },
    { name: 'only ones to talk about', cards: [talk(1), talk(2)], steps: [at(1), at(2)] },
    {
      name: 'what was parked comes last, also a quiet one',
      cards: [talk(1), talk(2, true), talk(3), quiet(4), quiet(5, true)],
      steps: [at(1), at(3), quick, at(2), at(5)],
    },
  ])('with $name', ({ cards, steps }) => {
    expect(stepsOf(cards)).toEqual(steps)
  })

  it('moves a parked section to the end and leaves the others where they are', () => {
    expect(withParked([at(1), at(2), quick], 1)).toEqual([at(2), quick, at(1)])
    expect(withParked([at(1), quick, at(2)], 2)).toEqual([at(1), quick, at(2)])
    expect(withParked([quick], 7)).toEqual([quick, at(7)])
  })

  it.each([
    { sectionId: null, step: at(1) },
    { sectionId: 2, step: at(2) },
    { sectionId: 3, step: quick },
    { sectionId: 4, step: at(4) },
    { sectionId: 99, step: at(1) },
  ])('goes on at section $sectionId', ({ sectionId, step }) => {
    const cards = [talk(1), talk(2), quiet(3), quiet(4)]
    expect(startStep({ cards, sectionId } as Parameters<typeof startStep>[0])).toEqual(step)
  })

  it('remembers the quiet ones by the first of them', () => {
    expect(placeOf(quick, [talk(1), quiet(3, true), quiet(4)])).toBe(4)
    expect(placeOf(at(1), [talk(1)])).toBe(1)
    expect(placeOf(quick, [talk(1)])).toBeNull()
  })

  it('goes from section to section, and from a quiet one opened on its own back to the others', () => {
    const steps = [at(1), quick, at(2)]
    expect(neighbour(steps, at(1), -1)).toBeNull()
    expect(neighbour(steps, at(1), 1)).toEqual(quick)
    expect(neighbour(steps, at(2), 1)).toBeNull()
    expect(neighbour(steps, at(8), 1)).toEqual(quick)
    expect(neighbour(steps, at(8), -1)).toEqual(quick)
    expect(isOpenedQuick(steps, at(8))).toBe(true)
    expect(isOpenedQuick(steps, at(2))).toBe(false)
  })

  it('counts the sections without the quiet ones', () => {
    const steps = [at(1), quick, at(2)]
    expect([at(1), quick, at(8), at(2)].map((step) => stepWords(steps, step))).toEqual([
      'Section 1 of 2',
      'Quick confirm',
      'Quick confirm',
      'Section 2 of 2',
    ])
  })
})

describe('what is said of a section', () => {
  it('is due in two weeks until somebody says otherwise, and parked no longer', () => {
    const parked = { ...nothingSaid, isParked: true }
    expect(withAnswer(parked, 'change', '2026-12-20')).toEqual({
      answer: 'change',
      dueOn: '2027-01-03',
      isParked: false,
    })
    const agreed = { ...nothingSaid, dueOn: '2026-12-24' }
    expect(withAnswer(agreed, 'unsure', '2026-12-20').dueOn).toBe('2026-12-24')
    expect(withAnswer(nothingSaid, 'yes', '2026-12-20')).toEqual({
      answer: 'yes',
      dueOn: null,
      isParked: false,
    })
  })

  it.each([
    { said: nothingSaid, missing: ['answer'] },
    { said: { ...nothingSaid, answer: 'yes' as const }, missing: [] },
    { said: { ...nothingSaid, answer: 'change' as const, what: ' ' }, missing: ['what', 'who', 'dueOn'] },
    {
      said: { ...nothingSaid, answer: 'unsure' as const, what: 'Is it?', dueOn: '2026-12-04' },
      missing: ['who'],
    },
  ])('misses $missing', ({ said, missing }) => {
    expect(Object.keys(problemsOf(said))).toEqual(missing)
  })
})
