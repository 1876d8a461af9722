import type { DrawMethod } from '../../../shared/contract/reviews.ts'
import type { Measure, Stage } from '../../../shared/contract/workflows.ts'

export const stageLabels: Readonly<Record<Stage, string>> = {
  pilot: 'Pilot',
  production: 'In production',
  retired: 'Retired',
}

/** What a figure is a share of, said beside it: "11.8% of text". */
export const shareOf: Readonly<Record<Measure, string>> = { minutes: 'of time', text: 'of text' }

/** What a month's figure is a share of, as the chart's second line. */
export const measureMeanings: Readonly<Record<Measure, string>> = {
  minutes: 'Share of work still redone, minutes measure.',
  text: 'Share of text still changed, text measure.',
}

export const drawLabels: Readonly<Record<DrawMethod, string>> = {
  random: 'random',
  all: 'all there were',
  by_hand: 'chosen by hand',
}

export { count } from '../../ui/lib/count.ts'
