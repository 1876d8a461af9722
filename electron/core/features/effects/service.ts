import type { Change, ChangeDetails, MeasuredChange } from '../../../../shared/contract/changes.ts'
import type { Side } from '../../../../shared/domain/effects/effect-sides.ts'
import { sideBefore } from '../../../../shared/domain/effects/side-before.ts'
import { isLeftWorse } from '../../../../shared/domain/effects/standing.ts'
import { takenBackBy } from '../../../../shared/domain/effects/taken-back.ts'
import { formatDay } from '../../../../shared/domain/format.ts'
import { addDays, type Day } from '../../../../shared/domain/time/dates.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { AttentionSource } from '../../attention.ts'
import type { Context } from '../../context.ts'
import type { Handlers } from '../../handlers.ts'
import type { ImportReader } from '../../import/reader.ts'
import type { Actions } from '../actions/service.ts'
import type { Changes } from '../changes/service.ts'
import type { Findings } from '../findings/service.ts'
import type { Months } from '../months/service.ts'
import type { Releases } from '../releases/service.ts'
import type { Signals } from '../signals/service.ts'
import { attentionOf } from './attention.ts'
import { contextsOf } from './contexts.ts'
import { createLogImport } from './import-log.ts'
import { createLooks } from './looks.ts'
import { createMeasurements, type WaitingChange } from './measurements.ts'

const pageSize = 100
/** An imported log can hold thousands that wait for a review nobody will ever finish. */
const waitingShown = 200

const documentKinds = { foundation: 'section', prompt: 'prompt', model: 'model' } as const

const wrongField = (field: string, message: string) =>
  new AppError('INVALID_INPUT', message, [{ field, message }])

type Needs = {
  changes: Changes
  findings: Pick<Findings, 'reviews' | 'latest' | 'points'>
  months: Pick<Months, 'all'>
  releases: Pick<Releases, 'stages'>
  signals: Pick<Signals, 'handledByChange' | 'ofChange'>
  actions: Pick<Actions, 'closedBy' | 'reviewOf'>
  reader: ImportReader
}

/** What led to a change: signals that came up, and actions a Foundation review decided. */
export type Causes = { signalIds?: readonly number[] | undefined; actionIds?: readonly number[] | undefined }

export type Effects = Omit<Handlers<'changes'>, 'goLive'> & {
  /**
   * Closes what led to a change, inside the caller's transaction. INVALID_INPUT for an action that is not about
   * the section that changed (null where none did).
   */
  settle: (number: number, causes: Causes, sectionId: number | null) => void
  details: (change: Change) => ChangeDetails
  /** The whole log with what came of it, by number. */
  all: () => MeasuredChange[]
  /** What waits for another look, once for each workflow it waits on. */
  waitingChanges: () => WaitingChange[]
  /** The number of the change a workflow got worse with, as long as the owner has not decided on it. */
  worseChange: (workflowId: number) => number | null
  /** Keeps the looks of workflows from before looks were kept. */
  lookBack: () => void
  /** The outputs a change that goes live tomorrow would be measured against. */
  sideBefore: (workflowId: number) => Side
  attention: AttentionSource
}

/** The changes with what led to them and what came of them. */
export function createEffects(context: Context, needs: Needs): Effects {
  const { clock } = context
  const { changes, signals, actions } = needs
  const command = context.commands('changes')
  const looks = createLooks(context, needs)
  const measurements = createMeasurements(changes, looks)
  context.measured.listen(looks.keepAtEnd)

  function settle(number: number, { signalIds = [], actionIds = [] }: Causes, sectionId: number | null) {
    signals.handledByChange(signalIds, number)
    actions.closedBy(actionIds, number, sectionId)
  }

  function details(change: Change): ChangeDetails {
    const [measured] = measurements.measure([change], { withOutputs: true })
    if (!measured) throw new Error('The change was not measured')
    return {
      ...measured,
      contexts: contextsOf(measured.effects, changes.workflows(), needs.findings),
      signals: signals.ofChange(change.number),
      foundationReview: actions.reviewOf(change.number),
      liveSteps: changes.liveStepsOf(change),
    }
  }

  function assertLive(workflowIds: readonly number[], onDate: Day, locale: string) {
    const early = changes
      .workflows()
      .find(({ id, goLiveOn }) => workflowIds.includes(id) && goLiveOn !== null && onDate < goLiveOn)
    if (!early?.goLiveOn) return
    throw wrongField(
      'onDate',
      `${early.name} went live on ${formatDay(early.goLiveOn, locale)}. Enter a day from then on, or correct the go-live date in its set-up.`,
    )
  }

  /** R10: what is kept here word for word is changed by its next version. */
  function assertNotKept({ kind, workflowIds }: Pick<Change, 'kind' | 'workflowIds'>) {
    const document = kind in documentKinds ? documentKinds[kind as keyof typeof documentKinds] : null
    const kept = document && changes.keptDocument(workflowIds, document)
    if (!kept) return
    const whose = kept.workflow === null ? 'The Foundation' : `The ${document} of ${kept.workflow}`
    throw wrongField(
      'kind',
      `${whose} is kept here word for word. Change its wording, and the entry is written with it.`,
    )
  }

  function assertCanGoBackOn({ number, revertedBy, plan }: Change) {
    if (plan !== null) throw new AppError('CONFLICT', `Change ${number} is not live: call it off instead.`)
    if (revertedBy === null) return
    throw new AppError('CONFLICT', `Change ${revertedBy} has gone back on change ${number} already.`)
  }

  function effectOn(number: number, workflowId: number) {
    const [measured] = measurements.measure([changes.find(number)], { withOutputs: true })
    const effect = measured?.effects.find((each) => each.workflowId === workflowId)
    if (!effect) throw new AppError('NOT_FOUND', `Change ${number} has no effect on that workflow.`)
    return effect
  }

  return {
    ...createLogImport(context, needs),
    lookBack: looks.lookBack,
    worseChange: (workflowId) =>
      looks
        .of(workflowId)
        .findLast(({ effect, change: { recordedAfter } }) => isLeftWorse({ ...effect, recordedAfter }))
        ?.change.number ?? null,
    sideBefore(workflowId) {
      const since = looks
        .of(workflowId)
        .findLast(({ effect }) => effect.state === 'measured' || effect.state === 'waiting')
      return sideBefore(needs.findings.reviews(workflowId), {
        since: since?.effect.countsFrom ?? null,
        liveOn: addDays(clock.today(), 1),
      })
    },
    attention: (locale) =>
      attentionOf(changes.workflows(), {
        effects: looks.of,
        openSteps: changes.openSteps(),
        lastFinished: (id) => needs.findings.points(id).at(-1)?.finishedOn ?? null,
        today: clock.today(),
        locale,
      }),
    outputs({ number, workflowId }) {
      const look = effectOn(number, workflowId).looks.at(-1)
      const read = (ids: readonly number[]) => looks.outputs(workflowId, ids)
      return { before: read(look?.before.outputIds ?? []), after: read(look?.after.outputIds ?? []) }
    },
    keep({ number, workflowId, isKept = true }) {
      command(() => {
        const { looks: told, keptOn } = effectOn(number, workflowId)
        if (told.length === 0) {
          throw new AppError('CONFLICT', 'Nothing is told of its effect yet, so there is nothing to close.')
        }
        if (isKept && keptOn === null) changes.keepEffect(number, workflowId)
        if (!isKept && keptOn !== null) changes.openEffect(number, workflowId, keptOn)
      })
      return details(changes.find(number))
    },
    replan({ number, onDate }) {
      if (onDate <= clock.today()) {
        throw wrongField('onDate', 'That day is not ahead. If it is live since then, say so.')
      }
      command(() => changes.say(number, onDate, 'planned'))
      return details(changes.find(number))
    },
    callOff({ number }) {
      command(() => changes.say(number, changes.find(number).onDate, 'called_off'))
      return details(changes.find(number))
    },
    told: () =>
      measurements
        .measure([...changes.all()])
        .toReversed()
        .flatMap(({ effects, number, onDate, what, kind }) =>
          effects.flatMap((effect) =>
            effect.looks.length === 0
              ? []
              : [
                  {
                    ...{ number, onDate, what, kind, effect },
                    workflowId: effect.workflowId,
                    workflowName: effect.workflowName,
                  },
                ],
          ),
        ),
    settle,
    details,
    all: () => measurements.measure([...changes.all()]),
    waitingChanges: measurements.waiting,
    list({ workflowId, kind = null, search, offset }) {
      const { rows, total } = changes.page({ workflowId, kind, search: search.trim() }, offset, pageSize)
      return { rows: measurements.measure(rows), total }
    },
    get: ({ number }) => details(changes.find(number)),
    tick({ number, step, isDone }) {
      changes.tick(number, step, isDone)
      return details(changes.find(number))
    },
    waiting() {
      const numbers = new Set(measurements.waiting().map(({ number }) => number))
      const rows = changes.newestOf([...numbers], waitingShown)
      return { rows: measurements.measure(rows), total: numbers.size }
    },
    create({ decidedBy = '', approvedBy = '', signalIds, reverts: named = null, ...input }, { locale }) {
      if (!changes.knowsWorkflows(input.workflowIds)) {
        throw wrongField('workflowIds', 'One of the workflows is not here any more. Choose again.')
      }
      assertLive(input.workflowIds, input.onDate, locale)
      assertNotKept(input)
      const entry = { ...input, decidedBy, approvedBy, documentId: null, isAutomatic: false }
      const isPlanned = input.onDate > clock.today()
      return command(() => {
        if (named !== null) assertCanGoBackOn(changes.find(named))
        const reverts = named ?? takenBackBy(entry, changes.all())
        const recorded = changes.record({ ...entry, reverts, isPlanned })
        settle(recorded.number, { signalIds }, null)
        return recorded
      })
    },
  }
}
