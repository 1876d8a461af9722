import { describe, expect, it } from 'vitest'
import { defaultLines } from '../../../shared/domain/figures/status.ts'
import type { FinishedReview } from '../../../shared/domain/findings/finished-review.ts'
import {
  beginningOf,
  type TriggerSignal,
  toTrigger,
  triggerSentence,
  triggersOf,
  type WatchedWorkflow,
} from '../../../shared/domain/foundation/triggers.ts'
import { findingAfter } from '../../helpers/findings.ts'
import { reviewsAround } from '../../helpers/reviews.ts'

const aWatched = (reviews: FinishedReview[], lines = defaultLines): WatchedWorkflow => {
  const latest = reviews.at(-1)
  return {
    id: 1,
    name: 'Customer replies',
    latest: latest ? { finishedOn: latest.finishedOn, finding: findingAfter(reviews, { lines }) } : null,
  }
}

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
  triggersOf({ lastReviewOn: null, workflows: [], signals: [], ...given }).map((trigger) =>
    toTrigger(trigger, 'en-GB'),
  )

describe('an update is due', () => {
  const isCalled = (...means: number[]) =>
    triggers({ workflows: [aWatched(reviewsAround('2026-08', means, 12))] }).length > 0

  it('where the latest finding says so, and nowhere else', () => {
    expect([isCalled(23, 24, 25), isCalled(12, 12, 24), isCalled(30, 30, 12), isCalled()]).toEqual([
      true,
      false,
      false,
      false,
    ])
  })

  it.each([
    ['the review was finished after the last Foundation review', '2026-11-04', 1],
    ['it was finished on the day of the last Foundation review', '2026-11-05', 0],
  ])('calls for a Foundation review when %s', (_case, lastReviewOn, count) => {
    const reviews = reviewsAround('2026-08', [24, 25, 27.4], 12)
    const workflows = [aWatched(reviews, { target: 0.15, update: 0.225 })]
    const found = triggers({ workflows, lastReviewOn })
    expect(found).toHaveLength(count)
    if (count === 0) return
    expect(found).toEqual([
      {
        id: 'update_due:1:2026-10',
        kind: 'update_due',
        message: 'An update of Customer replies is due: editing over three months is above your 22.5% line.',
        signalIds: [],
        workflowId: 1,
        sectionId: null,
      },
    ])
  })

  it('is still said of a review that kept the words of before', () => {
    const facts = { kind: 'update_due', workflowName: 'Replies', updateLine: 0.2, mean: 0.274 } as const
    expect(triggerSentence(facts, 'en-GB')).toBe(
      'An update of Replies is due: editing over the last three months was 27.4%, above your 20% line.',
    )
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
