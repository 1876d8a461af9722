import { describe, expect, it } from 'vitest'
import { defaultLines } from '../../shared/domain/figures/status.ts'
import { findingOf } from '../../shared/domain/findings/finding.ts'
import type { Finding, NextStep } from '../../shared/domain/findings/finding-types.ts'
import { findingHeadline, findingSentences } from '../../shared/domain/findings/finding-words.ts'
import type { FinishedReview } from '../../shared/domain/findings/finished-review.ts'
import { monthHeadline } from '../../shared/domain/findings/month-headline.ts'
import {
  levelWords,
  moveWords,
  qualityWords,
  rateWords,
  satisfactionWords,
} from '../../shared/domain/findings/move-words.ts'
import type { StepContext } from '../../shared/domain/findings/next-step.ts'
import { qualityOf } from '../../shared/domain/findings/quality.ts'
import { stepAction, stepWords } from '../../shared/domain/findings/step-words.ts'
import { aReview, around, reviewsAround } from '../helpers/reviews.ts'

const context: StepContext = {
  secondLookLeft: 48,
  openChange: null,
  worseChange: null,
  foundationReviewOn: null,
  next: { month: '2026-11', due: '2026-12-07' },
}

const find = (
  reviews: readonly FinishedReview[],
  overrides: Partial<Parameters<typeof findingOf>[0]> = {},
): Finding =>
  findingOf({
    month: reviews.at(-1)?.month ?? '',
    reviews,
    goLiveOn: reviews[0] ? `${reviews[0].month}-01` : null,
    lines: defaultLines,
    marks: [],
    rebasedFrom: [],
    context,
    ...overrides,
  })

const headline = (finding: Finding) => findingHeadline(finding, 'en-GB')
const sentences = (finding: Finding) => findingSentences(finding, 'en-GB')
const words = (finding: Finding) => [headline(finding), ...sentences(finding)].join(' ')
const wide = (percent: number) => around(percent, 12)

describe('the headline of a finding, in its order (R3a)', () => {
  it('Update due comes before all', () => {
    const finding = find([...reviewsAround('2026-01', [10, 10, 10]), aReview('2026-04', around(59.6, 20))])
    expect(finding.status).toBe('update_due')
    expect(headline(finding)).toBe(
      'An update is due: the whole likely range of editing is above your 20% line',
    )
    expect(finding.nextStep).toEqual({ kind: 'plan_update' })
  })

  it('after a second look it says so', () => {
    const review = aReview('2026-04', around(22, 20, 30), { secondLook: { added: 20, isComplete: true } })
    expect(headline(find([review]))).toBe(
      'An update is due: after a second look editing is still above your 20% line',
    )
  })

  it('a single month above the line suggests, and its step is the second look', () => {
    const finding = find([...reviewsAround('2026-01', [18, 18, 18], 12), aReview('2026-04', wide(21))])
    expect(finding.headline).toEqual({ kind: 'above_line', isFirst: true })
    expect(finding.status).toBe('update_suggested')
    expect(finding.nextStep).toEqual({ kind: 'second_look', outputs: 20, judged: 0 })
    expect(sentences(finding)).toEqual([
      'Editing was 21.0%, likely between 12% and 30%, in 10 outputs.',
      'Ten outputs cannot tell on which side of your 20% line it lies, nor April from March.',
    ])
  })

  it('an early sign is said though the status is On target', () => {
    const finding = find(reviewsAround('2026-01', [7.5, 7.5, 7.5, 10, 13.7]))
    expect(finding.status).toBe('on_target')
    expect(headline(finding)).toBe(
      'An early sign: the last two reviews lie above month 3 by more than chance',
    )
    expect(words(finding)).toContain('Complaints usually follow in four to six weeks.')
    expect(finding.nextStep).toEqual({ kind: 'plan_update' })
  })

  it('a signal on the run chart comes next', () => {
    const finding = find(
      reviewsAround('2026-01', [10, 10.5, 10, 10.5, 10, 10.5, 10, 10.5, 10, 10.5, 10, 10.5, 12], 11),
    )
    expect(finding.headline).toEqual({
      kind: 'signal',
      signal: { month: '2027-01', kind: 'outside', side: 'above' },
    })
    expect(headline(finding)).toBe('Editing is above its usual range of 9–12%')
  })

  it('then a settled improvement', () => {
    const finding = find(reviewsAround('2026-01', [14, 14, 14, 6, 6]))
    expect(headline(finding)).toBe(
      'Settled lower: the last two reviews lie below month 3 by more than chance',
    )
    expect(finding.nextStep).toEqual({ kind: 'nothing_until', month: '2026-11', due: '2026-12-07' })
  })

  it('which is not settled while the month itself points the other way', () => {
    const finding = find(reviewsAround('2026-01', [14, 14, 14, 1, 6], 1))
    expect(finding.recent?.direction).toBe('less')
    expect(headline(finding)).toBe(
      'Editing is up on April, yet still below month 3 and the three months before: each by more than chance',
    )
  })

  it('makes one sense of references that disagree: which way it went, and where it still is', () => {
    const finding = find(reviewsAround('2026-01', [8, 8, 8, 8, 30, 30, 4, 13], 1))
    expect(headline(finding)).toBe(
      'Editing is up on month 3 and July, yet still below the three months before: each by more than chance',
    )
  })

  it('then steady, naming what it is steady against', () => {
    const finding = find(reviewsAround('2026-01', [12, 12.4, 12, 12.2]))
    expect(headline(finding)).toBe(
      'Editing is steady at 12.2%: about the same as month 3, March and the three months before',
    )
  })

  it('a first review has nothing to compare with', () => {
    expect(headline(find([aReview('2026-01', around(13))]))).toBe(
      'Editing is 13.0%: nothing to compare with yet',
    )
  })
})

describe('what was wrong before', () => {
  it('60, 1, 17 %: due by three months, and "+15.8 points against February", never "fallen"', () => {
    const finding = find(reviewsAround('2026-01', [60, 1, 16.8], 1))
    expect(headline(finding)).toBe('An update is due: editing over three months is above your 20% line')
    expect(sentences(finding)).toEqual([
      'January to March: 25.9% in 30 outputs.',
      '+15.8 points against February: more than chance.',
      'No figure tells the cause.',
    ])
  })

  it('15, 1, 12 %: the headline names the reference it moved from', () => {
    const finding = find(reviewsAround('2026-01', [15, 1, 12], 1))
    expect(headline(finding)).toBe('Editing is above February and the two months before by more than chance')
  })

  it('11.4 %, On target, 8.6 points lower: never "steady at about 16 %"', () => {
    const finding = find(reviewsAround('2026-01', [14, 16, 18, 20, 11.4], 3))
    expect(finding.moves.lastMonth.verdict).toBe('less')
    expect(words(finding)).not.toMatch(/steady|about the same/)
    expect(headline(finding)).toMatch(/below .*April/)
  })

  it('a month at 59.6 %, likely 45 to 74, is no "small sample, see next month"', () => {
    const finding = find([aReview('2026-01', around(59.6, 19))])
    expect(finding.status).toBe('update_due')
    expect(words(finding)).not.toMatch(/small sample|next month/)
  })

  it('the third month in a row above the line is due', () => {
    expect(find(reviewsAround('2026-01', [21, 22, 21.5], 12)).status).toBe('update_due')
  })

  it('a text workflow’s first evening at 55.2 % suggests nothing', () => {
    const finding = find([aReview('2026-01', around(55.2, 20), { measure: 'text' })], { lines: null })
    expect(finding.status).toBe('finding_lines')
    expect(finding.againstLines).toBeNull()
    expect(headline(finding)).toBe('Finding your lines: 55.2% of the text changed')
    expect(finding.nextStep).toEqual({ kind: 'set_lines' })
  })

  it('3 of 10 outputs met them all; one rating is said to be one', () => {
    const marks = Array.from({ length: 10 }, (_, index) => ({
      metEvery: index < 3,
      isFit: index !== 9,
      userRating: index === 0 ? 5 : null,
      reviewerRating: 3,
    }))
    const quality = qualityOf(marks, 'random')
    expect(rateWords(quality.metEvery, 'en-GB')).toBe('3 of 10, likely 11–60%')
    expect(rateWords(quality.notFit, 'en-GB')).toBe('1 of 10, likely 2–40%')
    expect(qualityWords(quality, 'en-GB')).toBe(
      '3 of 10 met every standard, likely 11–60%; 1 of 10 not fit to send',
    )
    expect(satisfactionWords(quality.userSatisfaction, 'en-GB')).toBe('5.0 of 5, from 1 rating')
    expect(satisfactionWords(qualityOf([], 'random').userSatisfaction, 'en-GB')).toBe('no rating')
    expect(rateWords(qualityOf(marks, 'by_hand').metEvery, 'en-GB')).toBe('3 of 10')
    expect(qualityOf([], 'random').metEvery).toEqual({ count: 0, of: 0, range: null })
  })
})

describe('samples that tell less', () => {
  it('chosen by hand: figure and label, no range, no comparison', () => {
    const reviews = [
      ...reviewsAround('2026-01', [10, 10, 10]),
      aReview('2026-04', around(12), { sample: 'by_hand' }),
    ]
    const finding = find(reviews)
    expect(finding.figure.range).toBeNull()
    expect(finding.monthThree?.isProvisional).toBe(false)
    const unmoved = { verdict: 'cannot_be_compared', difference: null, why: 'by_hand' }
    expect(finding.moves).toMatchObject({ monthThree: unmoved, lastMonth: unmoved, threeMonths: unmoved })
    expect(headline(finding)).toBe('12.0% in outputs chosen by hand')
    expect(sentences(finding)).toEqual([
      'Editing was 12.0% in 10 outputs chosen by hand: they show what can happen, not how often.',
    ])
    const above = find([aReview('2026-01', around(30), { sample: 'by_hand' })])
    expect(above.status).toBe('update_suggested')
    expect(above.nextStep).toEqual({ kind: 'draw_at_random' })
  })

  it('three outputs: Not enough yet', () => {
    const finding = find([aReview('2026-01', [30, 40, null, 50])])
    expect(finding.status).toBe('not_enough')
    expect(finding.figure).toMatchObject({ known: 3, unknown: 1 })
    expect(headline(finding)).toBe('Not enough yet: 3 outputs with a figure')
    // All there were are in, and the month is closed: the next one is next.
    expect(finding.nextStep.kind).toBe('nothing_until')
    const byHand = find([aReview('2026-01', [30, 40, 50], { sample: 'by_hand' })])
    expect(byHand.nextStep).toEqual({ kind: 'draw_at_random' })
  })

  it('ten outputs without what they are measured by: more of the same would not help', () => {
    const bare = find([
      aReview(
        '2026-01',
        Array.from({ length: 10 }, () => null),
      ),
    ])
    expect(headline(bare)).toBe('Not enough yet: all 10 outputs without correction minutes')
    expect(bare.nextStep).toEqual({ kind: 'bring_what_lacks', measure: 'minutes' })
    const some = find([aReview('2026-01', [30, 40, 50, null, null, null], { measure: 'text' })])
    expect(headline(some)).toBe('Not enough yet: 3 of 6 outputs without a final version')
    expect(stepWords(some.nextStep, '2026-02-01', 'en-GB')).toBe(
      'Bring the next outputs in with a final version each',
    )
  })

  it('no figure at all', () => {
    const finding = find([aReview('2026-01', [null, null])])
    expect(finding).toMatchObject({ status: 'not_enough', figure: { mean: null, range: null, known: 0 } })
    expect(sentences(finding)).toEqual(['No output has an editing figure, so there is nothing to compare.'])
  })

  it('a month without a review has no finding', () => {
    expect(() => find([aReview('2026-01', [10])], { month: '2026-02' })).toThrow(RangeError)
  })
})

describe('the next step', () => {
  const due = find([aReview('2026-01', around(40))])
  const step = (finding: Finding, rest: Partial<StepContext>): NextStep =>
    find([aReview('2026-01', around((finding.figure.mean ?? 0) * 100))], { context: { ...context, ...rest } })
      .nextStep

  it('waits for the effect where a change is live already', () => {
    expect(step(due, { openChange: { number: 17, month: '2026-12' } })).toEqual({
      kind: 'wait_for_effect',
      changeNumber: 17,
      month: '2026-12',
    })
  })

  it('takes back the change it got worse with, before an update is planned; what is live since is waited for', () => {
    expect(step(due, { worseChange: 3 })).toEqual({ kind: 'go_back', changeNumber: 3 })
    const openChange = { number: 4, month: '2026-12' }
    expect(step(due, { worseChange: 3, openChange })).toMatchObject({
      kind: 'wait_for_effect',
      changeNumber: 4,
    })
  })

  it('takes back nothing where no update is asked for, nor before a second look', () => {
    const of = (share: number) =>
      find([aReview('2026-01', wide(share))], { context: { ...context, worseChange: 3 } }).nextStep.kind
    expect([of(12), of(21)]).toEqual(['nothing_until', 'second_look'])
  })

  it('takes what the pool still holds, and plans an update where it holds nothing', () => {
    const above = (secondLookLeft: number) =>
      find([aReview('2026-01', wide(21))], { context: { ...context, secondLookLeft } }).nextStep
    expect(above(7)).toEqual({ kind: 'second_look', outputs: 7, judged: 0 })
    expect(above(0)).toEqual({ kind: 'plan_update' })
  })

  it('holds the Foundation review where one is due', () => {
    const calm = find([aReview('2026-01', around(12))], {
      context: { ...context, foundationReviewOn: '2026-11-17' },
    })
    expect(calm.nextStep).toEqual({ kind: 'hold_foundation_review', on: '2026-11-17' })
  })

  it.each<[NextStep, string]>([
    [{ kind: 'plan_update' }, 'Plan an update'],
    [{ kind: 'go_back', changeNumber: 3 }, 'Take change 3 back, or plan an update'],
    [{ kind: 'second_look', outputs: 20, judged: 0 }, 'Take a second look: 20 more'],
    [{ kind: 'hold_foundation_review', on: '2026-11-17' }, 'Hold the Foundation review, 17 November'],
    [
      { kind: 'wait_for_effect', changeNumber: 17, month: '2026-11' },
      'The November review shows whether change 17 helped',
    ],
    [{ kind: 'nothing_until', month: '2026-11', due: '2026-12-07' }, 'Next: November review, due 7 December'],
    [{ kind: 'set_lines' }, 'Find or set your lines'],
    [{ kind: 'draw_at_random' }, 'Draw the next outputs at random'],
    [{ kind: 'collect_outputs' }, 'Bring in more outputs'],
  ])('%o says "%s"', (nextStep, text) => expect(stepWords(nextStep, '2026-11-12', 'en-GB')).toBe(text))

  it('is short on a button, where its sentence is long', () => {
    const wait: NextStep = { kind: 'wait_for_effect', changeNumber: 14, month: '2026-11' }
    expect(stepAction(wait, '2026-11-12', 'en-GB')).toBe('See change 14')
    expect(stepAction({ kind: 'plan_update' }, '2026-11-12', 'en-GB')).toBe('Plan an update')
  })
})

describe('moves and levels in words', () => {
  const reviews = reviewsAround('2026-01', [10, 10, 10, 16])

  it('carry their verdict, or why there is none', () => {
    const { moves } = find(reviews)
    expect(moveWords(moves.monthThree, 'en-GB')).toBe('+6.0 points, more than chance')
    expect(moveWords(find(reviews.slice(0, 3)).moves.lastMonth, 'en-GB')).toMatch(
      /^0.0 points, about the same: moves under 4 points can be chance$/,
    )
    expect(moveWords(find(reviews.slice(0, 1)).moves.monthThree, 'en-GB')).toBe('month 3 is not settled yet')
  })

  it('say what the level was counted from', () => {
    expect(levelWords(find(reviews), 'en-GB')).toBe('10.0%, 20 outputs of February and March')
    expect(levelWords(find(reviews.slice(0, 2)), 'en-GB')).toBe('10.0%, 10 outputs of February, provisional')
    expect(levelWords(find(reviews, { goLiveOn: null }), 'en-GB')).toContain('counted from the first review')
  })
})

describe('monthHeadline', () => {
  it('counts what is on target and names the rest, the most urgent first', () => {
    expect(
      monthHeadline(
        [
          { name: 'Replies', status: 'on_target' },
          { name: 'Adverts', status: 'watch' },
          { name: 'Proposals', status: 'update_due' },
          { name: 'Offers', status: 'watch' },
        ],
        'en-GB',
      ),
    ).toBe('1 of 4 AI workflows is on target. Proposals: update due. Adverts and Offers: watch.')
    expect(monthHeadline([{ name: 'Replies', status: 'finding_lines' }], 'en-GB')).toBe(
      'Replies: finding your lines.',
    )
    const many = (count: number) =>
      Array.from({ length: count }, (_, n) => ({ name: `W${n + 1}`, status: 'watch' as const }))
    expect(monthHeadline(many(4), 'en-GB')).toMatch(/ W1, W2, W3 and W4: watch\.$/)
    expect(monthHeadline(many(12), 'en-GB')).toMatch(/ W1, W2, W3 and 9 others: watch\.$/)
    expect(monthHeadline([{ name: 'Replies', status: 'on_target' }], 'en-GB')).toBe('Replies is on target.')
    const [watch, none] = ['watch', 'not_enough'] as const
    expect(
      monthHeadline(
        [watch, none].map((status) => ({ name: status, status })),
        'en-GB',
      ),
    ).toBe('None of 2 AI workflows is on target. watch: watch. not_enough: not enough yet.')
    expect(
      monthHeadline(
        [none, none].map((status) => ({ name: 'A', status })),
        'en-GB',
      ),
    ).toBe('A and A: not enough yet.')
    const retired = { name: 'Offers', status: 'watch', inUseTo: '2026-10-31' } as const
    expect(monthHeadline([{ name: 'Replies', status: 'on_target' }, retired], 'en-GB')).toBe(
      'Replies is on target. Offers was in use until 31 October 2026.',
    )
    expect(monthHeadline([retired], 'en-GB')).toBe('Offers was in use until 31 October 2026.')
    expect(monthHeadline([], 'en-GB')).toBe('No workflow was reviewed this month.')
  })
})
