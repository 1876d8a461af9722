import type { DrawMethod } from '../../../shared/contract/reviews/reviews.ts'
import { measures } from '../../../shared/domain/figures/measures/index.ts'
import { findingHeadline } from '../../../shared/domain/findings/finding-words.ts'
import { shownMove } from '../../../shared/domain/findings/move-words.ts'
import { monthStatusLabels } from '../../../shared/domain/findings/status.ts'
import { formatDay, formatMonth, pointDecimals, roundFigure } from '../../../shared/domain/format.ts'
import { periodName } from '../../../shared/domain/report/period.ts'
import type { Day } from '../../../shared/domain/time/dates.ts'
import { heldWords } from '../../../shared/domain/time/month-words.ts'
import { usedCells } from './review-trend.ts'
import type { ReviewedWorkflow, ReviewWorkbookModel, WorkbookReview } from './review-workbook-model.ts'
import type { GuidedSheet } from './workbook/workbook-guide.ts'
import type { GuidedColumn, SheetRow } from './workbook/workbook-sheet.ts'
import { statusColours } from './workbook/workbook-styles.ts'

const summaryColumns: readonly GuidedColumn[] = [
  { header: 'Workflow', key: 'name', width: 26, kind: 'text', wraps: true, meaning: 'One job the AI does.' },
  {
    header: 'Month',
    key: 'month',
    width: 13,
    kind: 'month',
    meaning: 'The month its figures are of: the latest one reviewed in the period.',
  },
  {
    header: 'Status',
    key: 'status',
    width: 20,
    kind: 'text',
    words: monthStatusLabels,
    colours: statusColours,
    meaning: 'Editing against the workflow’s lines.',
    allowed: Object.values(monthStatusLabels).join(', '),
  },
  {
    header: 'Finding',
    key: 'finding',
    width: 44,
    kind: 'text',
    wraps: true,
    meaning: 'What the month says, as the app says it.',
  },
  {
    header: 'Measure',
    key: 'measure',
    width: 14,
    kind: 'text',
    meaning: 'What editing is a share of. Workflows with different measures cannot be compared.',
    allowed: Object.values(measures)
      .map(({ label }) => label)
      .join(', '),
  },
  {
    header: 'Editing',
    key: 'editing',
    width: 12,
    kind: 'share',
    meaning: 'The month’s figure: the plain average of its outputs.',
  },
  { header: 'Likely low', key: 'low', width: 12, kind: 'share', meaning: 'Lower end of the likely range.' },
  { header: 'Likely high', key: 'high', width: 12, kind: 'share', meaning: 'Upper end of the likely range.' },
  {
    header: 'Month-3 level',
    key: 'monthThree',
    width: 13,
    kind: 'share',
    meaning: 'The reference that later months are compared with.',
  },
  {
    header: 'Change',
    key: 'change',
    width: 12,
    kind: 'points',
    formula: (cell) => `ROUND((ROUND(${cell('editing')},3)-ROUND(${cell('monthThree')},3))*100,1)`,
    meaning:
      'Editing less the month-3 level, in percentage points, of the figures as they are shown; a formula. A move inside the likely range can be chance. Empty until the level is settled, and where outputs were chosen by hand.',
  },
  {
    header: 'Met every standard',
    key: 'metEvery',
    width: 14,
    kind: 'count',
    meaning: 'Outputs that met every standard they were judged by.',
  },
  {
    header: 'Not fit to send',
    key: 'notFit',
    width: 12,
    kind: 'count',
    meaning: 'Outputs that missed a must-pass standard.',
  },
  {
    header: 'Satisfaction, users',
    key: 'users',
    width: 16,
    kind: 'decimal',
    meaning: 'Average of the users’ satisfaction.',
    allowed: '1 to 5',
  },
  {
    header: 'Ratings, users',
    key: 'usersCount',
    width: 12,
    kind: 'count',
    meaning: 'How many ratings the average is of.',
  },
  {
    header: 'Satisfaction, reviewer',
    key: 'reviewer',
    width: 16,
    kind: 'decimal',
    meaning: 'Average of the reviewer’s satisfaction.',
    allowed: '1 to 5',
  },
  {
    header: 'Ratings, reviewer',
    key: 'reviewerCount',
    width: 12,
    kind: 'count',
    meaning: 'How many ratings the average is of.',
  },
  {
    header: 'Outputs',
    key: 'outputs',
    width: 13,
    kind: 'count',
    meaning: 'Outputs reviewed for that month.',
  },
  {
    header: 'In a second look',
    key: 'secondLook',
    width: 12,
    kind: 'count',
    meaning:
      'How many of them a second look at the same month added, drawn at random from what was left. Empty without one.',
  },
  {
    header: 'Offered',
    key: 'offered',
    width: 11,
    kind: 'count',
    meaning: 'Outputs that people were offered in that month. Empty where nobody counts it.',
  },
  { header: 'Used', key: 'used', width: 11, kind: 'count', meaning: 'How many of them were used.' },
  {
    header: 'Share used',
    key: 'usedShare',
    width: 11,
    kind: 'share',
    formula: (cell) => `${cell('used')}/${cell('offered')}`,
    meaning: 'Used of those offered; a formula.',
  },
  {
    header: 'Months reviewed',
    key: 'months',
    width: 24,
    kind: 'text',
    wraps: true,
    meaning:
      'Of the twelve months to the end of the period: those reviewed, skipped with a reason, and missed.',
  },
  {
    header: 'Next review',
    key: 'nextReviewOn',
    width: 15,
    kind: 'date',
    meaning: 'The day by which the next review is due.',
  },
  {
    header: 'In use until',
    key: 'inUseTo',
    width: 15,
    kind: 'date',
    meaning:
      'The last day of a workflow that was retired by the end of the period. Empty while it is in use.',
  },
]

/** What the period comes to, a row for each workflow. */
export function summarySheet(model: ReviewWorkbookModel, title: string): GuidedSheet {
  return {
    name: 'Summary',
    title,
    headline: model.headline,
    notes: summaryNotes(model),
    columns: summaryColumns,
    rows: model.workflows.map((workflow) => summaryRow(workflow, model.locale)),
  }
}

function summaryRow(workflow: ReviewedWorkflow, locale: string): SheetRow {
  const { name, month, result, finding, months, nextReviewOn, inUseTo } = workflow
  const { figure } = result
  const { monthThree, quality } = finding
  const difference = shownMove(finding.moves.monthThree)
  return {
    name,
    month,
    status: finding.status,
    finding: findingHeadline(finding, locale),
    measure: measures[figure.measure].label,
    editing: figure.mean,
    low: figure.low,
    high: figure.high,
    monthThree: monthThree?.mean ?? null,
    change: difference === null ? null : roundFigure(difference * 100, pointDecimals),
    metEvery: quality.metEvery.of === 0 ? null : quality.metEvery.count,
    notFit: quality.notFit.of === 0 ? null : quality.notFit.count,
    users: quality.userSatisfaction.mean,
    usersCount: quality.userSatisfaction.n,
    reviewer: quality.reviewerSatisfaction.mean,
    reviewerCount: quality.reviewerSatisfaction.n,
    outputs: result.reviewed,
    secondLook: finding.secondLook?.added ?? null,
    ...usedCells(workflow.used.get(month)),
    months: heldWords(months),
    nextReviewOn,
    inUseTo,
  }
}

/** What the figures rest on, and whom to ask. */
function summaryNotes(model: ReviewWorkbookModel): string[] {
  const { workflows, reviews, period, ownerName, locale } = model
  const reviewed = reviews.reduce((sum, { result }) => sum + result.reviewed, 0)
  const isOfMonths = period.from !== period.to
  const named = reviews.map((review) =>
    isOfMonths ? { ...review, name: `${review.name}, ${formatMonth(review.month, locale)}` } : review,
  )
  const next = workflows.flatMap(({ nextReviewOn }) => nextReviewOn ?? []).sort()[0]
  const provisional = workflows.filter(({ finding }) => finding.monthThree?.isProvisional)
  return [
    `Period: ${periodName(period, locale)}. ${counted(reviewed)} reviewed, ${samplingOf(named)}.`,
    ...named.flatMap(exceptionsOf),
    ...(provisional.length === 0
      ? []
      : [`Month-3 level not settled yet: ${provisional.map(({ name }) => name).join(', ')}.`]),
    [contact(ownerName), nextUpdate(next, locale)].filter(Boolean).join(' '),
  ].filter(Boolean)
}

const contact = (ownerName: string) => (ownerName === '' ? '' : `Contact: ${ownerName}.`)
const nextUpdate = (day: Day | undefined, locale: string) =>
  day ? `Next update: ${formatDay(day, locale)}.` : ''
const counted = (n: number) => `${n} ${n === 1 ? 'output' : 'outputs'}`

function samplingOf(reviews: readonly WorkbookReview[]): string {
  const others = reviews.filter(({ drawMethod }) => drawMethod !== 'random')
  if (others.length === 0) return 'drawn at random'
  const labels: Readonly<Record<DrawMethod, string>> = {
    random: '',
    all: 'all there were',
    by_hand: 'chosen by hand',
  }
  const named = others.map(({ name, drawMethod }) => `${name} (${labels[drawMethod]})`).join(', ')
  return others.length === reviews.length
    ? `not drawn at random: ${named}`
    : `drawn at random except ${named}`
}

/** What is not as it should be with a workflow's sample, in a sentence. */
function exceptionsOf({ name, result }: WorkbookReview): string[] {
  const { known, unknown } = result.figure
  const parts = [
    unknown === 0 ? '' : `editing is known for ${known} of ${counted(known + unknown)}`,
    result.replaced === 0 ? '' : `${counted(result.replaced)} replaced from the reserve`,
  ].filter(Boolean)
  return parts.length === 0 ? [] : [`${name}: ${parts.join(', ')}.`]
}
