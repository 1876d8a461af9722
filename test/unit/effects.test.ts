import { describe, expect, it } from 'vitest'
import { changeEffects, type LiveChange } from '../../shared/domain/effects/effect.ts'
import { effectHeadline, effectSentences } from '../../shared/domain/effects/effect-words.ts'
import type { FinishedReview } from '../../shared/domain/findings/finished-review.ts'
import { addMonths, type Day, type Month } from '../../shared/domain/time/dates.ts'
import { anOutput, aReview, around } from '../helpers/reviews.ts'

const change = (number: number, liveOn: Day, rest: Partial<LiveChange> = {}): LiveChange => ({
  number,
  liveOn,
  kind: 'change',
  reverts: null,
  pilot: null,
  ...rest,
})

/** A review whose outputs are dated: [day of the month, per cent] each. */
const dated = (
  month: Month,
  outputs: readonly (readonly [number, number])[],
  rest: Partial<FinishedReview> = {},
) =>
  aReview(month, [], {
    outputs: outputs.map(([day, percent], index) =>
      anOutput(month, index, percent, `${month}-${String(day).padStart(2, '0')}`),
    ),
    ...rest,
  })

/** Ten outputs on the 3rd to the 30th, around a mean. */
const spread = (month: Month, percent: number, rest: Partial<FinishedReview> = {}) =>
  dated(
    month,
    around(percent).map((value, index) => [3 + index * 2, value] as const),
    rest,
  )

const effectOf = (
  number: number,
  changes: readonly LiveChange[],
  reviews: readonly FinishedReview[],
  options: { today?: Day; skippedMonths?: Month[] } = {},
) => {
  const effect = changeEffects(changes, reviews, { today: '2027-06-01', skippedMonths: [], ...options }).get(
    number,
  )
  if (!effect) throw new Error(`no effect of ${number}`)
  return effect
}

describe('changeEffects (R9)', () => {
  it('a prompt rewritten on 27 September: Better by output date, though the September review straddles it', () => {
    const september = dated('2026-09', [
      ...around(30, 3, 8).map((value, index) => [3 + index * 3, value] as const),
      [28, 10],
      [29, 9],
    ])
    const effect = effectOf(
      1,
      [change(1, '2026-09-27')],
      [spread('2026-08', 28), september, spread('2026-10', 9.3)],
    )
    const [look] = effect.looks
    expect(look).toMatchObject({ stage: 'first_look', month: '2026-10', verdict: 'better' })
    expect(look?.before.n).toBe(18)
    expect(look?.after.n).toBe(12)
    expect(look?.before.to).toBe('2026-09-24')
  })

  it('waits for the review that brings five outputs; a skipped month is not waited for', () => {
    const reviews = [
      spread('2026-09', 20),
      dated('2026-10', [
        [2, 20],
        [4, 21],
        [6, 19],
        [8, 20],
        [10, 20],
        [25, 9],
        [26, 9],
        [27, 9],
      ]),
    ]
    const waiting = effectOf(1, [change(1, '2026-10-20')], reviews)
    expect(waiting).toMatchObject({ state: 'waiting', looks: [], waitingFor: '2026-11' })
    expect(effectOf(1, [change(1, '2026-10-20')], reviews, { skippedMonths: ['2026-11'] }).waitingFor).toBe(
      '2026-12',
    )
    expect(effectHeadline(waiting, 'Proposals', '2026-12-01', 'en-GB')).toBe(
      'Waiting for the November review to show whether this helped.',
    )
  })

  it('is settled after three reviews or with 30 outputs', () => {
    const before = [spread('2026-08', 25), spread('2026-09', 25)]
    const after = ['2026-10', '2026-11', '2026-12', '2027-01'].map((month) => spread(month, 12))
    const { looks, waitingFor } = effectOf(1, [change(1, '2026-10-01')], [...before, ...after])
    expect(looks.map(({ stage, month, after: side }) => [stage, month, side.n])).toEqual([
      ['first_look', '2026-10', 10],
      ['firming_up', '2026-11', 20],
      ['settled', '2026-12', 30],
    ])
    expect(waitingFor).toBeNull()
    const big = dated(
      '2026-10',
      around(12, 4, 28).map((value, index) => [index + 1, value] as const),
    )
    const two = effectOf(1, [change(1, '2026-10-01')], [...before, big, spread('2026-11', 12)])
    expect(two.looks.map(({ stage }) => stage)).toEqual(['first_look', 'settled'])
  })

  it('30 outputs settle it, not 29', () => {
    const many = (n: number) =>
      dated(
        '2026-10',
        around(12, 4, n).map((value, index) => [index + 1, value] as const),
      )
    const stages = (n: number) =>
      effectOf(
        1,
        [change(1, '2026-10-01')],
        [spread('2026-09', 25), many(n), spread('2026-11', 12)],
      ).looks.map(({ stage }) => stage)
    expect(stages(20)).toEqual(['first_look', 'settled'])
    expect(stages(19)).toEqual(['first_look', 'firming_up'])
  })

  it('a look knows only what was reviewed by then', () => {
    const late = spread('2026-08', 30, { finishedOn: '2027-01-20' })
    const reviews = [
      late,
      spread('2026-09', 25),
      spread('2026-10', 12),
      spread('2026-11', 12),
      spread('2026-12', 12),
    ]
    const { looks } = effectOf(1, [change(1, '2026-10-01')], reviews)
    expect(looks.map(({ before }) => before.n)).toEqual([10, 10, 10])
  })

  it('before are the newest 20, and none from before the change before it', () => {
    const reviews = ['2026-06', '2026-07', '2026-08', '2026-09', '2026-10'].map((month) => spread(month, 20))
    const alone = effectOf(2, [change(2, '2026-10-01')], reviews)
    expect(alone.looks[0]?.before).toMatchObject({ n: 20, from: '2026-08-03', to: '2026-09-21' })
    const second = effectOf(2, [change(1, '2026-09-01'), change(2, '2026-10-01')], reviews)
    expect(second.looks[0]?.before).toMatchObject({ n: 10, from: '2026-09-03' })
  })

  it('the next change settles it', () => {
    const reviews = [spread('2026-08', 25), spread('2026-09', 12), spread('2026-10', 12)]
    const { looks, waitingFor } = effectOf(1, [change(1, '2026-09-01'), change(2, '2026-10-01')], reviews)
    expect(looks.map(({ stage, month, after }) => [stage, month, after.n])).toEqual([
      ['first_look', '2026-09', 10],
      ['settled', '2026-10', 10],
    ])
    expect(waitingFor).toBeNull()
  })

  it('an undated output counts only where its whole month lies on one side', () => {
    const undated = (month: Month, percent: number) => aReview(month, around(percent))
    const reviews = [
      undated('2026-08', 25),
      undated('2026-09', 25),
      undated('2026-10', 12),
      undated('2026-11', 12),
    ]
    const midMonth = effectOf(1, [change(1, '2026-10-15')], reviews)
    expect(midMonth.looks.map(({ month, before, after }) => [month, before.n, after.n])).toEqual([
      ['2026-11', 20, 10],
    ])
    expect(midMonth.looks[0]?.before.mean).toBeCloseTo(0.25)
    const first = effectOf(1, [change(1, '2026-10-01')], reviews)
    expect(first.looks[0]).toMatchObject({ month: '2026-10', verdict: 'better' })
  })

  it('two changes with fewer than five outputs between them are a shared effect', () => {
    const changes = [change(1, '2026-10-01'), change(2, '2026-10-05')]
    const reviews = [spread('2026-09', 25), spread('2026-10', 12)]
    const effect = effectOf(1, changes, reviews)
    expect(effect.sharedWith).toEqual([2])
    expect(effect.looks).toEqual(effectOf(2, changes, reviews).looks)
    expect(effectSentences(effect, '2026-11-10', 'en-GB').join(' ')).toContain(
      'change 2, so they cannot be told apart',
    )
    const apart = effectOf(1, [change(1, '2026-10-01'), change(2, '2026-10-20')], reviews)
    expect(apart.sharedWith).toEqual([])
  })

  it('is not called shared before the review that may bring outputs between', () => {
    const changes = [change(1, '2026-10-01'), change(2, '2026-10-25')]
    const effect = effectOf(1, changes, [spread('2026-09', 25)], { today: '2026-10-26' })
    expect(effect).toMatchObject({ state: 'waiting', sharedWith: [], waitingFor: '2026-10' })
  })

  it('gone back on the same day: nothing can be told, of neither', () => {
    const changes = [change(1, '2026-10-01'), change(2, '2026-10-01', { reverts: 1 })]
    const reviews = [spread('2026-09', 25), spread('2026-10', 14.2)]
    expect(effectOf(1, changes, reviews)).toMatchObject({ state: 'undone', looks: [], rolledBackBy: 2 })
    expect(effectOf(2, changes, reviews)).toMatchObject({ state: 'undone', looks: [] })
  })

  it('rolled back later: the effect of its own days only, and the going back has its own', () => {
    const changes = [change(1, '2026-10-01'), change(2, '2026-11-01', { reverts: 1 })]
    const reviews = [spread('2026-09', 12), spread('2026-10', 30), spread('2026-11', 12)]
    const effect = effectOf(1, changes, reviews)
    expect(effect.looks.at(-1)).toMatchObject({
      stage: 'settled',
      verdict: 'worse',
      after: { n: 10, to: '2026-10-21' },
    })
    expect(effect.rolledBackBy).toBe(2)
    expect(effectOf(2, changes, reviews).looks[0]).toMatchObject({
      verdict: 'better',
      before: { n: 10, from: '2026-10-03' },
    })
  })

  it('a starting point has no effect and does not bound or share one', () => {
    const changes = [change(1, '2026-09-28', { kind: 'starting_point' }), change(2, '2026-10-01')]
    const reviews = [spread('2026-09', 25), spread('2026-10', 12)]
    expect(effectOf(1, changes, reviews)).toMatchObject({
      state: 'starting_point',
      looks: [],
      waitingFor: null,
    })
    expect(effectOf(2, changes, reviews)).toMatchObject({
      sharedWith: [],
      looks: [{ before: { n: 10 }, verdict: 'better' }],
    })
  })

  it('a change dated ahead is planned until its day', () => {
    const planned = effectOf(1, [change(1, '2027-04-01')], [spread('2026-09', 25)], { today: '2027-03-10' })
    expect(planned).toMatchObject({ state: 'planned', looks: [] })
    expect(effectHeadline(planned, 'Proposals', '2027-03-10', 'en-GB')).toBe('Planned for 1 April.')
  })

  it('never compares across a change of measure, and says so', () => {
    const text = (month: Month) => spread(month, 12, { measure: 'text' })
    const changes = [change(1, '2026-10-01'), change(2, '2026-10-01', { kind: 'measure' })]
    const effect = effectOf(1, changes, [spread('2026-08', 25), spread('2026-09', 25), text('2026-10')])
    expect(effect.looks[0]).toMatchObject({
      verdict: 'cannot_be_told',
      why: 'measure_changed',
      difference: null,
    })
    expect(effectOf(2, changes, []).state).toBe('measure')
  })

  it('cannot be told where too little was reviewed before, and leaves out hand-picked samples', () => {
    const after = spread('2026-10', 12)
    expect(effectOf(1, [change(1, '2026-10-01')], [after]).looks[0]).toMatchObject({
      verdict: 'cannot_be_told',
      why: 'few_before',
    })
    const byHand = spread('2026-09', 25, { sample: 'by_hand' })
    expect(effectOf(1, [change(1, '2026-10-01')], [byHand, after]).looks[0]).toMatchObject({
      why: 'few_before',
    })
    expect(
      effectOf(
        1,
        [change(1, '2026-10-01')],
        [spread('2026-09', 25), spread('2026-10', 12, { sample: 'by_hand' })],
      ).looks,
    ).toEqual([])
  })
})

describe('a pilot (R9)', () => {
  const by = (review: FinishedReview, ...people: string[]): FinishedReview => ({
    ...review,
    outputs: review.outputs.map((output, index) => ({
      ...output,
      by: people[index % people.length] ?? null,
    })),
  })
  const pilot = (productionOn: Day | null) =>
    change(1, '2026-10-01', { pilot: { people: ['Noor'], productionOn } })
  const months = ['2026-09', '2026-10', '2026-11'].map((month) => addMonths(month, 0))

  it('counts only outputs of its team where they name people', () => {
    const reviews = months.map((month) => by(spread(month, 20), 'Noor', 'Ana'))
    const effect = effectOf(1, [pilot(null)], reviews)
    expect(effect).toMatchObject({
      isTeamOnly: true,
      looks: [{ before: { n: 5 }, after: { n: 5 } }, { after: { n: 10 } }],
    })
  })

  it('waits for production where they name nobody', () => {
    expect(
      effectOf(
        1,
        [pilot(null)],
        months.map((month) => spread(month, 20)),
      ),
    ).toMatchObject({ state: 'pilot', looks: [] })
  })

  it('counts everyone from production on, and the pilot’s own outputs on neither side', () => {
    const reviews = months.map((month) => by(spread(month, 20), 'Noor', 'Ana'))
    const effect = effectOf(1, [pilot('2026-11-01')], reviews)
    expect(effect).toMatchObject({
      isTeamOnly: false,
      countsFrom: '2026-11-01',
      looks: [{ before: { n: 15 }, after: { n: 10 } }],
    })
  })
})
