import { describe, expect, it } from 'vitest'
import {
  beginningOf,
  type ReviewedMonth,
  type TriggerSignal,
  toTrigger,
  triggersOf,
  updateDue,
  type WatchedWorkflow,
} from '../../../shared/domain/foundation/triggers.ts'

const today = '2026-11-21'

const aMonth = (
  month: string,
  mean: number | null,
  overrides: Partial<ReviewedMonth> = {},
): ReviewedMonth => ({
  month,
  finishedOn: `${month}-28`,
  measure: 'text',
  isRandom: true,
  mean,
  known: 10,
  ...overrides,
})

const aWatched = (months: ReviewedMonth[], overrides: Partial<WatchedWorkflow> = {}): WatchedWorkflow => ({
  id: 1,
  name: 'Customer replies',
  measure: 'text',
  updateLine: 0.2,
  months,
  ...overrides,
})

const aSignal = (overrides: Partial<TriggerSignal> = {}): TriggerSignal => ({
  id: 1,
  kind: 'business',
  text: 'The price list changes in December',
  onDate: '2026-11-20',
  workflowId: null,
  workflowName: null,
  sectionId: null,
  sectionName: null,
  ...overrides,
})

const triggers = (given: Partial<Parameters<typeof triggersOf>[0]>) =>
  triggersOf({ today, lastReviewOn: null, workflows: [], signals: [], ...given }).map((trigger) =>
    toTrigger(trigger, 'en-GB'),
  )

describe('an update is due', () => {
  it.each<[string, ReviewedMonth[], number | null]>([
    [
      'two of the last three months above the line together',
      [aMonth('2026-09', 0.3), aMonth('2026-10', 0.12)],
      0.21,
    ],
    ['this month and the one two months ago', [aMonth('2026-09', 0.3), aMonth('2026-11', 0.2)], 0.25],
    [
      'the pool weighed by outputs, not by months',
      [aMonth('2026-10', 0.1), aMonth('2026-11', 0.3, { known: 30 })],
      0.25,
    ],
    ['one month above it, the other below', [aMonth('2026-10', 0.1), aMonth('2026-11', 0.5)], 0.3],
    ['exactly on the line', [aMonth('2026-10', 0.1), aMonth('2026-11', 0.3)], null],
    [
      'three times 0.2, which floating point puts above',
      ['09', '10', '11'].map((n) => aMonth(`2026-${n}`, 0.2, { known: 3 })),
      null,
    ],
    ['one reviewed month alone', [aMonth('2026-11', 0.9)], null],
    ['the other month three months ago', [aMonth('2026-08', 0.9), aMonth('2026-11', 0.9)], null],
    [
      'this month not reviewed yet: the three before it',
      [aMonth('2026-08', 0.3), aMonth('2026-10', 0.3)],
      0.3,
    ],
    ['nothing for three months', [aMonth('2026-06', 0.9), aMonth('2026-07', 0.9)], null],
    ['a month by hand', [aMonth('2026-10', 0.9), aMonth('2026-11', 0.9, { isRandom: false })], null],
    [
      'a month by another measure',
      [aMonth('2026-10', 0.9), aMonth('2026-11', 0.9, { measure: 'minutes' })],
      null,
    ],
    ['a month without a figure', [aMonth('2026-10', 0.9), aMonth('2026-11', null, { known: 0 })], null],
    ['no reviews', [], null],
  ])('%s', (_case, months, mean) => {
    const due = updateDue(aWatched(months), today)
    expect(due && Number(due.mean.toFixed(6))).toBe(mean)
  })

  it('across a turn of the year', () => {
    const months = [aMonth('2026-11', 0.3), aMonth('2027-01', 0.3)]
    expect(updateDue(aWatched(months), '2027-01-31')).toMatchObject({ month: '2027-01' })
    expect(updateDue(aWatched(months), '2027-03-01')).toBeNull()
  })

  it.each([
    ['the review was finished after the last Foundation review', '2026-11-27', 1],
    ['it was finished on the day of the last Foundation review', '2026-11-28', 0],
  ])('calls for a Foundation review when %s', (_case, lastReviewOn, count) => {
    const workflows = [aWatched([aMonth('2026-10', 0.3), aMonth('2026-11', 0.248)], { updateLine: 0.225 })]
    const found = triggers({ workflows, lastReviewOn })
    expect(found).toHaveLength(count)
    if (count === 0) return
    expect(found).toEqual([
      {
        id: 'update_due:1:2026-11',
        kind: 'update_due',
        message:
          'An update of Customer replies is due: editing over the last three months was 27.4%, above your 22.5% line.',
        signalIds: [],
        workflowId: 1,
        sectionId: null,
      },
    ])
  })
})

describe('a business change or a model update', () => {
  it.each<[string, Partial<TriggerSignal>, string | null]>([
    ['of the company', {}, 'Business change on 20 November 2026: The price list changes in December.'],
    [
      'about a section',
      { sectionId: 4, sectionName: 'Prices' },
      'Business change on 20 November 2026 about Prices: The price list changes in December.',
    ],
    [
      'of the provider, about a workflow and a section',
      {
        kind: 'provider',
        workflowId: 2,
        workflowName: 'Adverts',
        sectionId: 4,
        sectionName: 'Tone',
        text: 'New\n model! ',
      },
      'Model update on 20 November 2026 about Tone in Adverts: New model!',
    ],
    ['that is one note of the team', { kind: 'feedback', sectionId: 4, sectionName: 'Tone' }, null],
  ])('%s', (_case, fields, message) => {
    expect(triggers({ signals: [aSignal(fields)] })).toEqual(
      message === null
        ? []
        : [
            {
              id: 'signal:1',
              kind: fields.kind ?? 'business',
              message,
              signalIds: [1],
              workflowId: fields.workflowId ?? null,
              sectionId: fields.sectionId ?? null,
            },
          ],
    )
  })

  it.each([
    ['the day after', '2026-11-19', 1],
    ['the day of', '2026-11-20', 0],
    ['the day before', '2026-11-21', 0],
  ])('counts %s the last Foundation review as %s', (_case, lastReviewOn, count) => {
    expect(triggers({ signals: [aSignal()], lastReviewOn })).toHaveLength(count)
  })

  it('is quoted by its beginning', () => {
    expect(beginningOf(`${'😀'.repeat(130)}`)).toBe(`${'😀'.repeat(120)}…`)
  })
})

describe('feedback of the team', () => {
  const notes = (days: string[], fields: Partial<TriggerSignal> = {}) =>
    days.map((onDate, index) =>
      aSignal({ id: index + 1, kind: 'feedback', onDate, sectionId: 4, sectionName: 'Tone', ...fields }),
    )
  const idsOf = (signals: TriggerSignal[], lastReviewOn: string | null = null) =>
    triggers({ signals, lastReviewOn }).map(({ signalIds }) => signalIds)

  it.each<[string, TriggerSignal[], number[][]]>([
    ['three notes over 60 days', notes(['2026-09-20', '2026-10-01', '2026-11-19']), [[1, 2, 3]]],
    ['three notes over 61 days', notes(['2026-09-19', '2026-10-01', '2026-11-19']), []],
    ['two notes', notes(['2026-11-18', '2026-11-19']), []],
    ['three notes on one day', notes(['2026-11-19', '2026-11-19', '2026-11-19']), [[1, 2, 3]]],
    [
      'four notes of which the first is too old',
      notes(['2026-07-01', '2026-10-01', '2026-10-02', '2026-11-19']),
      [[2, 3, 4]],
    ],
    [
      'three notes long ago that nobody handled, and a later one',
      notes(['2025-01-01', '2025-01-02', '2025-01-03', '2026-11-19']),
      [[1, 2, 3]],
    ],
    [
      'three notes that name no section',
      notes(['2026-11-17', '2026-11-18', '2026-11-19'], { sectionId: null, sectionName: null }),
      [],
    ],
    [
      'three notes on two sections',
      [...notes(['2026-11-17', '2026-11-18']), ...notes(['2026-11-19'], { id: 9, sectionId: 5 })],
      [],
    ],
    [
      'three notes on each of two sections',
      [
        ...notes(['2026-11-17', '2026-11-18', '2026-11-19']),
        ...[7, 8, 9].map((id) => aSignal({ id, kind: 'feedback', sectionId: 5, sectionName: 'Terms' })),
      ],
      [
        [1, 2, 3],
        [7, 8, 9],
      ],
    ],
  ])('%s', (_case, signals, ids) => {
    expect(idsOf(signals)).toEqual(ids)
  })

  it('counts only notes after the last Foundation review', () => {
    const signals = notes(['2026-11-17', '2026-11-18', '2026-11-19'])
    expect([idsOf(signals, '2026-11-16'), idsOf(signals, '2026-11-17')]).toEqual([[[1, 2, 3]], []])
  })

  it('names the section, how often and when last, and the workflow where all are about one', () => {
    const signals = notes(['2026-11-17', '2026-11-18', '2026-11-19'], { workflowId: 2 })
    const found = triggers({ signals })
    expect(found).toEqual([
      {
        id: 'feedback:4',
        kind: 'feedback',
        message: 'The team gave feedback on Tone 3 times within 60 days, last on 19 November 2026.',
        signalIds: [1, 2, 3],
        workflowId: 2,
        sectionId: 4,
      },
    ])
    const mixed = signals.map((signal) => (signal.id === 1 ? { ...signal, workflowId: null } : signal))
    expect(triggers({ signals: mixed })).toMatchObject([{ workflowId: null }])
  })
})
