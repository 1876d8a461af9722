import type { Change, ChangeDetails, MeasuredChange } from '../../../../shared/contract/changes.ts'
import { formatDay } from '../../../../shared/domain/format.ts'
import type { Day } from '../../../../shared/domain/time/dates.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { Context } from '../../context.ts'
import type { Handlers } from '../../handlers.ts'
import type { ImportReader } from '../../import/reader.ts'
import type { Findings } from '../reviews/done/findings.ts'
import type { Signals } from '../signals/service.ts'
import { createEffects, type WaitingChange } from './effects.ts'
import { createLogImport } from './import-log.ts'
import {
  type ChangeEntry,
  createChangesRepository,
  type LiveSteps,
  type RecordedFigures,
} from './repository.ts'

const pageSize = 100
/** An imported log can hold thousands that wait for a review nobody will ever finish. */
const waitingShown = 200

const wrongField = (field: string, message: string) =>
  new AppError('INVALID_INPUT', message, [{ field, message }])

/** The follow-up of Foundation reviews, as far as changes close it. */
export type Actions = {
  /** Inside the caller's transaction; the actions are done by that change. */
  closedBy: (actionIds: readonly number[], changeNumber: number) => void
  reviewOf: (changeNumber: number) => ChangeDetails['foundationReview']
}

type Needs = {
  reader: ImportReader
  findings: () => Pick<Findings, 'measured'>
  signals: () => Pick<Signals, 'handledByChange' | 'ofChange'>
  actions: () => Actions
}
type Entry = Omit<ChangeEntry, 'recordedAt'>

/** Writes an entry inside the caller's transaction; `recorded` holds figures typed by hand, by workflow. */
export type RecordChange = (entry: Entry, recorded?: ReadonlyMap<number, RecordedFigures>) => Change

/** What led to a change: signals that came up, and actions a Foundation review decided. */
export type Causes = { signalIds?: readonly number[] | undefined; actionIds?: readonly number[] | undefined }

export type Changes = Handlers<'changes'> & {
  record: RecordChange
  /**
   * Closes what led to a change, inside the caller's transaction. INVALID_INPUT for an action that is not about
   * the section that changed (null where none did).
   */
  settle: (number: number, causes: Causes, sectionId: number | null) => void
  /** The whole log with what came of it, by number. */
  all: () => MeasuredChange[]
  ofWorkflow: (workflowId: number) => Change[]
  /** What still has no "after", once for each workflow it waits on. */
  waitingChanges: () => WaitingChange[]
}

/** The change log: what was changed, why, by whom, and what came of it. */
export function createChanges(context: Context, needs: Needs): Changes {
  const { db, clock } = context
  const command = context.commands('changes')
  const repository = createChangesRepository(db)
  const effects = createEffects(repository, needs.findings)

  const get = (number: number) => {
    const change = repository.get(number)
    if (!change) throw new AppError('NOT_FOUND', `There is no change ${number}.`)
    return change
  }

  const record: RecordChange = (entry, recorded = new Map()) => {
    const number = repository.insert({ ...entry, recordedAt: clock.now() }, recorded)
    const change = get(number)
    command.log({
      actor: entry.isAutomatic ? 'evenkeel' : 'owner',
      action: 'record',
      entity: 'change',
      entityId: String(number),
      before: null,
      after: recorded.size === 0 ? change : { ...change, recorded: [...recorded] },
    })
    return change
  }

  function settle(number: number, { signalIds = [], actionIds = [] }: Causes, sectionId: number | null) {
    needs.signals().handledByChange(signalIds, number)
    if (actionIds.length === 0) return
    const elsewhere = repository.actionElsewhere(actionIds, sectionId)
    if (elsewhere) {
      const { what, section } = elsewhere
      throw wrongField(
        'actionIds',
        `“${what}” is about ${section}. Publish ${section} to close it, or close it by hand.`,
      )
    }
    needs.actions().closedBy(actionIds, number)
  }

  /** Null for what was not made by a version: there is nothing to paste. */
  const liveStepsOf = ({ number, documentId }: Change): LiveSteps | null =>
    documentId === null ? null : repository.liveSteps(number)

  function details(change: Change): ChangeDetails {
    const [measured] = effects.measure([change])
    if (!measured) throw new Error('The change was not measured')
    return {
      ...measured,
      signals: needs.signals().ofChange(change.number),
      foundationReview: needs.actions().reviewOf(change.number),
      liveSteps: liveStepsOf(change),
    }
  }

  function assertLive(workflowIds: readonly number[], onDate: Day, locale: string) {
    const early = repository
      .workflows()
      .find(({ id, goLiveOn }) => workflowIds.includes(id) && goLiveOn !== null && onDate < goLiveOn)
    if (!early?.goLiveOn) return
    throw wrongField(
      'onDate',
      `${early.name} went live on ${formatDay(early.goLiveOn, locale)}. Enter a day from then on, or correct the go-live date in its set-up.`,
    )
  }

  return {
    ...createLogImport(context, { repository, reader: needs.reader, record }),
    record,
    settle,
    all: () => effects.measure([...repository.all()]),
    ofWorkflow: (workflowId) =>
      repository.page({ workflowId, kind: null, search: '' }, 0, 1000).rows.toReversed(),
    waitingChanges: effects.waiting,
    list({ workflowId, kind = null, search, offset }) {
      const { rows, total } = repository.page({ workflowId, kind, search: search.trim() }, offset, pageSize)
      return { rows: effects.measure(rows), total }
    },
    get: ({ number }) => details(get(number)),
    tick({ number, step, isDone }) {
      const change = command(() => {
        const found = get(number)
        const before = liveStepsOf(found)
        if (!before) {
          throw new AppError(
            'CONFLICT',
            `Change ${number} was not made by a version: nothing has to be pasted.`,
          )
        }
        if ((before[step] !== null) === isDone) return found
        repository.setStep(number, step, isDone ? clock.now() : null)
        command.log({
          action: isDone ? 'tick' : 'untick',
          entity: 'change',
          entityId: String(number),
          before,
          after: liveStepsOf(found),
        })
        return found
      })
      return details(change)
    },
    waiting() {
      const numbers = new Set(effects.waiting().map(({ number }) => number))
      const rows = repository.newestOf([...numbers], waitingShown)
      return { rows: effects.measure(rows), total: numbers.size }
    },
    create({ decidedBy = '', approvedBy = '', signalIds, ...input }, { locale }) {
      if (input.onDate > clock.today()) {
        throw wrongField('onDate', 'That date is in the future. Enter the day the change was made.')
      }
      if (!repository.knowsWorkflows(input.workflowIds)) {
        throw wrongField('workflowIds', 'One of the workflows is not here any more. Choose again.')
      }
      assertLive(input.workflowIds, input.onDate, locale)
      const entry = { ...input, decidedBy, approvedBy, reverts: null, documentId: null, isAutomatic: false }
      return command(() => {
        const recorded = record(entry)
        settle(recorded.number, { signalIds }, null)
        return recorded
      })
    },
  }
}
