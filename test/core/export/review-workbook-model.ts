import type {
  OutputRow,
  ReviewedWorkflow,
  ReviewWorkbookModel,
  WorkbookIssue,
} from '../../../electron/core/export/review-workbook-model.ts'
import type { Change } from '../../../shared/contract/changes.ts'
import type { TrendPoint } from '../../../shared/contract/results.ts'
import type { Figure, Result } from '../../../shared/contract/reviews/figures.ts'
import type { Finding } from '../../../shared/contract/reviews/findings.ts'
import type { ReviewItem } from '../../../shared/contract/reviews/reviews.ts'
import { monthPeriod } from '../../../shared/domain/report/period.ts'
import { aFinding } from '../../helpers/findings.ts'

const standards = ['Accurate', 'Right tone', 'Safe to send'].map((name, index) => ({
  id: index + 1,
  name,
  description: `${name}, whatever the request.`,
  isMustPass: name === 'Safe to send',
}))

const aFigure = (more: Partial<Figure> = {}): Figure => ({
  measure: 'text',
  mean: 0.1785,
  low: 0.112,
  high: 0.251,
  known: 10,
  unknown: 0,
  targetLine: 0.15,
  updateLine: 0.2,
  byHandMinutes: null,
  ruleVersion: 'editing 1, status 1',
  standardsVersion: 2,
  ...more,
})

export const aResult = (figure: Partial<Figure> = {}, more: Partial<Result> = {}): Result => ({
  figure: aFigure(figure),
  reviewed: 10,
  standardsMet: 23,
  standardsJudged: 25,
  notFitToSend: 1,
  satisfactionUsers: 4.25,
  satisfactionReviewer: null,
  replaced: 0,
  flagged: 1,
  topIssue: null,
  secondsUsed: 1800,
  ...more,
})

const noQuality = aFinding().quality

const movedBy = (difference: number | null): Finding['moves'] => {
  const { moves } = aFinding()
  return { ...moves, monthThree: { ...moves.monthThree, difference } }
}

const aLevel = (mean: number, isProvisional = false): Finding['monthThree'] => ({
  months: ['2025-12'],
  mean,
  n: 10,
  basis: 'go_live',
  isProvisional,
})

const aPoint = (month: string, mean: number | null): TrendPoint => ({
  ...{
    reviewId: 1,
    month,
    finishedOn: `${month}-28`,
    drawMethod: 'random',
    poolCount: 60,
    finding: aFinding(),
  },
  result: aResult({ mean }),
  origin: { cause: 'finish', computedAt: `${month}-28T10:00:00Z` },
})

export const replies: ReviewedWorkflow = {
  reviewId: 1,
  workflowId: 1,
  month: '2026-03',
  name: 'Customer replies',
  result: aResult(),
  finding: aFinding({
    status: 'watch',
    monthThree: aLevel(0.137),
    moves: movedBy(0.1785 - 0.137),
    quality: {
      ...noQuality,
      metEvery: { count: 7, of: 10, range: null },
      userSatisfaction: { mean: 4.25, n: 4 },
    },
  }),
  nextReviewOn: '2026-04-30',
  inUseTo: null,
  months: { held: 4, skipped: 1, missed: 0 },
  used: new Map([['2026-03', { used: 412, offered: 480 }]]),
  drawMethod: 'random',
  finishedOn: '2026-03-30',
  points: [aPoint('2026-01', 0.21), aPoint('2026-02', null), aPoint('2026-03', 0.1785)],
  standards,
}

export const proposals: ReviewedWorkflow = {
  ...replies,
  reviewId: 2,
  workflowId: 2,
  name: 'Proposals',
  result: aResult(
    { measure: 'minutes', byHandMinutes: 90, mean: 0.25, known: 9, unknown: 1 },
    { satisfactionUsers: null, satisfactionReviewer: 3.5, replaced: 1 },
  ),
  finding: aFinding({
    status: 'update_suggested',
    sample: 'by_hand',
    monthThree: aLevel(0.25, true),
    moves: movedBy(null),
    quality: { ...noQuality, reviewerSatisfaction: { mean: 3.5, n: 10 } },
  }),
  used: new Map(),
  drawMethod: 'by_hand',
  finishedOn: '2026-03-31',
}

export const anItem = (more: Partial<ReviewItem> = {}): ReviewItem => ({
  id: 11,
  position: 1,
  rev: 3,
  output: {
    id: 101,
    request: '=Where is order 17?',
    aiText: 'Your order is on its way.',
    finalText: 'Your order arrives tomorrow.',
    occurredOn: '2026-03-04',
    externalId: 'T-17',
    person: 'Alex Jones',
    copies: 1,
  },
  marks: standards.map(({ id }) => ({
    standardId: id,
    verdict: 'met',
    issueType: null,
    section: null,
    sectionId: null,
    note: '',
  })),
  satisfaction: 4,
  ratedBy: 'user',
  editMinutes: null,
  minutesSource: null,
  isFlagged: false,
  note: 'A good one',
  isDone: true,
  editing: 1 / 3,
  wordsChanged: 2,
  wordsLonger: 6,
  ...more,
})

const notSafe = anItem().marks.map((mark) =>
  mark.standardId === 3
    ? { ...mark, verdict: 'not_met' as const, issueType: 'Made up' }
    : { ...mark, verdict: 'not_applicable' as const },
)

const outputs: OutputRow[] = [
  { reviewId: 1, item: anItem() },
  {
    reviewId: 2,
    item: anItem({
      output: { ...anItem().output, id: 102, occurredOn: null, finalText: null },
      marks: notSafe,
      satisfaction: 2,
      ratedBy: 'reviewer',
      editMinutes: 12.5,
      minutesSource: 'estimate',
      isFlagged: true,
      editing: 12.5 / 90,
      wordsChanged: null,
      wordsLonger: null,
    }),
  },
  {
    reviewId: 2,
    item: anItem({
      output: { ...anItem().output, id: 103 },
      marks: [],
      satisfaction: null,
      editing: null,
      wordsChanged: null,
      wordsLonger: null,
    }),
  },
]

const issue: WorkbookIssue = {
  id: 7,
  reviewId: 2,
  outputId: 102,
  standard: 'Safe to send',
  type: 'Made up',
  section: 'Rules',
  note: '@Dana: there is no such discount',
  isMustPass: true,
  linkedChange: null,
}

export const change: Change = {
  number: 4,
  onDate: '2026-02-11',
  workflowIds: [1, 2],
  workflowNames: ['Customer replies', 'Proposals'],
  kind: 'foundation',
  what: 'Returns policy reworded',
  from: '=14 days',
  to: '30 days',
  why: 'The policy changed',
  decidedBy: 'Dana Smith',
  approvedBy: '',
  reverts: null,
  revertedBy: null,
  documentId: null,
  isAutomatic: false,
  isMeasureChange: false,
  isStartingPoint: false,
  plan: null,
  recordedAt: '2026-02-11T09:12:33Z',
}

export const aModel = (more: Partial<ReviewWorkbookModel> = {}): ReviewWorkbookModel => ({
  company: 'Northwind Ltd',
  ownerName: 'Dana Smith',
  period: monthPeriod('2026-03'),
  createdAt: '2026-03-31T13:02:00Z',
  zone: 'Europe/London',
  locale: 'en-GB',
  appVersion: '0.1.0',
  headline: 'Proposals need an update.',
  workflows: more.workflows ?? [replies, proposals],
  reviews: more.workflows ?? [replies, proposals],
  outputs,
  issues: [issue],
  foundationReviews: [],
  modelTests: [],
  changes: [
    change,
    { ...change, number: 5, before: 0.25, after: 0.125, verdict: 'Better', isAutomatic: true },
  ],
  withTexts: false,
  ...more,
})
