import { writeFileSync } from 'node:fs'
import type { Context } from '../../context.ts'
import type { Handlers } from '../../handlers.ts'
import { rejectsCsv } from '../../import/rejects.ts'
import type { Imports } from '../imports/service.ts'

const csvType = 'text/csv; charset=utf-8'
const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

type Needs = { imports: Imports }

/** Files for saving. Every figure in them is the stored one, as on screen. */
export function createExports({ files }: Context, { imports }: Needs): Handlers<'exports'> {
  return {
    workbook() {
      throw new Error(`not yet ${xlsxType}`)
    },
    changeLog() {
      throw new Error('not yet')
    },
    importProblems({ importId }) {
      const { name, problems } = imports.problemsOf(importId)
      const file = files.make(`problems in ${name.replace(/\.[^.]*$/, '')}.csv`, csvType)
      writeFileSync(file.path, rejectsCsv(problems))
      return { fileId: file.id, name: file.name }
    },
  }
}
