import { readFile } from 'node:fs/promises'
import { formatDay } from '../../../../shared/domain/format.ts'
import { periodName, type ReportPeriod } from '../../../../shared/domain/report/period.ts'
import { lastDayOf } from '../../../../shared/domain/time/dates.ts'
import type { Context } from '../../context.ts'
import { foundationReviewSheets } from '../../export/foundation-review.ts'
import { decisionsSheet } from '../../export/model-test.ts'
import type { Pack, PackFile } from '../../export/pack/pack.ts'
import { reviewWorkbookSheets } from '../../export/review-workbook.ts'
import type { ReviewWorkbookModel } from '../../export/review-workbook-model.ts'
import { type WorkbookOptions, writeWorkbook } from '../../export/workbook/workbook-writer.ts'

/** "2026-03", "2026-01-to-2026-03" */
export const monthsOf = ({ from, to }: ReportPeriod) => (from === to ? to : `${from}-to-${to}`)

type Made = Pick<WorkbookOptions, 'company' | 'createdAt' | 'zone' | 'signal'>

/** What a period is handed on as: the page that was shown, its workbook, and what was decided in it. */
export async function reportPack(
  { files }: Pick<Context, 'files'>,
  model: ReviewWorkbookModel,
  pageFileId: string,
  made: Made,
): Promise<Pack> {
  const { period, company, locale } = model
  const name = periodName(period, locale)
  const [from, to] = [`${period.from}-01`, lastDayOf(period.to)]
  const isIn = (day: string) => day >= from && day <= to
  const held = model.foundationReviews.filter(({ heldOn }) => isIn(heldOn))
  const tests = model.modelTests.filter(({ test }) => isIn(test.heldOn))
  const page = await readFile(files.get(pageFileId).path, 'utf8')
  files.done([pageFileId])
  const records = held.map(
    (review): PackFile => ({
      name: `foundation-review-${review.heldOn}.xlsx`,
      holds: `The record of the Foundation review of ${formatDay(review.heldOn, locale)}: what was asked, answered and decided, and who agreed.`,
      content: (path) =>
        writeWorkbook(path, foundationReviewSheets(review, { company, locale }), {
          ...made,
          title: 'Foundation review',
        }),
    }),
  )
  return {
    title: `${company}: AI workflows, ${name}`,
    intro: [model.headline, `Made on ${formatDay(model.createdAt.slice(0, 10), locale)}.`],
    files: [
      {
        name: 'leadership-page.html',
        holds: 'The page for leadership: the finding, the figures and what is to be decided, on one sheet.',
        content: page,
      },
      {
        name: `evenkeel-quality-${monthsOf(period)}.xlsx`,
        holds:
          'The workbook behind the page: every output reviewed, every issue, every change, and how each figure comes about.',
        content: (path) =>
          writeWorkbook(path, reviewWorkbookSheets(model), { ...made, title: `AI quality review ${name}` }),
      },
      ...records,
      ...(tests.length === 0
        ? []
        : [
            {
              name: 'model-test-decisions.xlsx',
              holds: 'The model tests of the period: what was compared, by which rule, and what was decided.',
              content: (path: string) =>
                writeWorkbook(path, [decisionsSheet(tests, `${company}: model tests, ${name}`)], {
                  ...made,
                  title: 'Model tests',
                }),
            },
          ]),
    ],
    missing: [
      ...(held.length === 0 ? ['No Foundation review was held in this period.'] : []),
      ...(tests.length === 0 ? ['No model test was held in this period.'] : []),
    ],
  }
}
