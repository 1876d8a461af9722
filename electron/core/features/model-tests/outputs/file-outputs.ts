import type { TableOutcome } from '../../../../../shared/contract/imports.ts'
import type { OutputsChoice } from '../../../../../shared/contract/model-tests/outputs.ts'
import type { Side } from '../../../../../shared/contract/model-tests/test.ts'
import type { Context } from '../../../context.ts'
import type { Handlers } from '../../../handlers.ts'
import { type OutputTable, testOutputRows } from '../../../import/kinds/test-outputs.ts'
import type { ImportReader } from '../../../import/reader.ts'
import { createTableImport } from '../../../import/table-import.ts'
import type { Workflows } from '../../workflows/service.ts'
import { assertCollecting, type Desk } from '../desk.ts'
import type { ModelTestsRepository } from '../repository.ts'
import type { Keeping } from './keeping.ts'
import { matchOutputs, previewOutputs, type ReadOutput, sortOutputs, toMapping } from './outputs-import.ts'

type Needs = {
  desk: Desk
  reader: Pick<ImportReader, 'table'>
  workflows: Pick<Workflows, 'nameOf'>
  keeping: Keeping
}
type Calls = Pick<Handlers<'modelTests'>, 'previewOutputs' | 'countOutputs' | 'importOutputs'>

const workflowColumn = 'workflow'

/** Outputs of one side from a file. What is there already stays, unless the owner asked for the file's. */
export function createFileOutputs(
  { commands, files, jobs }: Context,
  repository: ModelTestsRepository,
  { desk, reader, workflows, keeping }: Needs,
): Calls {
  const outputsImport = createTableImport({ command: commands('modelTests'), files, jobs }, reader, {
    ...testOutputRows,
    keep: keepFile,
  })

  function look(whole: OutputTable, { id, workflowId, side, ...choice }: OutputsChoice) {
    const inputs = repository.inputs(id).filter((input) => input.workflowId === workflowId)
    const table = ofWorkflow(whole, workflows.nameOf(workflowId))
    const otherTexts = new Map([...outputsOf(id, otherSide[side])].map(([input, { text }]) => [input, text]))
    const { outputs, ...rest } = matchOutputs(table, inputs, choice, otherTexts)
    const byId = new Map(inputs.map((input) => [input.id, input]))
    const inputOf = ({ inputId }: ReadOutput) => byId.get(inputId)
    return { ...rest, inputOf, count: outputs.length, sorted: sortOutputs(outputs, outputsOf(id, side)) }
  }

  const outputsOf = (testId: number, side: Side) =>
    new Map(repository.outputs(testId).flatMap((row) => (row.side === side ? [[row.inputId, row]] : [])))

  function keepFile(
    table: OutputTable,
    _mapping: unknown,
    { replace = [], ...choice }: OutputsChoice & { replace?: number[] | undefined },
  ): TableOutcome {
    assertCollecting(desk.find(choice.id))
    const { sorted, inputOf, missing, problems, warning } = look(table, choice)
    const replaced = sorted.other.filter(({ inputId }) => replace.includes(inputId))
    for (const output of [...sorted.fresh, ...replaced]) {
      const [input, text] = [inputOf(output), output.text.replaceAll(/\r\n?/g, '\n')]
      const { milliseconds } = output
      if (input) keeping.keep(input, choice.side, { text, source: 'file', milliseconds })
    }
    for (const output of sorted.timed) {
      const input = inputOf(output)
      if (input && output.milliseconds !== null) keeping.addTime(input, choice.side, output.milliseconds)
    }
    return {
      kept: sorted.fresh.length + sorted.timed.length + replaced.length,
      alreadyIn: sorted.same.length,
      replaced: replaced.length,
      notReplaced: sorted.other.length - replaced.length,
      ...{ missing, problems, warning },
    }
  }

  return {
    async previewOutputs({ id, ...source }, { signal }) {
      assertCollecting(desk.find(id))
      return previewOutputs(await outputsImport.open(source, signal), repository.inputs(id))
    },
    async countOutputs(choice, { signal }) {
      assertCollecting(desk.find(choice.id))
      const { count, repeats, sorted, inputOf } = look(await outputsImport.open(choice, signal), choice)
      const there = sorted.other.map((output) => ({
        inputId: output.inputId,
        name: inputOf(output)?.name ?? '',
      }))
      return { inputs: count, repeats, same: sorted.same.length, there }
    },
    importOutputs(request) {
      assertCollecting(desk.find(request.id))
      return outputsImport.bringIn(request, toMapping(request))
    },
  }
}

const otherSide = { current: 'candidate', candidate: 'current' } as const

/** A sheet made here holds the inputs of all workflows of a test, each row with its workflow's name. */
function ofWorkflow(table: OutputTable, name: string): OutputTable {
  const { columns, rows } = table
  const column = columns.find((each) => each.name.trim().toLowerCase() === workflowColumn)
  if (!column) return table
  const wanted = (cell = '') => cell.trim() === '' || cell.trim().toLowerCase() === name.trim().toLowerCase()
  return { ...table, rows: rows.filter(({ cells }) => wanted(cells[column.index])) }
}
