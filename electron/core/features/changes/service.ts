import type { Change, MeasuredChange } from '../../../../shared/contract/changes.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { Context } from '../../context.ts'
import { write } from '../../db/write.ts'
import type { Handlers } from '../../handlers.ts'
import type { ImportReader } from '../../import/reader.ts'
import type { Findings } from '../reviews/findings.ts'
import { createEffects, type WaitingChange } from './effects.ts'
import { createLogImport } from './import-log.ts'
import { type ChangeEntry, createChangesRepository, type RecordedFigures } from './repository.ts'

const pageSize = 100

const wrongField = (field: string, message: string) =>
  new AppError('INVALID_INPUT', message, [{ field, message }])

type Needs = { reader: ImportReader; findings: () => Pick<Findings, 'measured'> }
type Entry = Omit<ChangeEntry, 'recordedAt'>

/** Writes an entry inside the caller's transaction; `recorded` holds figures typed by hand, by workflow. */
export type RecordChange = (entry: Entry, recorded?: ReadonlyMap<number, RecordedFigures>) => Change

export type Changes = Handlers<'changes'> & {
  record: RecordChange
  /** The whole log with what came of it, by number. */
  all: () => MeasuredChange[]
  ofWorkflow: (workflowId: number) => Change[]
  /** What still has no "after", once for each workflow it waits on. */
  waitingChanges: () => WaitingChange[]
}

export function createChanges(context: Context, { reader, findings }: Needs): Changes {
  const { db, audit, clock, events } = context
  const repository = createChangesRepository(db)
  const effects = createEffects(repository, findings)

  const get = (number: number) => {
    const change = repository.get(number)
    if (!change) throw new AppError('NOT_FOUND', `There is no change ${number}.`)
    return change
  }

  const record: RecordChange = (entry, recorded = new Map()) => {
    const number = repository.insert({ ...entry, recordedAt: clock.now() }, recorded)
    const change = get(number)
    audit.append({
      actor: entry.isAutomatic ? 'evenkeel' : 'owner',
      action: 'record',
      entity: 'change',
      entityId: String(number),
      before: null,
      after: recorded.size === 0 ? change : { ...change, recorded: [...recorded] },
    })
    return change
  }

  return {
    ...createLogImport(context, { repository, reader, record }),
    record,
    all: () => effects.measure([...repository.all()]),
    ofWorkflow: (workflowId) =>
      repository.page({ workflowId, kind: null, search: '' }, 0, 1000).rows.toReversed(),
    waitingChanges: effects.waiting,
    list({ workflowId, kind = null, search, offset }) {
      const { rows, total } = repository.page({ workflowId, kind, search: search.trim() }, offset, pageSize)
      return { rows: effects.measure(rows), total }
    },
    get({ number }) {
      const [measured] = effects.measure([get(number)])
      if (!measured) throw new Error('The change was not measured')
      return measured
    },
    waiting: () =>
      effects.measure(repository.some([...new Set(effects.waiting().map(({ number }) => number))])),
    create({ decidedBy = '', approvedBy = '', ...input }) {
      if (input.onDate > clock.today()) {
        throw wrongField('onDate', 'That date is in the future. Enter the day the change was made.')
      }
      if (!repository.knowsWorkflows(input.workflowIds)) {
        throw wrongField('workflowIds', 'One of the workflows is not here any more. Choose again.')
      }
      const entry = { ...input, decidedBy, approvedBy, reverts: null, documentId: null, isAutomatic: false }
      const change = write(db, () => record(entry))
      events.changed('changes', 'results')
      return change
    },
  }
}
