import type { Change, LiveStep } from '../../../../shared/contract/changes.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { Context } from '../../context.ts'
import { createLiveSteps, type LiveSteps, type OpenSteps } from './live-steps.ts'
import {
  type ChangeEntry,
  type ChangesRepository,
  createChangesRepository,
  type DayState,
  type RecordedFigures,
  type TimedChange,
} from './repository.ts'

export type { OpenSteps, RecordedFigures, TimedChange }

/** Writes an entry inside the caller's transaction; `recorded` holds figures typed by hand, by workflow. */
export type RecordChange = (
  entry: Omit<ChangeEntry, 'recordedAt'>,
  recorded?: ReadonlyMap<number, RecordedFigures>,
) => Change

type Reads = Pick<
  ChangesRepository,
  'all' | 'page' | 'newestOf' | 'timed' | 'workflows' | 'knowsWorkflows' | 'keptDocument'
>

export type Changes = Reads & {
  record: RecordChange
  /** NOT_FOUND where there is none. */
  find: (number: number) => Change
  ofWorkflow: (workflowId: number) => Change[]
  /** Null for what was not made by a version: there is nothing to paste. */
  liveStepsOf: (change: Change) => LiveSteps | null
  tick: (number: number, step: LiveStep, isDone: boolean) => void
  /** Wordings in force that are not ticked as done in the live tool, oldest first. */
  openSteps: () => OpenSteps[]
  /**
   * What becomes of a planned change, inside the caller's transaction; `actsOn` are workflows it acts on by then,
   * besides those it was planned for. CONFLICT where it is not planned.
   */
  say: (number: number, onDate: string, state: DayState, actsOn?: readonly number[]) => Change
  /** The owner closes an effect, inside the caller's transaction. */
  keepEffect: (number: number, workflowId: number) => void
  /** Opens one that was closed on a day, inside the caller's transaction: what was reviewed since counts. */
  openEffect: (number: number, workflowId: number, keptOn: string) => void
}

/** The change log: what was changed, when, why and by whom. What came of it is worked out in `effects`. */
export function createChanges({ commands, db, clock, measured }: Context): Changes {
  const command = commands('changes')
  const repository = createChangesRepository(db)
  const liveSteps = createLiveSteps(db)
  const { all, page, newestOf, timed, workflows, knowsWorkflows, keptDocument } = repository

  const find = (number: number) => {
    const change = repository.get(number)
    if (!change) throw new AppError('NOT_FOUND', `There is no change ${number}.`)
    return change
  }

  const liveStepsOf = ({ number, documentId }: Change): LiveSteps | null =>
    documentId === null ? null : liveSteps.of(number)

  return {
    ...{ all, page, newestOf, timed, workflows, knowsWorkflows, keptDocument },
    find,
    liveStepsOf,
    openSteps: () => liveSteps.open(clock.today()),
    record(entry, recorded = new Map()) {
      const number = repository.insert({ ...entry, recordedAt: clock.now() }, recorded)
      const change = find(number)
      command.log({
        actor: entry.isAutomatic ? 'evenkeel' : 'owner',
        action: 'record',
        entity: 'change',
        entityId: String(number),
        before: null,
        after: recorded.size === 0 ? change : { ...change, recorded: [...recorded] },
      })
      measured.tell(change.workflowIds)
      return change
    },
    say(number, onDate, state, actsOn = []) {
      const before = find(number)
      if (before.plan !== 'planned') {
        throw new AppError('CONFLICT', `Change ${number} is not planned any more.`)
      }
      repository.insertDay(number, onDate, state, clock.now())
      repository.join(number, actsOn)
      const after = find(number)
      command.log({
        action: state === 'live' ? 'go_live' : state === 'planned' ? 'replan' : 'call_off',
        entity: 'change',
        entityId: String(number),
        before: { onDate: before.onDate, plan: before.plan, workflowIds: before.workflowIds },
        after: { onDate: after.onDate, plan: after.plan, workflowIds: after.workflowIds },
      })
      measured.tell(after.workflowIds)
      return after
    },
    keepEffect(number, workflowId) {
      const keptOn = clock.today()
      repository.keepEffect(number, workflowId, keptOn)
      command.log({
        action: 'keep',
        entity: 'change',
        entityId: String(number),
        before: null,
        after: { workflowId, keptOn },
      })
      measured.tell([workflowId])
    },
    openEffect(number, workflowId, keptOn) {
      repository.openEffect(number, workflowId)
      command.log({
        action: 'reopen',
        entity: 'change',
        entityId: String(number),
        before: { workflowId, keptOn },
        after: null,
      })
      measured.tell([workflowId])
    },
    ofWorkflow: (workflowId) =>
      repository.page({ workflowId, kind: null, search: '' }, 0, 1000).rows.toReversed(),
    tick(number, step, isDone) {
      command(() => {
        const found = find(number)
        const before = liveStepsOf(found)
        if (!before) {
          throw new AppError(
            'CONFLICT',
            `Change ${number} was not made by a version: nothing has to be pasted.`,
          )
        }
        if ((before[step] !== null) === isDone) return
        liveSteps.set(number, step, isDone ? clock.now() : null)
        command.log({
          action: isDone ? 'tick' : 'untick',
          entity: 'change',
          entityId: String(number),
          before,
          after: liveStepsOf(found),
        })
      })
    },
  }
}
