import type { OutputOrder } from '../../../shared/contract/outputs.ts'

type Shown = string | number

/** How a list in that order is called: "newest first". */
export function orderWords({ by, isAscending }: OutputOrder): string {
  const [up, down] = orders[by]
  return isAscending ? up : down
}

const orders: Readonly<Record<OutputOrder['by'], readonly [up: string, down: string]>> = {
  month: ['oldest first', 'newest first'],
  editing: ['least editing first', 'most editing first'],
  satisfaction: ['least satisfied first', 'most satisfied first'],
}

/** What the screens of this folder say. */
export const words = {
  search: 'Search',
  show: 'Show',
  allOutputs: 'All outputs',
  withIssues: 'With issues',
  flaggedOnes: 'Flagged',
  notFitOnes: 'Not fit to send',
  month: 'Month',
  allMonths: 'All months',
  standard: 'Standard not met',
  anyStandard: 'Any',
  type: 'Issue type',
  anyType: 'Any',
  section: 'Foundation section',
  anySection: 'Any',
  person: 'Person',
  anybody: 'Anybody',
  clear: 'Show all',
  noOutputMatches: 'No output matches.',
  output: 'Output',
  editing: 'Editing',
  satisfaction: 'Satisfaction',
  whatMissed: 'Not met, and why',
  reviewedOutputs: 'Reviewed outputs',
  noReviewedOutputsYet: 'No reviewed outputs yet',
  everyOutputYouReviewIs: 'Every output you review is kept here with what you said about it.',
  allMet: 'All met',
  notFitToSend: 'Not fit to send',
  flagged: 'Flagged',
  of5: (satisfaction: Shown) => `${satisfaction} of 5`,
}
