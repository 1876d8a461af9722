import { parentPort } from 'node:worker_threads'
import { previewTable } from '../../electron/core/import/preview.ts'
import { readTable } from '../../electron/core/import/read-rows.ts'
import { openOutputs } from '../../electron/core/import/records/open-outputs.ts'
import type { SourceFile } from '../../electron/core/import/table.ts'
import { AppError } from '../../shared/errors.ts'

/** What became of one file: accepted, refused with its sentence, or broken. */
export type Outcome = { kind: 'accepted' | 'refused' | 'crash'; message: string }

/** Previews and reads a file as the import worker does, and checks that the two agree. */
async function tryFile(file: SourceFile): Promise<Outcome> {
  try {
    const preview = await previewTable(await openOutputs([file], {}), file.name)
    const mapping = preview.guess.aiText === undefined ? { ...preview.guess, aiText: 0 } : preview.guess
    const request = { mapping, dateOrder: preview.dateOrder }
    let delivered = 0
    let left = 0
    const counts = await readTable(await openOutputs([file], {}), request, file.name, async (batch) => {
      delivered += batch.rows.length
      left += batch.problems.filter((problem) => !problem.kept && problem.reason.length > 20).length
    })
    const agree = counts.rowCount === preview.rowCount && counts.keptCount === delivered
    if (!agree || counts.keptCount + left !== counts.rowCount) {
      return {
        kind: 'crash',
        message: `Counts differ: ${JSON.stringify({ ...counts, preview: preview.rowCount, delivered, left })}`,
      }
    }
    return { kind: 'accepted', message: '' }
  } catch (error) {
    if (error instanceof AppError) return { kind: 'refused', message: error.message }
    return { kind: 'crash', message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

parentPort?.on('message', async (file: SourceFile) => {
  parentPort?.postMessage(await tryFile(file))
})
