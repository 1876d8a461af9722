import type { Change } from '../../../../shared/contract/changes.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { Context } from '../../context.ts'
import { write } from '../../db/write.ts'
import type { Handlers } from '../../handlers.ts'
import { type ChangeEntry, createChangesRepository } from './repository.ts'

const pageSize = 100

const wrongField = (field: string, message: string) =>
  new AppError('INVALID_INPUT', message, [{ field, message }])

export type Changes = Handlers<'changes'> & {
  /** Writes an entry inside the caller's transaction, for what Evenkeel logs by itself. */
  record: (entry: Omit<ChangeEntry, 'recordedAt'>) => Change
  all: () => Iterable<Change>
  ofWorkflow: (workflowId: number) => Change[]
}

export function createChanges({ db, audit, clock, events }: Context): Changes {
  const repository = createChangesRepository(db)

  const get = (number: number) => {
    const change = repository.get(number)
    if (!change) throw new AppError('NOT_FOUND', `There is no change ${number}.`)
    return change
  }

  const record: Changes['record'] = (entry) => {
    const number = repository.insert({ ...entry, recordedAt: clock.now() })
    const change = get(number)
    audit.append({
      actor: entry.isAutomatic ? 'evenkeel' : 'owner',
      action: 'record',
      entity: 'change',
      entityId: String(number),
      before: null,
      after: change,
    })
    return change
  }

  return {
    record,
    all: () => repository.all(),
    ofWorkflow: (workflowId) => repository.page({ workflowId, search: '' }, 0, 1000).rows.toReversed(),
    list: ({ workflowId, search, offset }) =>
      repository.page({ workflowId, search: search.trim() }, offset, pageSize),
    get: ({ number }) => get(number),
    create(input) {
      if (input.onDate > clock.today()) {
        throw wrongField('onDate', 'That date is in the future. Enter the day the change was made.')
      }
      if (!repository.knowsWorkflows(input.workflowIds)) {
        throw wrongField('workflowIds', 'One of the workflows is not here any more. Choose again.')
      }
      const change = write(db, () => record({ ...input, isAutomatic: false }))
      events.changed('changes', 'results')
      return change
    },
  }
}
