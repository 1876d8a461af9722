import { writeFileSync } from 'node:fs'
import type { ReportPeriod } from '../../../../shared/domain/report/period.ts'
import type { Context } from '../../context.ts'
import { changeLogCsv, changeLogSheet, loggedChanges } from '../../export/change-log.ts'
import { foundationReviewSheets } from '../../export/foundation-review.ts'
import { registerSheets } from '../../export/register.ts'
import { reviewWorkbookSheets } from '../../export/review-workbook.ts'
import { writeWorkbook } from '../../export/workbook/workbook-writer.ts'
import type { Handlers } from '../../handlers.ts'
import { rejectsCsv } from '../../import/rejects.ts'
import type { Imports } from '../imports/service.ts'
import type { Register } from '../register/service.ts'
import { reviewModel, type Sources } from './review-model.ts'

const csvType = 'text/csv; charset=utf-8'
const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** "2026-03", "2026-01-to-2026-03" */
const monthsOf = ({ from, to }: ReportPeriod) => (from === to ? to : `${from}-to-${to}`)

/** Files for saving. Every figure in them is the stored one, as on screen. */
export function createExports(
  context: Context,
  sources: Sources & {
    imports: Imports
    register: Pick<Register, 'all'>
  },
): Handlers<'exports'> {
  const { files, jobs, clock } = context
  const companyName = sources.company.name
  const optionsOf = (title: string) => ({
    title,
    company: companyName(),
    createdAt: clock.now(),
    zone: clock.zone(),
  })

  return {
    workbook({ withTexts, ...period }, { locale }) {
      const model = reviewModel(context, sources, { period, withTexts, locale })
      const total = model.reviews.reduce((sum, { result }) => sum + result.reviewed, 0)
      const jobId = jobs.start('workbook', async ({ report, signal }) => {
        const file = files.make(`evenkeel-quality-${monthsOf(period)}.xlsx`, xlsxType)
        await writeWorkbook(file.path, reviewWorkbookSheets(model), {
          ...optionsOf(`AI quality review ${monthsOf(period)}`),
          signal,
          onProgress: (rows) => report(Math.min(rows, total), total),
        })
        return { fileId: file.id, fileName: file.name }
      })
      return { jobId }
    },
    async changeLog({ format }) {
      const day = clock.today()
      const changes = sources.effects.all().flatMap(loggedChanges)
      if (format === 'csv') {
        const file = files.make(`evenkeel-changes-${day}.csv`, csvType)
        writeFileSync(file.path, changeLogCsv(changes), { mode: 0o600 })
        return { fileId: file.id, name: file.name }
      }
      const file = files.make(`evenkeel-changes-${day}.xlsx`, xlsxType)
      await writeWorkbook(file.path, [changeLogSheet(changes, companyName())], optionsOf('Change log'))
      return { fileId: file.id, name: file.name }
    },
    async foundationReview({ id }, { locale }) {
      const review = sources.foundationReviews.read(id, locale)
      const name = review.state === 'finished' ? 'foundation-review' : 'foundation-pre-read'
      const file = files.make(`evenkeel-${name}-${review.heldOn}.xlsx`, xlsxType)
      const sheets = foundationReviewSheets(review, { company: companyName(), locale })
      await writeWorkbook(file.path, sheets, optionsOf('Foundation review'))
      return { fileId: file.id, name: file.name }
    },
    async register(_input, call) {
      const entries = await sources.register.all(call)
      const company = companyName()
      const options = optionsOf(`${company}: register`)
      const origin = { ...options, appVersion: context.appVersion, locale: call.locale }
      const file = files.make(`evenkeel-register-${clock.today()}.xlsx`, xlsxType)
      await writeWorkbook(file.path, registerSheets(entries, origin), options)
      return { fileId: file.id, name: file.name }
    },
    importProblems({ importId }) {
      const { name, problems } = sources.imports.problemsOf(importId)
      const file = files.make(`problems in ${name.replace(/\.[^.]*$/, '')}.csv`, csvType)
      writeFileSync(file.path, rejectsCsv(problems), { mode: 0o600 })
      return { fileId: file.id, name: file.name }
    },
  }
}
