import { describe, expect, it } from 'vitest'
import { changeEffects } from '../../shared/domain/effects/effect.ts'
import { effectHeadline, effectSentences } from '../../shared/domain/effects/effect-words.ts'
import { mean } from '../../shared/domain/figures/statistics.ts'
import { findingOf } from '../../shared/domain/findings/finding.ts'
import type { Finding } from '../../shared/domain/findings/finding-types.ts'
import { findingHeadline, findingSentences } from '../../shared/domain/findings/finding-words.ts'
import { type FinishedReview, valuesOf } from '../../shared/domain/findings/finished-review.ts'
import type { MonthStatus } from '../../shared/domain/findings/status.ts'
import { type History, historyOf, reviewsOf } from '../helpers/histories.ts'

type Told = { history: History; review: FinishedReview; finding: Finding; truth: Map<string, number> }

const histories = Array.from({ length: 200 }, (_, seed) => historyOf(seed))

/** The finding of a month as it stood when its review was finished. */
function findingAt(history: History, review: FinishedReview, reviews = reviewsOf(history)): Finding {
  return findingOf({
    month: review.month,
    reviews,
    goLiveOn: history.goLiveOn,
    lines: history.lines,
    marks: history.months.find(({ month }) => month === review.month)?.marks ?? [],
    rebasedFrom: [],
    context: {
      secondLookLeft: 30,
      openChange: null,
      worseChange: null,
      foundationReviewOn: null,
      next: { month: '2027-01', due: '2027-02-07' },
    },
  })
}

const told: Told[] = histories.flatMap((history) => {
  const truth = new Map(history.months.map((each) => [each.month, each.truth]))
  return reviewsOf(history).map((review) => ({ history, review, finding: findingAt(history, review), truth }))
})

/** Every month for which a statement fails, so that a failure names its seed. */
const failing = (isTrue: (each: Told) => boolean, among: readonly Told[] = told) =>
  among
    .filter((each) => !isTrue(each))
    .map(
      ({ history, finding }) => `${history.seed} ${history.plot} ${finding.month} ${finding.headline.kind}`,
    )

/** Enough where every month is worked out anew. */
const some = told.filter(({ history }) => history.seed % 3 === 0)

const movesOf = ({ moves }: Finding) => Object.values(moves)
const verdictsOf = (finding: Finding) => movesOf(finding).map(({ verdict }) => verdict)

describe('the findings of 200 invented histories', () => {
  it('carry the figure of their outputs and a status that fits it', () => {
    expect(
      failing(({ review, finding }) => {
        const values = valuesOf(review)
        const centre = mean(values)
        const { status, lines } = finding
        if (finding.figure.mean !== centre || finding.figure.known !== values.length) return false
        if (lines === null) return status === 'finding_lines'
        if (centre === null || values.length < 5) return status === 'not_enough'
        if (finding.updateDue.length > 0) return status === 'update_due' && centre >= lines.target
        return (
          status ===
          (centre > lines.update ? 'update_suggested' : centre < lines.target ? 'on_target' : 'watch')
        )
      }),
    ).toEqual([])
  })

  it('never contradict their moves in the headline', () => {
    expect(
      failing(({ finding }) => {
        const verdicts = verdictsOf(finding)
        const { headline, recent } = finding
        switch (headline.kind) {
          case 'steady':
            return (
              !verdicts.includes('more') && !verdicts.includes('less') && verdicts.includes('about_the_same')
            )
          case 'first':
          case 'by_hand':
            return verdicts.every((verdict) => verdict === 'cannot_be_compared')
          case 'improved':
            return recent?.direction === 'less' && !verdicts.includes('more')
          case 'early_sign':
            return recent?.direction === 'more'
          case 'moved':
            return headline.direction !== 'more' || !verdicts.includes('less')
          default:
            return true
        }
      }),
    ).toEqual([])
  })

  it('never say "about the same" in the headline while another reference moved', () => {
    expect(
      failing(({ finding }) => {
        const isMoved = verdictsOf(finding).some((verdict) => verdict === 'more' || verdict === 'less')
        return !isMoved || !/about the same|steady/i.test(findingHeadline(finding, 'en-GB'))
      }),
    ).toEqual([])
  })

  it('name every move beyond chance of the month itself, or the level it is part of', () => {
    expect(
      failing(({ finding }) => {
        const words = [findingHeadline(finding, 'en-GB'), ...findingSentences(finding, 'en-GB')].join(' ')
        const isMoved = verdictsOf(finding).some((verdict) => verdict === 'more' || verdict === 'less')
        return !isMoved || /more than chance/.test(words)
      }),
    ).toEqual([])
  })

  it('never call several months together the month itself', () => {
    expect(
      failing(({ finding }) => {
        const own = findingHeadline(finding, 'en-GB').match(/^Editing is (above|below) month 3/)
        const direction = own?.[1] === 'above' ? 'more' : 'less'
        return !own || finding.moves.monthThree.verdict === direction
      }),
    ).toEqual([])
  })

  it('withhold what assumes a random draw from hand-picked samples', () => {
    expect(
      failing(
        ({ finding }) =>
          finding.sample === 'random' ||
          (finding.figure.range === null &&
            finding.quality.metEvery.range === null &&
            finding.signals.length === 0 &&
            finding.recent === null &&
            finding.status !== 'update_due' &&
            movesOf(finding).every(({ why }) => why !== null)),
      ),
    ).toEqual([])
  })

  it('give a reason exactly where nothing can be compared, and never compare across a change of measure', () => {
    expect(
      failing(({ history, finding }) =>
        movesOf(finding).every(({ verdict, difference, noise, why, months }) => {
          const isUntold = verdict === 'cannot_be_compared'
          const measures = reviewsOf(history).filter(({ month }) => months.includes(month))
          const isAlike = measures.every(({ measure }) => measure === finding.measure)
          return (
            isUntold === (why !== null) &&
            isUntold === (difference === null) &&
            isUntold === (noise === null) &&
            (isUntold || isAlike)
          )
        }),
      ),
    ).toEqual([])
  })

  it('do not change when later months are reviewed', () => {
    expect(
      failing(({ history, review, finding }) => {
        const known = reviewsOf(history).filter(({ month }) => month <= review.month)
        return JSON.stringify(findingAt(history, review, known)) === JSON.stringify(finding)
      }, some),
    ).toEqual([])
  })

  it('never get milder when every output of the month took more', () => {
    const ranks: Readonly<Record<MonthStatus, number>> = {
      finding_lines: 0,
      not_enough: 0,
      on_target: 1,
      watch: 2,
      update_suggested: 3,
      update_due: 4,
    }
    expect(
      failing(({ history, review, finding }) => {
        const worse = {
          ...review,
          outputs: review.outputs.map((output) => ({
            ...output,
            value: output.value === null ? null : output.value + 0.05,
          })),
        }
        const reviews = reviewsOf(history).map((each) => (each === review ? worse : each))
        return ranks[findingAt(history, worse, reviews).status] >= ranks[finding.status]
      }, some),
    ).toEqual([])
  })

  it('end in a step that fits the status', () => {
    expect(
      failing(({ finding }) => {
        const { kind } = finding.nextStep
        const { status, headline } = finding
        if (kind === 'second_look') return status === 'update_suggested' && finding.sample === 'random'
        if (kind === 'plan_update')
          return ['update_due', 'update_suggested'].includes(status) || headline.kind === 'early_sign'
        return !['update_due'].includes(status)
      }),
    ).toEqual([])
  })

  it('survive being stored', () => {
    expect(
      failing(
        ({ finding }) => JSON.stringify(JSON.parse(JSON.stringify(finding))) === JSON.stringify(finding),
      ),
    ).toEqual([])
  })

  it('seldom name a direction that did not happen: below 3 % of the moves they tell', () => {
    const claims = told.flatMap(({ finding, truth }) =>
      (['monthThree', 'lastMonth', 'threeMonths'] as const).flatMap((kind) => {
        const { verdict, months } = finding.moves[kind]
        if (verdict === 'cannot_be_compared') return []
        const reference = mean(months.map((month) => truth.get(month) ?? 0)) ?? 0
        const difference = (truth.get(finding.month) ?? 0) - reference
        return [(verdict === 'more' && difference < -0.001) || (verdict === 'less' && difference > 0.001)]
      }),
    )
    expect(claims.length).toBeGreaterThan(1000)
    expect(claims.filter(Boolean).length / claims.length).toBeLessThan(0.03)
  })

  it('see a jump of 15 points: nine of ten within three months', () => {
    const jumps = histories
      .filter(({ plot }) => plot === 'jump')
      .flatMap((history) => {
        const from = history.months.findIndex(
          ({ truth }, at) => truth > (history.months[at - 1]?.truth ?? truth) + 0.1,
        )
        const after = history.months
          .slice(from, from + 3)
          .flatMap(({ review }) => (review ? [findingAt(history, review)] : []))
        const isSeen = after.some(({ headline }) =>
          ['update_due', 'above_line', 'early_sign', 'signal', 'moved'].includes(headline.kind),
        )
        return after.length === 3 ? [isSeen] : []
      })
    expect(jumps.length).toBeGreaterThan(5)
    expect(jumps.filter(Boolean).length / jumps.length).toBeGreaterThanOrEqual(0.9)
  })
})

describe('the effects of 200 invented histories', () => {
  const options = (history: History) => ({ today: history.today, skippedMonths: [] })
  const effects = histories.flatMap((history) =>
    [...changeEffects(history.changes, reviewsOf(history), options(history)).values()].map((effect) => ({
      history,
      effect,
    })),
  )
  const wrong = (isTrue: (each: (typeof effects)[number]) => boolean) =>
    effects
      .filter((each) => !isTrue(each))
      .map(({ history, effect }) => `${history.seed} ${history.plot} ${effect.number}`)

  it('compare outputs written before with outputs written on or after the day, at most 20 with at least 5', () => {
    const days = new Map(
      histories.flatMap((history) =>
        reviewsOf(history).flatMap(({ outputs }) =>
          outputs.map((output) => [`${history.seed} ${output.id}`, output.writtenOn]),
        ),
      ),
    )
    const dayOf = (seed: number, id: number) => days.get(`${seed} ${id}`) ?? null
    expect(
      wrong(({ history, effect }) =>
        effect.looks.every(({ before, after, verdict }) => {
          const isBefore = before.outputIds.every((id) => (dayOf(history.seed, id) ?? '') < effect.countsFrom)
          const isAfter = after.outputIds.every(
            (id) => (dayOf(history.seed, id) ?? '9999') >= effect.countsFrom,
          )
          const isEnough = before.n <= 20 && (verdict === 'cannot_be_told' || (before.n >= 5 && after.n >= 5))
          return isEnough && isAfter && (isBefore || effect.sharedWith.length > 0)
        }),
      ),
    ).toEqual([])
  })

  it('have no looks where there is no effect, one first look and at most one settled look, the last', () => {
    expect(
      wrong(({ effect: { state, looks, waitingFor } }) => {
        const stages = looks.map(({ stage }) => stage)
        const isSettled = stages.at(-1) === 'settled'
        return (
          (state === 'measured') === looks.length > 0 &&
          looks.length <= 3 &&
          stages.indexOf('first_look') <= 0 &&
          stages.slice(0, -1).every((stage) => stage !== 'settled') &&
          (!isSettled || waitingFor === null)
        )
      }),
    ).toEqual([])
  })

  it('keep every earlier look as it was when later reviews come', () => {
    expect(
      wrong(({ history, effect }) =>
        effect.looks.every((look, index) => {
          const known = reviewsOf(history).filter(({ finishedOn }) => finishedOn <= look.finishedOn)
          const then = changeEffects(history.changes, known, options(history)).get(effect.number)
          return JSON.stringify(then?.looks[index]) === JSON.stringify(look)
        }),
      ),
    ).toEqual([])
  })

  it('find an improvement by six tenths mostly Better once settled, and never Worse', () => {
    const verdicts = effects.flatMap(({ history, effect }) => {
      const last = effect.looks.at(-1)
      return history.plot === 'improved' && last?.stage === 'settled' ? [last.verdict] : []
    })
    expect(verdicts.length).toBeGreaterThan(5)
    expect(verdicts).not.toContain('worse')
    expect(verdicts.filter((verdict) => verdict === 'better').length / verdicts.length).toBeGreaterThan(0.7)
  })

  it('can always be put in words', () => {
    expect(
      wrong(({ history, effect }) => {
        const words = [
          effectHeadline(effect, 'Proposals', history.today, 'en-GB'),
          ...effectSentences(effect, history.today, 'en-GB'),
        ]
        return words.every((sentence) => sentence !== '' && !/NaN|undefined|null|Infinity/.test(sentence))
      }),
    ).toEqual([])
  })
})
