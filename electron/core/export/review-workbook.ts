import { formatMonth } from '../../../shared/domain/format.ts'
import { periodName } from '../../../shared/domain/report/period.ts'
import { changeColumns, changeRow } from './change-log.ts'
import { answerColumns, answerRows } from './foundation-review.ts'
import { decisionColumns, decisionsSheet } from './model-test.ts'
import { issuesSheet } from './review-issues.ts'
import { outputsSheet } from './review-outputs.ts'
import { summarySheet } from './review-summary.ts'
import { trendCharts, trendSheet } from './review-trend.ts'
import type { ReviewWorkbookModel } from './review-workbook-model.ts'
import { type GuidedSheet, guideSheet } from './workbook/workbook-guide.ts'
import type { Sheet } from './workbook/workbook-sheet.ts'

/** The reviews of a period and what led up to its end; Guide is last. Every figure is the stored one. */
export function reviewWorkbookSheets(model: ReviewWorkbookModel): Sheet[] {
  const period = periodName(model.period, model.locale)
  const end = formatMonth(model.period.to, model.locale)
  const trend = trendSheet(model)
  const sheets = [
    {
      ...summarySheet(model, `${model.company}: AI quality review, ${period}`),
      charts: trendCharts(model, trend),
    },
    trend,
    outputsSheet(model, `Outputs in the reviews of ${period}`),
    issuesSheet(model, `Issues found in the reviews of ${period}`),
    foundationSheet(model, `Foundation reviews to the end of ${end}`),
    modelTestsSheet(model, `Model tests to the end of ${end}`),
    changesSheet(model, `Changes to the end of ${end}`),
  ]
  return [...sheets, guideSheet(model, sheets)]
}

const foundationSheet = ({ foundationReviews }: ReviewWorkbookModel, title: string): GuidedSheet => ({
  name: 'Foundation',
  title,
  columns: answerColumns,
  rows: foundationReviews.flatMap(answerRows),
})

const modelTestsSheet = ({ modelTests }: ReviewWorkbookModel, title: string): GuidedSheet => ({
  ...decisionsSheet(modelTests, title),
  columns: decisionColumns,
})

const changesSheet = ({ changes }: ReviewWorkbookModel, title: string): GuidedSheet => ({
  name: 'Changes',
  title,
  columns: changeColumns,
  rows: changes.map(changeRow),
})
