import type { ChangeDetails, ChangeEffect, MeasuredMonth } from '../../../shared/contract/changes.ts'
import type { WorkflowLine, WorkflowResults } from '../../../shared/contract/results.ts'
import type { Result } from '../../../shared/contract/reviews.ts'

export function aMonth(mean: number, month = '2026-08'): MeasuredMonth {
  return { month, mean, low: mean - 0.05, high: mean + 0.05, known: 10 }
}

export function anEffect(fields: Partial<ChangeEffect> = {}): ChangeEffect {
  return {
    workflowId: 1,
    workflowName: 'Customer replies',
    before: aMonth(0.213),
    after: aMonth(0.142, '2026-09'),
    recordedBefore: null,
    recordedAfter: null,
    verdict: 'better',
    noise: 0.03,
    isShared: false,
    dueMonth: null,
    ...fields,
  }
}

export function aChange(fields: Partial<ChangeDetails> = {}): ChangeDetails {
  return {
    number: 12,
    onDate: '2026-08-20',
    workflowIds: [1],
    workflowNames: ['Customer replies'],
    kind: 'prompt',
    what: 'Shorter greetings',
    from: 'Dear customer',
    to: 'Hello',
    why: 'They read stiffly.',
    decidedBy: 'Dana Whitfield',
    approvedBy: 'Ola Berg',
    reverts: null,
    revertedBy: null,
    documentId: null,
    isAutomatic: false,
    isMeasureChange: false,
    recordedAt: '2026-08-21T09:00:00.000Z',
    effects: [anEffect()],
    signals: [],
    foundationReview: null,
    liveSteps: null,
    ...fields,
  }
}

const aFigure: Result['figure'] = {
  measure: 'minutes',
  mean: 0.1234,
  low: 0.08,
  high: 0.17,
  known: 9,
  unknown: 1,
  targetLine: 0.15,
  updateLine: 0.2,
  status: 'on_target',
  ruleVersion: 'R3',
  byHandMinutes: 20,
  standardsVersion: 1,
}

export function aResult(fields: Partial<Result> = {}, figure: Partial<Result['figure']> = {}): Result {
  return {
    figure: { ...aFigure, ...figure },
    reviewed: 10,
    replaced: 0,
    standardsMet: 27,
    standardsJudged: 30,
    notFitToSend: 1,
    satisfactionUsers: 4.2,
    satisfactionReviewer: 3.1,
    topIssue: null,
    secondsUsed: 1800,
    ...fields,
  } as Result
}

export function aLine(fields: Partial<WorkflowLine> = {}): WorkflowLine {
  return {
    workflowId: 1,
    name: 'Customer replies',
    stage: 'production',
    processOwner: 'Ana Lind',
    measure: 'minutes',
    status: 'on_target',
    latest: aResult().figure,
    latestMonth: '2026-10',
    monthThree: { month: '2026-02', mean: 0.119, isProvisional: false },
    spark: [
      { month: '2026-09', mean: 0.14 },
      { month: '2026-10', mean: 0.1234 },
    ],
    nextReviewOn: '2026-12-07',
    ...fields,
  }
}

export function someResults(fields: Partial<WorkflowResults> = {}): WorkflowResults {
  const point = (month: string, reviewId: number, result: Result) =>
    ({ reviewId, month, finishedOn: `${month}-28`, drawMethod: 'random', result }) as const
  return {
    workflowId: 1,
    measure: 'minutes',
    targetLine: 0.15,
    updateLine: 0.2,
    points: [
      point('2026-09', 31, aResult({}, { mean: 0.18, status: 'watch' })),
      point('2026-10', 32, aResult()),
    ],
    monthThree: { month: '2026-02', mean: 0.1, isProvisional: false },
    markers: [],
    title: 'On target',
    meaning: null,
    issues: [],
    ...fields,
  }
}
