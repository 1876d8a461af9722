import type { ChangeDetails, ChangeEffect } from '../../../shared/contract/changes.ts'
import type { TrendPoint, WorkflowLine, WorkflowResults } from '../../../shared/contract/results.ts'
import type { Result } from '../../../shared/contract/reviews/figures.ts'
import type { Finding } from '../../../shared/contract/reviews/findings.ts'
import type { Look } from '../../../shared/domain/effects/effect.ts'
import { aFinding } from '../../helpers/findings.ts'

const aSide = (mean: number, n: number, from: string, to: string): Look['before'] => ({
  ...{ n, mean, from, to },
  range: { low: mean - 0.05, high: mean + 0.05 },
  outputIds: [],
})

export function aLook(fields: Partial<Look> = {}): Look {
  return {
    stage: 'first_look',
    month: '2026-09',
    finishedOn: '2026-10-02',
    before: aSide(0.213, 20, '2026-07-03', '2026-08-19'),
    after: aSide(0.142, 10, '2026-08-20', '2026-09-29'),
    difference: -0.071,
    noise: 0.03,
    verdict: 'better',
    why: null,
    ...fields,
  }
}

/** A look that tells nothing, for want of outputs before. */
export const anUntoldLook = (fields: Partial<Look> = {}): Look =>
  aLook({ difference: null, noise: null, verdict: 'cannot_be_told', why: 'few_before', ...fields })

export function anEffect(fields: Partial<ChangeEffect> = {}): ChangeEffect {
  return {
    workflowId: 1,
    workflowName: 'Customer replies',
    state: 'measured',
    countsFrom: '2026-08-20',
    isTeamOnly: false,
    rolledBackBy: null,
    sharedWith: [],
    looks: [aLook()],
    nextChange: null,
    keptOn: null,
    waitingFor: '2026-10',
    recordedBefore: null,
    recordedAfter: null,
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
    isStartingPoint: false,
    plan: null,
    recordedAt: '2026-08-21T09:00:00.000Z',
    effects: [anEffect()],
    signals: [],
    foundationReview: null,
    liveSteps: null,
    contexts: [{ workflowId: 1, lines: { target: 0.15, update: 0.2 }, againstMonthThree: 'about_the_same' }],
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

export const aLevel = (mean: number, isProvisional = false): Finding['monthThree'] => ({
  months: ['2026-04', '2026-05'],
  mean,
  n: 20,
  basis: 'go_live',
  isProvisional,
})

/** Seven of ten outputs met every standard, and the ratings of two sides. */
export const someQuality: Finding['quality'] = {
  metEvery: { count: 7, of: 10, range: { low: 0.397, high: 0.892 } },
  notFit: { count: 1, of: 10, range: { low: 0.018, high: 0.404 } },
  userSatisfaction: { mean: 4.2, n: 1 },
  reviewerSatisfaction: { mean: 3.1, n: 10 },
}

export function aLine(fields: Partial<WorkflowLine> = {}): WorkflowLine {
  return {
    workflowId: 1,
    name: 'Customer replies',
    stage: 'production',
    processOwner: 'Ana Lind',
    measure: 'minutes',
    finding: aFinding({
      figure: { mean: 0.1234, range: { low: 0.08, high: 0.17 }, known: 9, unknown: 1 },
      monthThree: aLevel(0.119),
    }),
    spark: [
      { month: '2026-09', mean: 0.14 },
      { month: '2026-10', mean: 0.1234 },
    ],
    nextMonth: '2026-11',
    nextReviewOn: '2026-12-07',
    ...fields,
  }
}

export function someResults(fields: Partial<WorkflowResults> = {}): WorkflowResults {
  const point = (month: string, reviewId: number, result: Result, finding: Finding): TrendPoint => ({
    reviewId,
    month,
    finishedOn: `${month}-28`,
    drawMethod: 'random',
    poolCount: 60,
    result,
    finding,
    origin: { cause: 'finish', computedAt: `${month}-28T09:00:00.000Z` },
  })
  return {
    workflowId: 1,
    measure: 'minutes',
    targetLine: 0.15,
    updateLine: 0.2,
    points: [
      point('2026-09', 31, aResult({}, { mean: 0.18 }), aFinding({ status: 'watch' })),
      point('2026-10', 32, aResult(), aFinding({ quality: someQuality })),
    ],
    nextReview: { month: '2026-11', due: '2026-12-07', isOverdue: false },
    finding: aFinding(),
    levelToday: null,
    segments: [],
    markers: [],
    issues: [],
    ...fields,
  }
}
