import type {
  InputSet,
  StandardInput,
  StandardInputFields,
} from '../../../../shared/contract/standard-inputs.ts'
import { checkProblem } from '../../../../shared/domain/model-tests/output-checks.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { Context } from '../../context.ts'
import type { Handlers } from '../../handlers.ts'
import type { ImportReader } from '../../import/reader.ts'
import type { Bin } from '../bin/service.ts'
import type { Workflows } from '../workflows/service.ts'
import { createInputImport } from './import.ts'
import { inputName } from './input-name.ts'
import { createStandardInputsRepository, type NewInput } from './repository.ts'

/** A standard input as a model test keeps it. */
export type InputCopy = Pick<
  StandardInput,
  'position' | 'name' | 'text' | 'reference' | 'mustNotFail' | 'checks'
>

export type StandardInputs = Handlers<'standardInputs'> & {
  /** What a test takes with it; nothing that happens to the set later changes it. */
  copyFor: (workflowId: number) => { version: number; inputs: InputCopy[] }
  countOf: (workflowId: number) => number
  /** 0 while nothing was ever in the set. */
  versionOf: (workflowId: number) => number
}

type Needs = {
  workflows: Pick<Workflows, 'find'>
  reader: Pick<ImportReader, 'table'>
  bin: Pick<Bin, 'keep' | 'hold'>
}

/** Inputs a set can hold; about twenty is what a person judges in an afternoon. */
const inputsAtMost = 500

const wrongField = (field: string, message: string) =>
  new AppError('INVALID_INPUT', message, [{ field, message }])

/** What every model of a workflow is tested on. Only a test's own copy of it stays as it is. */
export function createStandardInputs(context: Context, { workflows, reader, bin }: Needs): StandardInputs {
  const { db } = context
  const command = context.commands('standardInputs')
  const repository = createStandardInputsRepository(db)

  function find(id: number): StandardInput {
    const input = repository.get(id)
    if (!input) throw new AppError('NOT_FOUND', 'That standard input is not here any more.')
    return input
  }

  const setOf = (workflowId: number): InputSet => ({
    workflowId,
    version: repository.version(workflowId),
    inputs: repository.list(workflowId),
  })

  function log(action: string, before: StandardInput | null, after: StandardInput | null) {
    const { id, name } = after ?? before ?? { id: 0, name: '' }
    command.log({
      action,
      entity: 'standard_input',
      entityId: id,
      label: name,
      before,
      after,
    })
  }

  function assertNew(workflowId: number, text: string, id: number | null) {
    const same = repository.withText(workflowId, text)
    if (!same || same.id === id) return
    throw wrongField('text', `Input ${same.position} “${same.name}” has the same text already.`)
  }

  function assertRoom(workflowId: number, more: number) {
    const count = repository.count(workflowId) + more
    if (count <= inputsAtMost) return
    throw new AppError(
      'INVALID_INPUT',
      `That would make ${count} standard inputs, and a set holds ${inputsAtMost}. Nothing was added. Choose those that matter most: about twenty are enough.`,
    )
  }

  /** Inside the caller's transaction; the caller raises the version. */
  function add(input: NewInput): StandardInput {
    const created = find(repository.insert(input))
    log('create', null, created)
    return created
  }

  function addOne(input: NewInput): StandardInput {
    assertNew(input.workflowId, input.text, null)
    assertRoom(input.workflowId, 1)
    repository.raiseVersion(input.workflowId)
    return add(input)
  }

  function update(id: number, rev: number | null, workflowId: number, fields: StandardInputFields) {
    const before = find(id)
    if (before.workflowId !== workflowId)
      throw new AppError('NOT_FOUND', 'That input is of another workflow.')
    assertFresh(before, rev)
    assertNew(workflowId, fields.text, id)
    if (isSame(before, fields)) return before
    repository.update(id, fields)
    repository.raiseVersion(workflowId)
    const after = find(id)
    log('update', before, after)
    return after
  }

  /** With one gone or back. */
  function renumber(workflowId: number) {
    repository.number(repository.list(workflowId).map(({ id }) => id))
    repository.raiseVersion(workflowId)
  }

  bin.hold('standard_input', {
    clash: (name) => `An input with the text of “${name}” is here now.`,
    back(id) {
      const { workflowId } = find(id)
      assertRoom(workflowId, 0)
      renumber(workflowId)
      log('put_back', null, find(id))
    },
  })

  function fromReview(itemId: number): NewInput {
    const output = repository.reviewedOutput(itemId)
    if (!output) throw new AppError('NOT_FOUND', 'That output is not under review any more.')
    const { workflowId, request, aiText, finalText } = output
    const text = request?.trim() ?? ''
    if (text === '') {
      throw new AppError(
        'INVALID_INPUT',
        'That output came without its request, so there is nothing to give to a model. Add the input by hand under Standard inputs.',
      )
    }
    const reference = (finalText?.trim() || aiText).trim()
    return {
      ...{ workflowId, itemId, name: inputName(text), text, reference },
      ...{ tags: [], mustNotFail: false, checks: [] },
    }
  }

  return {
    ...createInputImport(context, { repository, reader, workflows, add, assertRoom }),
    copyFor: (workflowId) => ({
      version: repository.version(workflowId),
      inputs: repository.list(workflowId).map(toCopy),
    }),
    countOf: repository.count,
    versionOf: repository.version,
    list: ({ workflowId }) => setOf(workflows.find(workflowId).id),
    save({ id, rev, workflowId, ...fields }) {
      assertUsable(fields)
      return command(() =>
        id === null
          ? addOne({ ...fields, workflowId: workflows.find(workflowId).id, itemId: null })
          : update(id, rev, workflowId, fields),
      )
    },
    remove({ id }) {
      return command(() => {
        const input = find(id)
        bin.keep({ kind: 'standard_input', entityId: id, name: input.name }, () => repository.remove(id))
        renumber(input.workflowId)
        log('remove', input, null)
        return setOf(input.workflowId)
      })
    },
    move({ id, by }) {
      return command(() => {
        const input = find(id)
        const ids = repository.list(input.workflowId).map((other) => other.id)
        const from = ids.indexOf(id)
        const other = ids[from + by]
        if (other === undefined) return setOf(input.workflowId)
        repository.number(ids.with(from, other).with(from + by, id))
        repository.raiseVersion(input.workflowId)
        log('move', input, find(id))
        return setOf(input.workflowId)
      })
    },
    addFromReview({ itemId }) {
      return command(() => {
        const taken = repository.ofItem(itemId)
        if (taken) {
          const message = `That output is here already, as input ${taken.position} “${taken.name}”.`
          throw new AppError('INVALID_INPUT', message)
        }
        return addOne(fromReview(itemId))
      })
    },
  }
}

function assertFresh(input: StandardInput, rev: number | null) {
  if (input.rev === rev) return
  throw new AppError(
    'CONFLICT',
    'This input was changed in another window. What is saved there is shown now; what you typed here is kept for you to copy.',
  )
}

function assertUsable({ checks }: StandardInputFields) {
  checks.forEach((check, index) => {
    const problem = checkProblem(check)
    if (problem !== null) throw wrongField(`checks.${index}.value`, problem)
  })
}

function isSame(input: StandardInput, fields: StandardInputFields): boolean {
  const contents = ({ name, text, reference, tags, mustNotFail, checks }: StandardInputFields) =>
    JSON.stringify([
      name,
      text,
      reference,
      tags,
      mustNotFail,
      checks.map((check) => Object.entries(check).sort()),
    ])
  return contents(input) === contents(fields)
}

const toCopy = ({ position, name, text, reference, mustNotFail, checks }: StandardInput): InputCopy => ({
  ...{ position, name, text, reference, mustNotFail, checks },
})
