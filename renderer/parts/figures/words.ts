import type { DrawMethod } from '../../../shared/contract/reviews/reviews.ts'
import type { Stage } from '../../../shared/contract/workflows.ts'

export const stageLabels: Readonly<Record<Stage, string>> = {
  pilot: 'Pilot',
  production: 'In production',
  retired: 'Retired',
}

export const drawLabels: Readonly<Record<DrawMethod, string>> = {
  random: 'drawn at random',
  all: 'all there were',
  by_hand: 'chosen by hand',
}

export { count } from '../../ui/lib/count.ts'

type Shown = string | number

/** What the screens of this folder say. */
export const words = {
  runChart: 'Run chart',
  noReviewsYet: 'No reviews yet',
  noFigureYet: 'No figure yet',
  workflow: 'Workflow',
  noProcessOwner: 'No process owner',
  status: 'Status',
  editing: 'Editing',
  likelyRange: 'Likely range',
  month3: 'Month 3',
  last12Months: 'Last 12 months',
  nextReview: 'Next review',
  workflows: 'Workflows',
  soFar: ' so far',
  done: 'done',
  skipped: 'skipped',
  noOutputsYet: 'no outputs yet',
  noneYet: 'None yet',
  noReviewsYet2: (name: Shown) => `${name}: no reviews yet`,
  reviewedWithoutAFigure: (name: Shown) => `${name}: reviewed, but no month has a figure yet`,
  editingOverReviewsFromTo: (name: Shown, length: Shown, from: Shown, to: Shown) =>
    `${name}: editing over ${length} reviews, from ${from} to ${to}`,
  noEditingFigureYet: (name: Shown) => `${name}: no editing figure yet.`,
  likelyBetweenAnd: (low: Shown, high: Shown) => `, likely between ${low} and ${high}`,
  editingByMonth: (name: Shown, span: Shown) => `${name}: editing by month, ${span}.`,
  latestIn: (share: Shown, month: Shown, range: Shown) => `Latest ${share} in ${month}${range}.`,
  month3Was: (monthThree: Shown) => `Month 3 was ${monthThree}.`,
  targetBelowUpdateLine: (targetLine: Shown, updateLine: Shown) =>
    `Target below ${targetLine}, update line ${updateLine}.`,
  itsLinesAreNotFound: 'Its lines are not found yet.',
  outsideItsUsualRange: (side: Shown) => `${side} its usual range`,
  withASecondLook: 'with a second look',
  notKnown: 'Not known',
  pointsMoreThanChance: 'points, more than chance',
  pointsAboutTheSame: 'points, about the same',
  sixMonthsInARow: (side: Shown) => `six months in a row ${side} its middle`,
  monthsBefore: (months: number) => (months === 2 ? 'Two months before' : 'Three months before'),
  thisMonthInside: 'this month inside',
  together: (outputs: Shown) => `${outputs} together`,
  newAndAgain: (fresh: Shown, again: Shown) => `${fresh} new, ${again} again`,
  target: (line: Shown) => `target ${line}`,
  usualRange: (state: Shown) => `Usual range, ${state}`,
  thisMonthOutside: 'this month outside',
  metEveryStandard: 'Met every standard',
  notFitToSend: 'Not fit to send',
  satisfactionUsers: 'Satisfaction, users',
  satisfactionReviewer: 'Satisfaction, reviewer',
  targetBelow: (targetLine: Shown) => `Target, below ${targetLine}`,
  updateLine: (updateLine: Shown) => `Update line ${updateLine}`,
  earlySign: 'Early sign',
  usualRange2: (low: Shown, part: Shown) => `Usual range ${low}${part}`,
}
