import { writeFileSync } from 'node:fs'
import type { Context } from '../../context.ts'
import { makeListFile } from '../../export/list-file.ts'
import { writePack } from '../../export/pack/pack.ts'
import { reviewWorkbookSheets } from '../../export/review-workbook.ts'
import { writeWorkbook } from '../../export/workbook/workbook-writer.ts'
import type { Handlers } from '../../handlers.ts'
import { rejectsCsv } from '../../import/rejects.ts'
import type { Documents } from '../documents/service.ts'
import type { Imports } from '../imports/service.ts'
import { writeEverything } from './everything.ts'
import { evidencePack } from './evidence-pack.ts'
import { foundationFile } from './foundation-file.ts'
import { type ListSources, listOf } from './lists.ts'
import { monthsOf, reportPack } from './report-pack.ts'
import { reviewModel, type Sources } from './review-model.ts'

const csvType = 'text/csv; charset=utf-8'
const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Files for saving. Every figure in them is the stored one, as on screen. */
export function createExports(
  context: Context,
  sources: Sources & ListSources & { imports: Imports; documents: Pick<Documents, 'sections'> },
): Handlers<'exports'> {
  const { files, jobs, clock, appVersion } = context
  const originOf = () => ({
    company: sources.company.name(),
    createdAt: clock.now(),
    zone: clock.zone(),
  })

  return {
    async workbook({ withTexts, ...period }, { locale }) {
      const model = await reviewModel(context, sources, { period, withTexts, locale })
      const total = model.reviews.reduce((sum, { result }) => sum + result.reviewed, 0)
      const jobId = jobs.start('workbook', async ({ report, signal }) => {
        const file = files.make(`evenkeel-quality-${monthsOf(period)}.xlsx`, xlsxType)
        await writeWorkbook(file.path, reviewWorkbookSheets(model), {
          ...originOf(),
          title: `AI quality review ${monthsOf(period)}`,
          signal,
          onProgress: (rows) => report(Math.min(rows, total), total),
        })
        return { fileId: file.id, fileName: file.name }
      })
      return { jobId }
    },
    async reportPack({ pageFileId, ...period }, { locale }) {
      const model = await reviewModel(context, sources, { period, withTexts: false, locale })
      const jobId = jobs.start('pack', async (control) => {
        const made = { ...originOf(), signal: control.signal }
        const pack = await reportPack(context, model, pageFileId, made)
        const file = files.make(`evenkeel-report-${monthsOf(period)}.zip`, 'application/zip')
        await writePack(file.path, pack, control)
        return { fileId: file.id, fileName: file.name }
      })
      return { jobId }
    },
    async evidencePack(_input, call) {
      const day = clock.today()
      const jobId = jobs.start('pack', async (control) => {
        const made = originOf()
        const about = { ...made, appVersion, locale: call.locale, today: day }
        const options = { ...made, signal: control.signal }
        const pack = await evidencePack(context, sources, about, options, call)
        const file = files.make(`evenkeel-evidence-${day}.zip`, 'application/zip')
        await writePack(file.path, pack, control)
        return { fileId: file.id, fileName: file.name }
      })
      return { jobId }
    },
    everything() {
      const jobId = jobs.start('pack', async (control) => {
        const file = files.make(`evenkeel-everything-${clock.today()}.zip`, 'application/zip')
        const working = files.make('evenkeel.db', 'application/octet-stream')
        await writeEverything(context.db, { path: file.path, working: working.path }, control)
        return { fileId: file.id, fileName: file.name }
      })
      return { jobId }
    },
    async list({ list, format }, call) {
      const origin = originOf()
      const about = { ...origin, appVersion, locale: call.locale, today: clock.today() }
      return makeListFile(files, await listOf(sources, list, about, call), format, origin)
    },
    longList({ list, format }, call) {
      const origin = originOf()
      const about = { ...origin, appVersion, locale: call.locale, today: clock.today() }
      const total = list.kind === 'activity' ? sources.activity.countOf(list.filter) : 0
      const jobId = jobs.start('workbook', async ({ report, signal }) => {
        const made = await makeListFile(files, await listOf(sources, list, about, call), format, {
          ...origin,
          signal,
          onProgress: (rows) => report(Math.min(rows, total), total),
        })
        return { fileId: made.fileId, fileName: made.name }
      })
      return { jobId }
    },
    foundation: ({ format }, { locale }) =>
      foundationFile(context, sources.documents, { format, company: sources.company.name(), locale }),
    importProblems({ importId }) {
      const { name, problems } = sources.imports.problemsOf(importId)
      const file = files.make(`problems in ${name.replace(/\.[^.]*$/, '')}.csv`, csvType)
      writeFileSync(file.path, rejectsCsv(problems), { mode: 0o600 })
      return { fileId: file.id, name: file.name }
    },
  }
}
