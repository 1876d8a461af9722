import type { GridRow } from '../../../../../shared/contract/model-tests/outputs.ts'
import type { Side } from '../../../../../shared/contract/model-tests/test.ts'
import { isSameWording } from '../../../../../shared/domain/text/same-wording.ts'
import { wordKeys } from '../../../../../shared/domain/text/words.ts'
import { AppError } from '../../../../../shared/errors.ts'
import type { Context } from '../../../context.ts'
import { outputSheets } from '../../../export/model-test-sheet.ts'
import { writeWorkbook } from '../../../export/workbook/workbook-writer.ts'
import type { Handlers } from '../../../handlers.ts'
import { type OutputTable, testOutputRows } from '../../../import/kinds/test-outputs.ts'
import type { ImportReader } from '../../../import/reader.ts'
import { createTableImport } from '../../../import/table-import.ts'
import type { Company } from '../../company/service.ts'
import type { Provider } from '../../provider/service.ts'
import type { Workflows } from '../../workflows/service.ts'
import { assertCollecting, assertNotBlind, type Desk } from '../desk.ts'
import type { ModelTestsRepository } from '../repository.ts'
import type { NewOutput, OutputRow, TestInput } from '../rows.ts'
import { matchOutputs, type OutputChoice, previewOutputs, toMapping } from './outputs-import.ts'

type Needs = {
  desk: Desk
  reader: Pick<ImportReader, 'table'>
  workflows: Pick<Workflows, 'nameOf'>
  provider: Pick<Provider, 'calls'>
  company: Pick<Company, 'name'>
}
type Calls = Pick<
  Handlers<'modelTests'>,
  'grid' | 'paste' | 'clearOutput' | 'sheet' | 'previewOutputs' | 'importOutputs'
>

type FileOfOutputs = OutputChoice & { id: number; workflowId: number; side: Side }

/** An output longer than this is most likely more than one. */
const wordsAtMost = 50_000
/** What stands in for outputs of the API where it matters only that they are the owner's own. */
const byHand = { inputTokens: null, outputTokens: null, cost: null, stopReason: null }
const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const workflowColumn = 'workflow'

/** The outputs of both sides: pasted, from a file, or through the API. */
export function createOutputs(context: Context, repository: ModelTestsRepository, needs: Needs): Calls {
  const { clock, files, jobs } = context
  const command = context.commands('modelTests')
  const { desk, reader, workflows, provider, company } = needs
  const outputsImport = createTableImport({ command, files, jobs }, reader, {
    ...testOutputRows,
    keep: keepFile,
  })

  function findInput(inputId: number): TestInput {
    const input = repository.input(inputId)
    if (!input) throw new AppError('NOT_FOUND', 'That input is not part of a model test.')
    return input
  }

  /** Inside the caller's transaction. */
  function log(action: string, { id, testId }: TestInput, side: Side, before?: OutputRow) {
    const after = repository.output(id, side)
    const subject = `model_test:${testId}`
    command.log({
      action,
      entity: 'test_output',
      entityId: `${id}:${side}`,
      before,
      after,
      subject,
    })
  }

  /** Inside the caller's transaction. */
  function keep(input: TestInput, side: Side, output: Pick<NewOutput, 'text' | 'source' | 'milliseconds'>) {
    const before = repository.output(input.id, side)
    repository.storeOutput(input.id, side, { ...byHand, ...output, receivedAt: clock.now() })
    log('store', input, side, before)
  }

  function keepFile(
    whole: OutputTable,
    _mapping: unknown,
    { id, workflowId, side, ...choice }: FileOfOutputs,
  ) {
    assertCollecting(desk.find(id))
    const inputs = repository.inputs(id).filter((input) => input.workflowId === workflowId)
    const byId = new Map(inputs.map((input) => [input.id, input]))
    const table = ofWorkflow(whole, workflows.nameOf(workflowId))
    const { outputs, ...rest } = matchOutputs(table, inputs, choice, otherTexts(id, side))
    for (const { inputId, text, milliseconds } of outputs) {
      const input = byId.get(inputId)
      const plain = text.replaceAll(/\r\n?/g, '\n')
      if (input) keep(input, side, { text: plain, source: 'file', milliseconds })
    }
    return { kept: outputs.length, alreadyIn: 0, ...rest }
  }

  const otherTexts = (testId: number, side: Side): Map<number, string> =>
    new Map(repository.outputs(testId).flatMap((row) => (row.side === side ? [] : [[row.inputId, row.text]])))

  /** A mix-up is most likely where the text is the other side's, or stands there for several inputs. */
  function warningOf({ id, testId }: TestInput, side: Side, text: string): string | null {
    const same = [...otherTexts(testId, side)].filter(([, other]) => isSameWording(other, text))
    if (!same.some(([inputId]) => inputId === id) && same.length < 2) return null
    return 'This is the same text as the other side’s output. Check that it came from this side.'
  }

  return {
    grid({ id }) {
      assertNotBlind(desk.find(id))
      const outputs = new Map(repository.outputs(id).map((row) => [`${row.inputId}:${row.side}`, row]))
      const failures = new Map(
        provider.calls.givenUp(id).map(({ inputId, target, message }) => [`${inputId}:${target}`, message]),
      )
      const limits = new Map(repository.workflows(id).map((workflow) => [workflow.workflowId, workflow]))
      return repository.inputs(id).map((input): GridRow => {
        const cell = (side: Side) => {
          const key = `${input.id}:${side}`
          const output = outputs.get(key)
          if (!output) return { ...toCell(undefined), problem: failures.get(key) ?? null }
          return toCell(output, limits.get(input.workflowId)?.[side].maxTokens)
        }
        const { id: inputId, workflowId, position, name, text, mustNotFail } = input
        return {
          ...{ inputId, workflowId, position, name, text, mustNotFail },
          ...{ current: cell('current'), candidate: cell('candidate') },
        }
      })
    },
    paste({ inputId, side, text: pasted }) {
      const text = pasted.replaceAll(/\r\n?/g, '\n')
      const warning = command(() => {
        const input = findInput(inputId)
        assertCollecting(desk.find(input.testId))
        if (text.trim() === '') {
          throw new AppError(
            'INVALID_INPUT',
            'There is no text to keep. Copy the whole output, then paste it.',
          )
        }
        keep(input, side, { text, source: 'paste', milliseconds: null })
        return warningOf(input, side, text)
      })
      return { ...toCell(repository.output(inputId, side)), warning }
    },
    clearOutput({ inputId, side }) {
      command(() => {
        const input = findInput(inputId)
        assertCollecting(desk.find(input.testId))
        const before = repository.output(inputId, side)
        if (!before) return
        repository.removeOutput(inputId, side)
        log('clear', input, side, before)
      })
      return toCell(undefined)
    },
    async sheet({ id, side }) {
      assertCollecting(desk.find(id))
      const test = desk.read(id)
      const sheets = outputSheets(test, repository.inputs(id), side)
      const file = files.make(`evenkeel-model-test-${test.heldOn}-${side}.xlsx`, xlsxType)
      const options = { company: company.name(), createdAt: clock.now(), zone: clock.zone() }
      await writeWorkbook(file.path, sheets, { ...options, title: 'Model test' })
      return { fileId: file.id, name: file.name }
    },
    async previewOutputs({ id, ...source }, { signal }) {
      assertCollecting(desk.find(id))
      return previewOutputs(await outputsImport.open(source, signal), repository.inputs(id))
    },
    importOutputs(request) {
      assertCollecting(desk.find(request.id))
      return outputsImport.bringIn(request, toMapping(request))
    },
  }
}

/** A sheet made here holds the inputs of all workflows of a test, each row with its workflow's name. */
function ofWorkflow(table: OutputTable, name: string): OutputTable {
  const { columns, rows } = table
  const column = columns.find((each) => each.name.trim().toLowerCase() === workflowColumn)
  if (!column) return table
  const wanted = (cell = '') => cell.trim() === '' || cell.trim().toLowerCase() === name.trim().toLowerCase()
  return { ...table, rows: rows.filter(({ cells }) => wanted(cells[column.index])) }
}

function toCell(output: OutputRow | undefined, maxTokens?: number): GridRow['current'] {
  if (!output) return { hasOutput: false, source: null, words: null, problem: null }
  const words = wordKeys(output.text).length
  return { hasOutput: true, source: output.source, words, problem: problemOf(output, words, maxTokens) }
}

function problemOf({ text, stopReason }: OutputRow, words: number, maxTokens?: number): string | null {
  if (stopReason === 'refusal') {
    return 'The model refused to answer. It counts as its answer when you compare; remove it here to fetch it again or to paste another.'
  }
  if (stopReason === 'max_tokens') {
    const limit = maxTokens === undefined ? 'its limit' : `the limit of ${maxTokens} tokens`
    return `The answer was cut at ${limit}. Raise it under “Models and longest answers” to fetch it again, or compare it as it is.`
  }
  if (text.trim() === '') return 'The model answered with nothing.'
  if (words > wordsAtMost) return 'This has more than 50,000 words. Check that it is only one output.'
  return null
}
