import { createHash, hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type {
  ColumnMapping,
  ImportPreview,
  ImportSummary,
  ReadingChoice,
  RowProblem,
} from '../../../../shared/contract/imports.ts'
import { isByReference } from '../../../../shared/domain/reviews/by-reference.ts'
import { plainText } from '../../../../shared/domain/text/plain-text.ts'
import { monthAfterImport } from '../../../../shared/domain/time/months.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { Context } from '../../context.ts'
import type { Handlers } from '../../handlers.ts'
import { outputRows } from '../../import/kinds/outputs.ts'
import { createLastSeen } from '../../import/last-seen.ts'
import type { ImportReader, SourceFile } from '../../import/reader.ts'
import { assertChosen } from '../../import/table-import.ts'
import type { JobControl } from '../../jobs.ts'
import type { Bin } from '../bin/service.ts'
import type { Months } from '../months/service.ts'
import type { Outputs } from '../outputs/service.ts'
import type { Reviews } from '../reviews/service.ts'
import type { Workflows } from '../workflows/service.ts'
import { createImportsRepository, type ImportRow, type Remembered } from './repository.ts'
import { createImportRun, type ImportPlan } from './run.ts'

const shownProblems = 200

export type Imports = Handlers<'imports'> & {
  problemsOf: (importId: number) => { name: string; problems: RowProblem[] }
  /** Drops what an import that was cut off had brought in so far. Call once after opening. */
  tidyUp: () => void
  /** Keeps rows that were not read from a file; returns the import's id. */
  bring: ReturnType<typeof createImportRun>['bring']
}

type Needs = {
  outputs: Outputs
  workflows: Workflows
  reader: ImportReader
  months: Pick<Months, 'of'>
  reviews: Pick<Reviews, 'completeItems'>
  bin: Pick<Bin, 'keep' | 'hold'>
}

export function createImports(context: Context, needs: Needs): Imports {
  const { db, clock, jobs, files } = context
  const { outputs, workflows, reader } = needs
  const command = context.commands('imports')
  const repository = createImportsRepository(db)
  const run = createImportRun(context, repository, outputs, reader, needs.reviews.completeItems)

  const find = (id: number) => {
    const row = repository.find(id)
    if (!row) throw new AppError('NOT_FOUND', 'That import is not here.')
    return row
  }

  function summary(row: ImportRow): ImportSummary {
    const months = outputs.ofImport(row.id)
    const rows = months.map(({ month, count }) => ({ month, rows: count }))
    const total = (pick: (month: (typeof months)[number]) => number) =>
      months.reduce((sum, month) => sum + pick(month), 0)
    return {
      id: row.id,
      workflowId: row.workflow_id,
      name: row.name,
      format: row.format,
      state: row.state,
      importedAt: row.imported_at,
      rowCount: row.row_count,
      keptCount: row.kept_count,
      completedCount: row.completed_count,
      duplicateCount: row.duplicate_count,
      alreadyInCount: row.already_in_count,
      otherMonthCount: row.other_month_count,
      problemCount: repository.problemCount(row.id),
      problems: repository.problems(row.id, shownProblems),
      withFinalCount: total((month) => month.with_final),
      withDateCount: total((month) => month.with_date),
      withTextCount: total((month) => month.with_text),
      months: months.map(({ month, count }) => ({ month, count })),
      leadsTo: rows.length === 0 ? null : monthAfterImport(rows, needs.months.of(row.workflow_id)),
      canTakeBack: row.state === 'done' && !outputs.isUsed(row.id),
    }
  }

  const lastSeen = createLastSeen<ImportPreview>()
  const lastSummed = createLastSeen<string>()
  const shaOf = (from: readonly SourceFile[]) =>
    lastSummed.of(
      from.map(({ path }) => path),
      () => contentSha(from),
    )

  const previewOf = (from: readonly SourceFile[], choice: ReadingChoice, signal?: AbortSignal) => {
    const reading = readingOf(choice)
    return lastSeen.of([from.map(({ path }) => path), reading], () => reader.preview(from, reading, signal))
  }

  const sources = (fileIds: readonly string[]): SourceFile[] =>
    fileIds.map((id) => {
      const { path, name } = files.get(id)
      return { path, name }
    })

  // One after the other: what one leaves out as known already must not leave with another that is cancelled.
  let lastTurn: Promise<unknown> = Promise.resolve()

  const inTurn = (bring: (control: JobControl) => Promise<{ importId: number }>) =>
    jobs.start('import', (control) => {
      const turn = lastTurn.then(() => bring(control))
      lastTurn = turn.catch(() => {})
      return turn
    })

  const assertNoneRunning = () => {
    run.discardLeftovers()
    if (repository.unfinished().length === 0) return
    throw new AppError(
      'CONFLICT',
      'A file is being imported right now. Wait until it is in, or cancel it, then try again.',
    )
  }

  function assertRemovable(id: number): ImportRow {
    assertNoneRunning()
    const row = find(id)
    if (row.state !== 'done') throw new AppError('CONFLICT', 'This import was taken back already.')
    if (outputs.isUsed(id)) {
      throw new AppError(
        'CONFLICT',
        'A review uses outputs of this import, so they stay. Set single outputs aside in the review instead.',
      )
    }
    return row
  }

  needs.bin.hold('import', {
    clash: (name) =>
      `Outputs of ${name} came in again since. Delete that later import first, then put this one back.`,
    back(id) {
      if (!outputs.canComplete(id)) {
        throw new AppError('CONFLICT', 'It added to outputs that were deleted later. Put those back first.')
      }
      needs.reviews.completeItems(outputs.complete(id))
      repository.setState(id, 'done')
      command.log({ action: 'put_back', entity: 'import', entityId: id, before: null, after: find(id) })
    },
  })

  return {
    problemsOf: (importId) => ({
      name: find(importId).name,
      problems: repository.problems(importId, -1),
    }),
    bring: run.bring,
    tidyUp: run.discardLeftovers,
    async preview({ workflowId, fileIds, ...choice }, { signal }) {
      workflows.find(workflowId)
      const from = sources(fileIds)
      const preview = await previewOf(from, choice, signal)
      const known = repository.remembered(workflowId, columnsSha(preview))
      const before = repository.sameContent(workflowId, await shaOf(from))
      return {
        ...preview,
        guess: known ? withFilled(known, preview) : preview.guess,
        rivals: known ? null : preview.rivals,
        dateOrder: isTold(preview, known?.mapping)
          ? preview.dateOrder
          : (known?.dateOrder ?? preview.dateOrder),
        orderBefore: known?.dateOrder ?? null,
        isRemembered: known !== undefined,
        importedBefore: before ? { id: before.id, importedAt: before.imported_at } : null,
      }
    },
    count({ workflowId, fileIds, ...choice }, { signal }) {
      workflows.find(workflowId)
      assertReadable(choice.mapping)
      return run.count({ ...choice, workflowId }, sources(fileIds), signal)
    },
    start({ workflowId, fileIds, ...choice }) {
      workflows.find(workflowId)
      assertReadable(choice.mapping)
      const from = sources(fileIds)
      const jobId = inTurn(async (control) => {
        const preview = await previewOf(from, choice, control.signal)
        const plan: ImportPlan = {
          ...choice,
          workflowId,
          name: nameOf(from),
          contentSha: await shaOf(from),
          format: preview.format,
        }
        const importId = await run.run(plan, from, control)
        command.unlogged(() =>
          repository.remember(workflowId, columnsSha(preview), {
            ...choice,
            emptyColumns: preview.columns.filter(({ filled }) => filled === 0).map(({ index }) => index),
          }),
        )
        files.done(fileIds)
        return { importId }
      })
      return { jobId }
    },
    paste({ workflowId, month, pairs }) {
      workflows.find(workflowId)
      assertNoneRunning()
      const id = run.bring(
        { workflowId, name: 'Pasted', format: 'pasted', undatedMonth: month },
        pairs.map((pair, index) => ({
          row: index + 1,
          aiText: readable(pair.aiText),
          finalText: pair.finalText ? readable(pair.finalText) : null,
          request: pair.request ? readable(pair.request) : null,
          occurredOn: null,
          externalId: null,
          person: null,
          editMinutes: null,
          satisfaction: null,
        })),
      )
      return summary(find(id))
    },
    get: ({ id }) => summary(find(id)),
    list: ({ workflowId }) => repository.ofWorkflow(workflowId).map(summary),
    async remove({ id }) {
      assertRemovable(id)
      await context.backUp('before deleting an import')
      command(() => {
        const before = assertRemovable(id)
        const what = { kind: 'import', entityId: id, name: before.name } as const
        needs.reviews.completeItems(needs.bin.keep(what, () => outputs.removeOf(id)))
        repository.setState(id, 'removed')
        command.log({
          action: 'remove',
          entity: 'import',
          entityId: String(id),
          before,
          after: { at: clock.now() },
        })
      })
      return summary(find(id))
    },
  }
}

/** A file needs the column of the AI texts, or that of the IDs or links alone. */
function assertReadable(mapping: ColumnMapping) {
  if (!isByReference(mapping)) assertChosen(outputRows.fields, mapping)
}

/** The mapping of last time, and what is guessed of columns that were empty then. */
function withFilled({ mapping, emptyColumns }: Remembered, { guess, columns }: ImportPreview): ColumnMapping {
  const isNew = (index: number) =>
    emptyColumns.includes(index) && columns.some((column) => column.index === index && column.filled > 0)
  const taken = Object.values(mapping)
  const offered = Object.entries(guess).filter(
    ([field, index]) => !(field in mapping) && !taken.includes(index) && isNew(index),
  )
  return { ...mapping, ...Object.fromEntries(offered) }
}

const columnsSha = ({ columns }: ImportPreview) =>
  hash('sha256', JSON.stringify(columns.map((column) => column.name)))

/** Whether the dates of a file themselves say their order, so that what was chosen last time does not count. */
function isTold({ dates, guess }: ImportPreview, mapping = guess): boolean {
  const evidence = dates.find(({ column }) => column === mapping.occurredOn)?.evidence
  return evidence !== undefined && evidence !== 'open' && evidence !== 'none'
}

/** How a file is to be read, without what else was chosen. */
const readingOf = ({ sheet, headerRow, withHidden, encoding }: ReadingChoice): ReadingChoice => ({
  sheet,
  headerRow,
  withHidden,
  encoding,
})

const nameOf = (files: readonly SourceFile[]) =>
  files.length === 1 ? (files[0]?.name ?? '') : `${files[0]?.name} and ${files.length - 1} more`

async function contentSha(files: readonly SourceFile[]): Promise<string> {
  const sums: string[] = []
  for (const { path } of files) {
    const digest = createHash('sha256')
    await pipeline(createReadStream(path), digest)
    sums.push(digest.digest('hex'))
  }
  return hash('sha256', sums.sort().join())
}

/** A pasted text as people read it; one that is nothing but markup stays. */
const readable = (text: string) => plainText(text) || text
