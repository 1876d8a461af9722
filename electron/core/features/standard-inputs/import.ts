import type { RowProblem } from '../../../../shared/contract/imports.ts'
import type { InputMapping, StandardInput } from '../../../../shared/contract/standard-inputs.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { Context } from '../../context.ts'
import { write } from '../../db/write.ts'
import type { Handlers } from '../../handlers.ts'
import { type NamedColumns, namedColumns } from '../../import/columns/named-columns.ts'
import type { ImportReader } from '../../import/reader.ts'
import { quoted } from '../../import/refuse.ts'
import {
  type InputColumn,
  inputColumnNames,
  type ReadInput,
  readInput,
} from '../../import/values/input-values.ts'
import type { Workflows } from '../workflows/service.ts'
import { inputName } from './input-name.ts'
import { inputKey, type NewInput, type StandardInputsRepository } from './repository.ts'

type Needs = {
  repository: StandardInputsRepository
  reader: Pick<ImportReader, 'table'>
  workflows: Pick<Workflows, 'find'>
  add: (input: NewInput) => StandardInput
  assertRoom: (workflowId: number, more: number) => void
}
type InputFile = NamedColumns<InputColumn> & { sheets: string[] }
type Outcome = { inputs: ReadInput[]; alreadyIn: number; problems: RowProblem[] }

/** Inputs from a table: looked into first, then added to what is here. */
export function createInputImport(
  { db, events, files }: Context,
  { repository, reader, workflows, add, assertRoom }: Needs,
): Pick<Handlers<'standardInputs'>, 'previewImport' | 'importFile'> {
  // What was seen of the last file is kept for its import.
  let lastSeen: { key: string; file: InputFile } | null = null

  async function open(fileId: string, sheet: string | undefined, signal: AbortSignal | undefined) {
    const { path, name } = files.get(fileId)
    const key = JSON.stringify([path, sheet])
    if (lastSeen?.key === key) return lastSeen.file
    const choice = { withJson: true, ...(sheet === undefined ? {} : { sheet }) }
    const table = await reader.table({ path, name }, choice, signal)
    const file = { sheets: table.sheets, ...namedColumns(table, inputColumnNames) }
    if (file.rows.length === 0) {
      throw new AppError('INVALID_INPUT', `${quoted(name)} holds no rows below its header, so no inputs.`)
    }
    lastSeen = { key, file }
    return file
  }

  function sortOut(workflowId: number, { columns, rows }: InputFile, mapping: InputMapping): Outcome {
    const outcome: Outcome = { inputs: [], alreadyIn: 0, problems: [] }
    const seen = new Map<string, number>()
    for (const source of rows) {
      const { input, problems } = readInput(source, mapping, columns)
      const key = input && inputKey(input.text)
      const earlier = key === null ? undefined : seen.get(key)
      if (earlier !== undefined) {
        const reason = `Row ${earlier} has the same input, so this one was left out.`
        outcome.problems.push({ row: source.row, column: null, reason, kept: false })
        continue
      }
      outcome.problems.push(...problems)
      if (!input || key === null) continue
      seen.set(key, input.row)
      if (repository.withText(workflowId, input.text)) outcome.alreadyIn++
      else outcome.inputs.push(input)
    }
    return outcome
  }

  function keep(workflowId: number, inputs: readonly ReadInput[]) {
    if (inputs.length === 0) return
    assertRoom(workflowId, inputs.length)
    repository.raiseVersion(workflowId)
    for (const { row: _row, name, ...fields } of inputs) {
      add({ ...fields, name: name || inputName(fields.text), workflowId, itemId: null, checks: [] })
    }
  }

  return {
    async previewImport({ fileId, sheet }, { signal }) {
      const { sheets, columns, rows, guess } = await open(fileId, sheet, signal)
      return {
        sheets,
        columns: columns.map(({ index, name, samples, filled }) => ({ index, name, samples, filled })),
        rowCount: rows.length,
        guess,
        dateOrder: 'day-first',
      }
    },
    async importFile({ workflowId, fileId, sheet, mapping }, { signal }) {
      workflows.find(workflowId)
      const file = await open(fileId, sheet, signal)
      if (mapping.text === undefined || !file.columns[mapping.text]) {
        const message = 'Choose the column that holds the inputs.'
        throw new AppError('INVALID_INPUT', message, [{ field: 'mapping.text', message }])
      }
      const { inputs, ...outcome } = write(db, () => {
        const sorted = sortOut(workflowId, file, mapping)
        keep(workflowId, sorted.inputs)
        return sorted
      })
      lastSeen = null
      if (inputs.length > 0) events.changed('standardInputs')
      return { kept: inputs.length, ...outcome }
    },
  }
}
