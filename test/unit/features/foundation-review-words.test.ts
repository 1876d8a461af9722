import { describe, expect, it } from 'vitest'
import { checkGroups } from '../../../renderer/features/foundation-reviews/check-groups.ts'
import { ownerPages } from '../../../renderer/features/foundation-reviews/owner-pages.ts'
import {
  namedIn,
  rowsOf,
  withName,
  withNewRow,
} from '../../../renderer/features/foundation-reviews/prepare/attendee-rows.ts'
import { placeOfProblem } from '../../../renderer/features/foundation-reviews/problem-place.ts'
import { taskRows } from '../../../renderer/features/foundation-reviews/tasks.ts'
import {
  decidedSentence,
  figureWords,
  namesInWords,
  outcomeWords,
  reasonsToTalk,
  sinceWords,
} from '../../../renderer/features/foundation-reviews/words.ts'
import type { Action, FoundationReview, ReviewCard } from '../../../shared/contract/foundation-reviews.ts'

const card = (sectionId: number, part: Partial<ReviewCard> = {}): ReviewCard => ({
  sectionId,
  name: `Section ${sectionId}`,
  position: sectionId,
  isQuick: false,
  version: null,
  workflows: [],
  verifier: '',
  lastVerifiedOn: null,
  issueCount: 0,
  issues: [],
  signals: [],
  answer: null,
  what: '',
  who: '',
  dueOn: null,
  more: [],
  isParked: false,
  secondsUsed: 0,
  rev: 1,
  ...part,
})

const review = (part: Partial<FoundationReview> = {}): FoundationReview => ({
  id: 3,
  heldOn: '2026-12-08',
  state: 'preparing',
  undoLabel: null,
  reason: '',
  since: null,
  attendees: [{ id: 1, name: 'Jonas Weber', role: '', agreedOn: null }],
  cards: [card(1), card(2, { isQuick: true })],
  signals: [],
  actions: [],
  secondsUsed: 3120,
  sectionId: null,
  finishedAt: null,
  nextOn: null,
  rev: 1,
  ...part,
})

const statesOf = (of: FoundationReview | null) => taskRows(of, 'en-GB').map(({ state }) => state)

describe('the task list', () => {
  const answered = [card(1, { answer: 'yes' }), card(2, { answer: 'unsure' })]
  it.each([
    [null, ['not_started', 'cannot_start', 'cannot_start', 'cannot_start']],
    [review(), ['completed', 'not_started', 'cannot_start', 'cannot_start']],
    [review({ attendees: [] }), ['in_progress', 'not_started', 'cannot_start', 'cannot_start']],
    [review({ cards: [] }), ['completed', 'cannot_start', 'cannot_start', 'cannot_start']],
    [review({ state: 'in_session' }), ['completed', 'in_progress', 'not_started', 'cannot_start']],
    [
      review({ state: 'in_session', cards: answered }),
      ['completed', 'completed', 'not_started', 'cannot_start'],
    ],
    [review({ state: 'finished' }), ['completed', 'completed', 'completed', 'not_started']],
    [review({ state: 'finished', attendees: [] }), ['completed', 'completed', 'completed', 'completed']],
  ])('%# says how far each part is', (of, states) => {
    expect(statesOf(of)).toEqual(states)
  })

  it('counts a parked section as not answered', () => {
    const parked = review({ state: 'in_session', cards: [card(1, { answer: 'yes', isParked: true })] })
    expect(taskRows(parked, 'en-GB')[1]).toEqual({
      title: 'Hold the session',
      detail: '0 of 1 section answered · 52 min used',
      state: 'in_progress',
      path: '/foundation-review/3/session',
    })
  })
})

describe('words', () => {
  it('sum up what a review decided', () => {
    const cards = [card(1, { answer: 'yes' }), card(2, { answer: 'change' }), card(3), card(4)]
    expect(decidedSentence({ cards }, 'en-GB')).toBe(
      '4 sections: 1 still true, 1 needs a change, 2 not answered.',
    )
    expect(outcomeWords({ total: 9, changes: 2, unsure: 1 }, 'en-GB')).toBe(
      '9 sections · 2 changes · 1 not sure',
    )
    expect(outcomeWords({ total: 1, changes: 0, unsure: 0 }, 'en-GB')).toBe('1 section · no changes')
  })

  it('name a figure with its month, its likely range and how many outputs it is from', () => {
    const figure = { month: '2026-10', mean: 0.178, low: 0.11, high: 0.25, known: 10 }
    expect(figureWords(figure, 'en-GB')).toBe('17.8% in October 2026 (likely 11–25%, 10 outputs)')
    expect(figureWords({ ...figure, low: null, high: null }, 'en-GB')).toBe(
      '17.8% in October 2026 (10 outputs)',
    )
    expect(figureWords(null, 'en-GB')).toBe('no finished review yet')
  })

  it('say what there is to talk about, and since when', () => {
    expect(reasonsToTalk(card(1, { issueCount: 3 }), 'en-GB')).toBe('3 issues')
    expect(reasonsToTalk(card(1), 'en-GB')).toBe('')
    expect(sinceWords(null, 'en-GB')).toBe('so far')
    expect(sinceWords('2026-09-09', 'en-GB')).toBe('since 9 September 2026')
    expect(namesInWords(['Jonas', 'Mei', 'Dana'])).toBe('Jonas, Mei and Dana')
  })
})

describe('checking the answers', () => {
  it('groups the sections by what was said; what is parked has no answer', () => {
    const cards = [
      card(1, { answer: 'change' }),
      card(2, { answer: 'yes' }),
      card(3, { answer: 'yes', isParked: true }),
    ]
    const groups = checkGroups(cards).map((group) => [group.title, group.cards.map((each) => each.sectionId)])
    expect(groups).toEqual([
      ['Needs change', [1]],
      ['Not answered', [3]],
      ['Still true', [2]],
    ])
  })

  it.each([
    ['cards.12.who', 12],
    ['heldOn', 'task-list'],
    ['nextOn', null],
    [undefined, null],
  ])('a problem of %s is put right at %s', (field, place) => {
    expect(placeOfProblem(field)).toBe(place)
  })
})

describe('the lines of who is there', () => {
  const people = [{ id: 1, name: 'Mei Tanaka', role: 'Marketing', leftOn: null, checks: [], holds: [] }]

  it('leave out what has no name, and offer one line where there is nobody', () => {
    expect(rowsOf([])).toEqual([{ key: 0, name: '', role: '' }])
    const rows = withNewRow(rowsOf([{ name: ' Jonas ', role: 'Care' }]))
    expect(rows.map(({ key }) => key)).toEqual([0, 1])
    expect(namedIn(rows)).toEqual([{ name: 'Jonas', role: 'Care' }])
  })

  it('bring along the role of somebody known, unless one was typed', () => {
    const [known] = withName(rowsOf([]), 0, 'Mei Tanaka', people)
    expect(known).toEqual({ key: 0, name: 'Mei Tanaka', role: 'Marketing' })
    const [typed] = withName([{ key: 0, name: '', role: 'Guest' }], 0, 'Mei Tanaka', people)
    expect(typed?.role).toBe('Guest')
  })
})

describe('the pages for process owners', () => {
  const action = (id: number, sectionId: number): Action => ({
    ...{
      id,
      reviewId: 3,
      heldOn: '2026-12-08',
      sectionId,
      sectionName: `Section ${sectionId}`,
      kind: 'change',
    },
    ...{ what: 'New', who: 'Ana', dueOn: '2026-12-20', state: 'open', closedOn: null, note: '' },
    ...{ changeNumber: null, before: [] },
  })

  it('say to each what acts on their workflows in use, and nothing else', () => {
    const cards = [
      card(1, { answer: 'change', workflows: ['Replies'] }),
      card(2, { answer: 'yes', workflows: ['Replies', 'Proposals'] }),
      card(3, { answer: 'yes', isParked: true, workflows: ['Proposals'] }),
    ]
    const of = (name: string, processOwner: string, stage: 'production' | 'retired' = 'production') => {
      return { name, processOwner, stage }
    }
    const workflows = [
      of('Replies', 'Ana'),
      of('Proposals', 'Ben'),
      of('Notes', ''),
      of('Old', 'Cem', 'retired'),
    ]
    const pages = ownerPages({ cards, actions: [action(7, 1)] }, workflows)
    expect(
      pages.map(({ owner, workflows: names, actions, confirmed }) => [
        owner,
        names,
        actions.map(({ id }) => id),
        confirmed.map(({ sectionId }) => sectionId),
      ]),
    ).toEqual([
      ['Ana', ['Replies'], [7], [2]],
      ['Ben', ['Proposals'], [], [2]],
    ])
  })
})
