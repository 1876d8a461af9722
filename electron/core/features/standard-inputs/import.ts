import type { RowProblem, TableOutcome } from '../../../../shared/contract/imports.ts'
import type { InputMapping, StandardInput } from '../../../../shared/contract/standard-inputs.ts'
import type { Context } from '../../context.ts'
import type { Handlers } from '../../handlers.ts'
import type { FoundTable } from '../../import/columns/found-table.ts'
import { createRowReader } from '../../import/kind.ts'
import { type InputColumn, inputRows, type ReadInput } from '../../import/kinds/standard-inputs.ts'
import type { ImportReader } from '../../import/reader.ts'
import { createTableImport } from '../../import/table-import.ts'
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
type Outcome = { inputs: ReadInput[]; alreadyIn: number; problems: RowProblem[] }

/** Inputs from a table: looked into first, then added to what is here. */
export function createInputImport(
  { commands, files, jobs }: Context,
  { repository, reader, workflows, add, assertRoom }: Needs,
): Pick<Handlers<'standardInputs'>, 'previewImport' | 'importFile'> {
  const inputImport = createTableImport({ command: commands('standardInputs'), files, jobs }, reader, {
    ...inputRows,
    keep,
  })

  function sortOut(workflowId: number, table: FoundTable<InputColumn>, mapping: InputMapping): Outcome {
    const read = createRowReader(inputRows, table, mapping, {})
    const outcome: Outcome = { inputs: [], alreadyIn: 0, problems: [] }
    const seen = new Map<string, number>()
    for (const source of table.rows) {
      const { item, problems } = read(source)
      const key = item && inputKey(item.text)
      const earlier = key === null ? undefined : seen.get(key)
      if (earlier !== undefined) {
        const reason = `Row ${earlier} has the same input, so this one was left out.`
        outcome.problems.push({ row: source.row, column: null, reason, kept: false })
        continue
      }
      outcome.problems.push(...problems)
      if (!item || key === null) continue
      seen.set(key, item.row)
      if (repository.withText(workflowId, item.text)) outcome.alreadyIn++
      else outcome.inputs.push(item)
    }
    return outcome
  }

  function keep(
    table: FoundTable<InputColumn>,
    mapping: InputMapping,
    { workflowId }: { workflowId: number },
  ): TableOutcome {
    const { inputs, ...outcome } = sortOut(workflowId, table, mapping)
    if (inputs.length > 0) {
      assertRoom(workflowId, inputs.length)
      repository.raiseVersion(workflowId)
    }
    for (const { row: _row, name, ...fields } of inputs) {
      add({ ...fields, name: name || inputName(fields.text), workflowId, itemId: null, checks: [] })
    }
    return { kept: inputs.length, missing: [], warning: null, ...outcome }
  }

  return {
    previewImport: (source, { signal }) => inputImport.preview(source, signal),
    importFile(request) {
      workflows.find(request.workflowId)
      return inputImport.bringIn(request, request.mapping)
    },
  }
}
