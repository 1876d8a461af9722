import type { Change, MeasuredChange } from '../../../../shared/contract/changes.ts'
import { effectsOf } from '../../../../shared/domain/figures/change-effect.ts'
import type { Month } from '../../../../shared/domain/time/dates.ts'
import type { Changes } from '../changes/service.ts'
import type { Findings } from '../reviews/done/findings.ts'

/** A change without its "after", and the month whose review brings it. */
export type WaitingChange = {
  number: number
  what: string
  workflowId: number
  workflowName: string
  dueMonth: Month
}

/** What changes did, worked out from the finished reviews; each workflow is read once a call. */
export function createMeasurements(
  log: Pick<Changes, 'timed' | 'workflows'>,
  findings: Pick<Findings, 'measured'>,
) {
  function measure(changes: readonly Change[]): MeasuredChange[] {
    const ids = new Set(changes.flatMap(({ workflowIds }) => workflowIds))
    const effects = new Map([...ids].map((id) => [id, effectsOf(log.timed(id), findings.measured(id))]))
    return changes.map((change) => ({
      ...change,
      effects: change.workflowIds.flatMap((workflowId, index) => {
        const effect = effects.get(workflowId)?.get(change.number)
        return effect ? [{ workflowId, workflowName: change.workflowNames[index] ?? '', ...effect }] : []
      }),
    }))
  }

  /** Oldest day first; a retired workflow gets no review any more, so nothing waits for one. */
  function waiting(): WaitingChange[] {
    return log
      .workflows()
      .filter(({ isActive }) => isActive === 1)
      .flatMap(({ id, name }) => {
        const timed = log.timed(id)
        const effects = effectsOf(timed, findings.measured(id))
        return timed.flatMap(({ number, what }) => {
          const dueMonth = effects.get(number)?.dueMonth ?? null
          return dueMonth === null ? [] : [{ number, what, workflowId: id, workflowName: name, dueMonth }]
        })
      })
  }

  return { measure, waiting }
}
