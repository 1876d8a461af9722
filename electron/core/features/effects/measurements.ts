import type { Change, ChangeEffect, MeasuredChange } from '../../../../shared/contract/changes.ts'
import type { Look } from '../../../../shared/domain/effects/effect.ts'
import { isOpen } from '../../../../shared/domain/effects/standing.ts'
import type { Month } from '../../../../shared/domain/time/dates.ts'
import type { Changes } from '../changes/service.ts'
import type { createLooks, Effected } from './looks.ts'

/** A change whose effect is open, and the month whose review brings its next look. */
export type WaitingChange = {
  number: number
  what: string
  workflowId: number
  workflowName: string
  dueMonth: Month
  /** Nothing was told of it yet. */
  isFirst: boolean
}

type Looks = Pick<ReturnType<typeof createLooks>, 'of'>

/** What changes did, as the screens and files show it. */
export function createMeasurements(log: Pick<Changes, 'workflows'>, looks: Looks) {
  /** `withOutputs`: the looks name the outputs behind them. */
  function measure(changes: readonly Change[], { withOutputs = false } = {}): MeasuredChange[] {
    const ids = new Set(changes.flatMap(({ workflowIds }) => workflowIds))
    const effects = new Map(
      [...ids].map((id) => [id, new Map(looks.of(id).map((each) => [each.change.number, each]))]),
    )
    return changes.map((change) => ({
      ...change,
      effects: change.isAutomatic
        ? []
        : change.workflowIds.flatMap((workflowId, index) => {
            const found = effects.get(workflowId)?.get(change.number)
            const workflowName = change.workflowNames[index] ?? ''
            return found ? [effectOf(found, { workflowId, workflowName }, withOutputs)] : []
          }),
    }))
  }

  /** Oldest day first; a retired workflow gets no review any more, so nothing waits for one. */
  function waiting(): WaitingChange[] {
    return log
      .workflows()
      .filter(({ isActive }) => isActive === 1)
      .flatMap(({ id, name }) =>
        looks.of(id).flatMap(({ change: { number, what, recordedAfter }, effect }) => {
          const { waitingFor, state } = effect
          if (waitingFor === null || !isOpen(effect) || recordedAfter !== null) return []
          const isFirst = state === 'waiting'
          return [{ number, what, workflowId: id, workflowName: name, dueMonth: waitingFor, isFirst }]
        }),
      )
  }

  return { measure, waiting }
}

function effectOf(
  { change, effect: { number: _number, ...effect } }: Effected,
  workflow: Pick<ChangeEffect, 'workflowId' | 'workflowName'>,
  withOutputs: boolean,
): ChangeEffect {
  const { recordedBefore, recordedAfter } = change
  const told = withOutputs ? effect.looks : effect.looks.map(withoutOutputs)
  const isRecorded = recordedAfter !== null
  return {
    ...workflow,
    ...effect,
    looks: isRecorded ? [] : told,
    waitingFor: isRecorded ? null : effect.waitingFor,
    recordedBefore,
    recordedAfter,
  }
}

const withoutOutputs = (look: Look): Look => ({
  ...look,
  before: { ...look.before, outputIds: [] },
  after: { ...look.after, outputIds: [] },
})
