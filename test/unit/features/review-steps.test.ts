import { describe, expect, it } from 'vitest'
import {
  allMet,
  chooseIssueType,
  firstStop,
  flip,
  missingStops,
  neighbourOf,
  nextStop,
  reusedNote,
  stopsOf,
  typesOnScreen,
} from '../../../renderer/features/reviews/session/review-steps.ts'
import type { Mark, Verdict } from '../../../shared/contract/reviews/item-state.ts'
import { issueTypes } from '../../../shared/domain/reviews/issue-types.ts'

const standards = ['Accurate', 'Complete', 'Safe to send'].map((name, index) => ({
  id: index + 1,
  name,
  description: '',
  isMustPass: index === 2,
}))

const mark = (standardId: number, verdict: Verdict | null, rest: Partial<Mark> = {}): Mark => ({
  standardId,
  verdict,
  issueType: null,
  section: null,
  sectionId: null,
  note: '',
  ...rest,
})

function judged(verdicts: readonly (Verdict | null)[], satisfaction: number | null = null) {
  return { marks: verdicts.map((verdict, index) => mark(index + 1, verdict)), satisfaction, note: '' }
}

describe('judging one output', () => {
  it.each([
    ['nothing judged', judged([null, null, null]), 'standards', null],
    ['one left', judged(['met', null, 'met']), 'standards', null],
    ['all met', judged(['met', 'met', 'not_applicable']), 'satisfaction', null],
    ['all met and a rating held', judged(['met', 'met', 'met'], 4), 'editing', null],
    ['one not met', judged(['met', 'not_met', 'met']), 'issue', 2],
  ] as const)('goes on where something is missing: %s', (_, item, group, standardId) => {
    expect(nextStop(item, standards)).toEqual({ group, standardId })
  })

  it('goes from one issue to the next, then on', () => {
    const typed = mark(1, 'not_met', { issueType: 'Out of date' })
    const item = { ...judged(['met', 'met', 'not_met']), marks: [typed, mark(2, 'met'), mark(3, 'not_met')] }
    expect(nextStop(item, standards)).toEqual({ group: 'issue', standardId: 3 })
  })

  it('marks the rest as met and keeps what was not met', () => {
    expect(allMet(judged(['not_met', null, null]), standards)).toEqual({
      marks: [mark(2, 'met'), mark(3, 'met')],
    })
  })

  it('marks all as met once every standard is judged', () => {
    expect(allMet(judged(['not_met', 'met', 'met']), standards)).toEqual({
      marks: [mark(1, 'met'), mark(2, 'met'), mark(3, 'met')],
    })
  })

  it.each([
    [null, 'not_met'],
    ['met', 'not_met'],
    ['not_applicable', 'not_met'],
    ['not_met', 'met'],
  ] as const)('flips %s to %s', (before, after) => {
    expect(flip(judged([before, null, null]), 1)).toEqual({ marks: [mark(1, after)] })
  })

  it.each([
    ['Wrong tone', ['Offer and prices', 'Tone'], 'Tone'],
    ['Wrong tone', ['Our offer', 'TONE'], 'TONE'],
    ['Wrong tone', ['Our offer', 'Tone of voice'], null],
    ['Wrong tone', [], null],
    ['Other', ['Tone', 'Other'], null],
    ['Sounds odd', ['Tone'], null],
  ])('presets for %s, of the sections %j, %s', (issueType, sections, section) => {
    expect(chooseIssueType(judged(['not_met', 'met', 'met']), 1, issueType, sections)).toEqual({
      marks: [mark(1, 'not_met', { issueType, section })],
    })
  })

  it('names everything still missing, in order', () => {
    expect(missingStops(judged([null, 'met', 'not_met']), standards)).toEqual([
      {
        group: 'standards',
        standardId: 1,
        message: 'Choose met, not met or doesn’t apply for Accurate.',
      },
      { group: 'issue', standardId: 3, message: 'Choose what is wrong with Safe to send.' },
    ])
  })

  it.each([
    ['a finished output', judged(['met', 'met', 'met'], 4), true, 'standards', null],
    ['nothing judged', judged([null, null, null]), false, 'standards', null],
    ['one standard not judged', judged(['met', null, 'met']), false, 'standards', 2],
    ['an issue without a type', judged(['met', 'not_met', 'met']), false, 'issue', 2],
    ['no satisfaction', judged(['met', 'met', 'met']), false, 'satisfaction', null],
    ['all said but not saved as done', judged(['met', 'met', 'met'], 4), false, 'editing', null],
  ] as const)('opens from Check your answers at %s', (_, item, isDone, group, standardId) => {
    expect(firstStop({ ...item, isDone }, standards)).toEqual({ group, standardId })
  })

  it('moves up and down through every issue and stops at the ends', () => {
    const item = judged(['not_met', 'met', 'not_met'])
    const stops = stopsOf(item, standards, true)
    const down = stops.reduce(
      (path) => [...path, neighbourOf(stops, path.at(-1) ?? { group: 'standards', standardId: null }, 1)],
      [{ group: 'standards' as const, standardId: null as number | null }] as typeof stops,
    )
    expect(down.map(({ group, standardId }) => `${group} ${standardId ?? ''}`.trim())).toEqual([
      'standards',
      'issue 1',
      'issue 3',
      'satisfaction',
      'editing',
      'note',
      'note',
    ])
  })

  it('reuses the newest note first, then the one before, and starts again', () => {
    const notes = ['Newest', 'Older']
    expect(['', 'Newest', 'Older'].map((current) => reusedNote(current, notes))).toEqual([
      'Newest',
      'Older',
      'Newest',
    ])
    expect(reusedNote('', [])).toBeNull()
  })

  it('shows five issue types, those of the standard first, the chosen one, or all; digits never move', () => {
    const shown = (standard: string, chosen: string | null, showsAll = false) =>
      typesOnScreen(issueTypes, standard, chosen, showsAll).map(({ type, digit }) => `${digit} ${type}`)
    expect(shown('Right tone', null)).toEqual([
      '5 Wrong tone',
      '8 Too long',
      '1 Out of date',
      '2 Wrong fact',
      '3 Missing fact',
    ])
    expect(shown('Of our own', 'Other')).toEqual([
      '1 Out of date',
      '2 Wrong fact',
      '3 Missing fact',
      '4 Made up',
      '5 Wrong tone',
      '9 Other',
    ])
    expect(shown('right terms', null, true)).toHaveLength(9)
  })
})
