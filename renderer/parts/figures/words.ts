import type { DrawMethod } from '../../../shared/contract/reviews.ts'
import type { Measure, Stage } from '../../../shared/contract/workflows.ts'

export const stageLabels: Readonly<Record<Stage, string>> = {
  pilot: 'Pilot',
  production: 'In production',
  retired: 'Retired',
}

/** What a figure is a share of, said beside it: "11.8% of text". */
export const shareOf: Readonly<Record<Measure, string>> = { minutes: 'of time', text: 'of text' }

/** What a month's figure is a share of, beside the label of a chart. */
export const measureMeanings: Readonly<Record<Measure, string>> = {
  minutes: 'share of the time still redone',
  text: 'share of the text still changed',
}

export const drawLabels: Readonly<Record<DrawMethod, string>> = {
  random: 'drawn at random',
  all: 'all there were',
  by_hand: 'chosen by hand',
}

export { count } from '../../ui/lib/count.ts'
