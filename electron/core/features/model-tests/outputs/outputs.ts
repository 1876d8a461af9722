import type { GridRow } from '../../../../../shared/contract/model-tests/outputs.ts'
import type { Side } from '../../../../../shared/contract/model-tests/test.ts'
import { isSameWording } from '../../../../../shared/domain/text/same-wording.ts'
import { wordKeys } from '../../../../../shared/domain/text/words.ts'
import { AppError } from '../../../../../shared/errors.ts'
import type { Context } from '../../../context.ts'
import { outputSheets } from '../../../export/model-test-sheet.ts'
import { writeWorkbook } from '../../../export/workbook/workbook-writer.ts'
import type { Handlers } from '../../../handlers.ts'
import type { ImportReader } from '../../../import/reader.ts'
import type { Company } from '../../company/service.ts'
import type { Provider } from '../../provider/service.ts'
import type { Workflows } from '../../workflows/service.ts'
import { assertCollecting, assertNotBlind, type Desk } from '../desk.ts'
import type { ModelTestsRepository } from '../repository.ts'
import type { OutputRow, TestInput } from '../rows.ts'
import { createFileOutputs } from './file-outputs.ts'
import { createKeeping } from './keeping.ts'

type Needs = {
  desk: Desk
  reader: Pick<ImportReader, 'table'>
  workflows: Pick<Workflows, 'nameOf'>
  provider: Pick<Provider, 'calls'>
  company: Pick<Company, 'name'>
}
type Calls = Pick<
  Handlers<'modelTests'>,
  'grid' | 'paste' | 'clearOutput' | 'sheet' | 'previewOutputs' | 'countOutputs' | 'importOutputs'
>

/** An output longer than this is most likely more than one. */
const wordsAtMost = 50_000
const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The outputs of both sides: pasted, from a file, or through the API. */
export function createOutputs(context: Context, repository: ModelTestsRepository, needs: Needs): Calls {
  const { clock, files } = context
  const command = context.commands('modelTests')
  const { desk, provider, company } = needs
  const keeping = createKeeping(command, clock, repository)

  function findInput(inputId: number): TestInput {
    const input = repository.input(inputId)
    if (!input) throw new AppError('NOT_FOUND', 'That input is not part of a model test.')
    return input
  }

  /** A mix-up is most likely where the text is the other side's, or stands there for several inputs. */
  function warningOf({ id, testId }: TestInput, side: Side, text: string): string | null {
    const same = repository
      .outputs(testId)
      .filter((other) => other.side !== side && isSameWording(other.text, text))
    if (!same.some(({ inputId }) => inputId === id) && same.length < 2) return null
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
        keeping.keep(input, side, { text, source: 'paste', milliseconds: null })
        return warningOf(input, side, text)
      })
      return { ...toCell(repository.output(inputId, side)), warning }
    },
    clearOutput({ inputId, side }) {
      command(() => {
        const input = findInput(inputId)
        assertCollecting(desk.find(input.testId))
        keeping.clear(input, side)
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
    ...createFileOutputs(context, repository, { ...needs, keeping }),
  }
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
