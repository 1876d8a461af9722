import type { LiveChange } from '../../shared/domain/effects/effect.ts'
import { defaultLines, type Lines } from '../../shared/domain/figures/status.ts'
import type { FinishedReview, ReviewedOutput } from '../../shared/domain/findings/finished-review.ts'
import type { OutputMarks } from '../../shared/domain/findings/quality.ts'
import { addMonths, type Day, lastDayOf, type Month } from '../../shared/domain/time/dates.ts'
import { type Chance, chanceOf } from './random.ts'

/** What happened in a month of an invented workflow. `truth` is the mean its outputs were drawn from. */
export type HistoryMonth = {
  month: Month
  truth: number
  review: FinishedReview | null
  /** Why it was not reviewed; null where it was, or is just open. */
  skippedBecause: string | null
  marks: OutputMarks[]
}

/** One invented workflow with its story, the same for the same seed. */
export type History = {
  seed: number
  plot: Plot
  goLiveOn: Day | null
  companyStartOn: Day
  today: Day
  lines: Lines | null
  months: HistoryMonth[]
  changes: LiveChange[]
}

const plots = [
  'stable',
  'drift',
  'jump',
  'improved',
  'skips',
  'measure_change',
  'pilot',
  'rollback',
  'by_hand',
  'three_outputs',
  'no_go_live',
  'text_without_lines',
  'changes_together',
] as const
export type Plot = (typeof plots)[number]

const firstMonth: Month = '2025-01'
const team = ['Noor', 'Piet']

/** The history of a seed; thirteen neighbouring seeds tell all thirteen plots. */
export function historyOf(seed: number): History {
  const chance = chanceOf(seed + 1)
  const plot = plots[seed % plots.length] ?? 'stable'
  const length = chance.whole(6, 18)
  const turn = chance.whole(4, length - 1)
  const level = 0.08 + 0.1 * chance.unit()
  const spread = chance.oneOf([0.4, 0.6, 0.8])
  const goLiveOn = plot === 'no_go_live' ? null : `${firstMonth}-01`
  const changes = changesOf(plot, turn, chance)
  const months = Array.from({ length }, (_, at): HistoryMonth => {
    const month = addMonths(firstMonth, at)
    const truth = truthOf(plot, { at, turn, level })
    const skippedBecause = plot === 'skips' && chance.isHit(0.25) ? 'Everyone on leave' : null
    const review =
      skippedBecause === null ? reviewOf({ plot, month, at, turn, truth, spread, chance, changes }) : null
    const marks = (review?.outputs ?? []).map(() => marksOf(truth, chance))
    return { month, truth, review, skippedBecause, marks }
  })
  return {
    seed,
    plot,
    goLiveOn,
    companyStartOn: `${firstMonth}-01`,
    today: `${addMonths(firstMonth, length)}-20`,
    lines: plot === 'text_without_lines' ? null : defaultLines,
    months,
    changes,
  }
}

export const reviewsOf = ({ months }: History): FinishedReview[] =>
  months.flatMap(({ review }) => review ?? [])

function truthOf(plot: Plot, { at, turn, level }: { at: number; turn: number; level: number }): number {
  if (plot === 'drift') return level + 0.015 * Math.max(0, at - turn)
  const isAfter = at >= turn
  if (plot === 'jump') return isAfter ? level + 0.15 : level
  if (plot === 'improved' || plot === 'pilot') return isAfter ? level * 0.4 : level
  return plot === 'rollback' && at === turn ? level + 0.2 : level
}

/** Changes go live on the first day of the turn's month, so that the truth changes with them. */
function changesOf(plot: Plot, turn: number, chance: Chance): LiveChange[] {
  const month = addMonths(firstMonth, turn)
  const change = (number: number, liveOn: Day): LiveChange => ({
    number,
    liveOn,
    kind: 'change',
    reverts: null,
    pilot: null,
  })
  const start = { ...change(1, `${firstMonth}-01`), kind: 'starting_point' as const }
  switch (plot) {
    case 'improved':
      return [start, change(2, `${month}-01`)]
    case 'pilot':
      return [
        start,
        {
          ...change(2, `${month}-01`),
          pilot: { people: team, productionOn: chance.isHit(0.5) ? `${addMonths(month, 2)}-01` : null },
        },
      ]
    case 'rollback': {
      const back = chance.isHit(0.5) ? `${month}-02` : `${addMonths(month, 1)}-01`
      return [start, change(2, `${month}-01`), { ...change(3, back), reverts: 2 }]
    }
    case 'changes_together':
      return [
        start,
        change(2, `${month}-10`),
        change(3, `${month}-12`),
        change(4, `${addMonths(month, 2)}-01`),
      ]
    case 'measure_change':
      return [start, { ...change(2, `${month}-01`), kind: 'measure' as const }]
    default:
      return [start]
  }
}

type ReviewFacts = {
  plot: Plot
  month: Month
  at: number
  turn: number
  truth: number
  spread: number
  chance: Chance
  changes: readonly LiveChange[]
}

function reviewOf({ plot, month, at, turn, truth, spread, chance }: ReviewFacts): FinishedReview {
  const isText = plot === 'text_without_lines' || (plot === 'measure_change' && at >= turn)
  const isByHand = plot === 'by_hand' && chance.isHit(0.35)
  const size = plot === 'three_outputs' ? 3 : 10
  const output = (index: number): ReviewedOutput => {
    const value = chance.isHit(0.04) ? null : chance.logNormal(truth, spread)
    return {
      id: Number(month.replace('-', '')) * 100 + index,
      writtenOn: chance.isHit(0.1) ? null : dayIn(month, chance),
      value: value !== null && isText ? Math.min(1, value) : value,
      by: plot === 'pilot' ? chance.oneOf(['Noor', 'Piet', 'Ana', 'Luc']) : null,
    }
  }
  const first = Array.from({ length: size }, (_, index) => output(index))
  const known = first.flatMap(({ value }) => value ?? [])
  const centre = known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length)
  const isLookedAtTwice =
    !isText && !isByHand && size === 10 && centre > defaultLines.update && chance.isHit(0.6)
  const more = isLookedAtTwice
    ? Array.from({ length: chance.oneOf([6, 20]) }, (_, index) => output(size + index))
    : []
  return {
    month,
    finishedOn: `${addMonths(month, 1)}-${String(chance.whole(1, 9)).padStart(2, '0')}`,
    measure: isText ? 'text' : 'minutes',
    sample: isByHand ? 'by_hand' : 'random',
    outputs: [...first, ...more],
    secondLook: isLookedAtTwice
      ? { added: more.filter(({ value }) => value !== null).length, isComplete: more.length === 20 }
      : null,
  }
}

function dayIn(month: Month, chance: Chance): Day {
  const last = Number(lastDayOf(month).slice(8))
  return `${month}-${String(chance.whole(1, last)).padStart(2, '0')}`
}

function marksOf(truth: number, chance: Chance): OutputMarks {
  const metEvery = !chance.isHit(Math.min(0.9, truth * 2))
  return {
    metEvery,
    isFit: metEvery || !chance.isHit(0.3),
    userRating: chance.isHit(0.5) ? chance.whole(2, 5) : null,
    reviewerRating: chance.whole(2, 5),
  }
}
