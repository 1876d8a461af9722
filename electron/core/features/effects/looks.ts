import type { Stage } from '../../../../shared/contract/documents.ts'
import {
  type ChangeEffect,
  changeEffects,
  effectRuleVersion,
  type LiveChange,
} from '../../../../shared/domain/effects/effect.ts'
import { type Month, monthOf } from '../../../../shared/domain/time/dates.ts'
import type { Context } from '../../context.ts'
import type { Changes, TimedChange } from '../changes/service.ts'
import type { Findings } from '../findings/service.ts'
import type { Months } from '../months/service.ts'
import type { Releases } from '../releases/service.ts'
import { createLookStore, type LookCause } from './look-store.ts'

/** A change of one workflow with what came of it. */
export type Effected = { change: TimedChange; effect: ChangeEffect }

type Needs = {
  changes: Pick<Changes, 'timed'>
  findings: Pick<Findings, 'reviews'>
  months: Pick<Months, 'all'>
  releases: Pick<Releases, 'stages'>
}

/** What the changes of each workflow did (R9): worked out by output date, each look kept as it was first told. */
export function createLooks(
  { db, clock, commands }: Context,
  { changes, findings, months, releases }: Needs,
) {
  const command = commands('changes')
  const store = createLookStore(db)
  const written = db.prepare<[], number>('SELECT total_changes()').pluck()
  let known = { key: '', effects: new Map<number, Effected[]>(), months: new Map<number, MonthsOf>() }

  /** Worked out once for all workflows, until something is written. */
  function current() {
    const key = `${clock.today()} ${written.get()}`
    if (known.key !== key) known = { key, effects: new Map(), months: new Map() }
    return known
  }

  function monthsOf(workflowId: number): MonthsOf {
    const { months: kept } = current()
    if (kept.size === 0) {
      for (const [id, own] of Map.groupBy(months.all(), ({ workflow }) => workflow.id)) {
        const skipped = own.flatMap(({ month, state }) => (state === 'skipped' ? [month] : []))
        kept.set(id, { skipped, openFrom: own.find(({ isHistory }) => !isHistory)?.month ?? null })
      }
    }
    return kept.get(workflowId) ?? { skipped: [], openFrom: monthOf(clock.today()) }
  }

  function workOut(workflowId: number): Map<number, ChangeEffect> {
    const stages = releases.stages(workflowId)
    const live = changes
      .timed(workflowId)
      .flatMap((change) => liveChange(change, stages.get(change.number) ?? []) ?? [])
    const { skipped, openFrom } = monthsOf(workflowId)
    return changeEffects(live, findings.reviews(workflowId), {
      today: clock.today(),
      skippedMonths: skipped,
      openFrom,
    })
  }

  /** A look that another rule version told stays as it was told. */
  function keep(workflowId: number, cause: LookCause) {
    const effects = workOut(workflowId)
    const before = new Map(
      store.ofWorkflow(workflowId).map((row) => [`${row.changeNumber} ${row.month}`, row]),
    )
    for (const { number, looks, countsFrom } of effects.values()) {
      for (const look of looks) {
        const key = `${number} ${look.month}`
        const stored = before.get(key)
        before.delete(key)
        if (stored && (stored.ruleVersion !== effectRuleVersion || isSame(stored.look, look))) continue
        write({
          number,
          month: look.month,
          workflowId,
          countsFrom,
          before: stored?.look ?? null,
          look,
          cause,
        })
      }
    }
    for (const { changeNumber: number, month, look } of before.values()) {
      const countsFrom = effects.get(number)?.countsFrom ?? look.finishedOn
      write({ number, month, workflowId, countsFrom, before: look, look: null, cause })
    }
  }

  type Written = {
    number: number
    month: Month
    workflowId: number
    countsFrom: string
    before: ChangeEffect['looks'][number] | null
    look: ChangeEffect['looks'][number] | null
    cause: LookCause
  }

  function write({ number, month, workflowId, countsFrom, before, look, cause }: Written) {
    store.insert({
      changeNumber: number,
      workflowId,
      month,
      cause: look?.finishedOn === clock.today() ? 'review' : cause,
      computedAt: clock.now(),
      ruleVersion: effectRuleVersion,
      countsFrom,
      look,
    })
    command.log({
      actor: 'evenkeel',
      action: 'look',
      entity: 'change',
      entityId: String(number),
      before: before && { workflowId, ...before },
      after: look && { workflowId, ...look },
    })
  }

  function of(workflowId: number): Effected[] {
    const { effects: kept } = current()
    const found = kept.get(workflowId)
    if (found) return found
    const looks = new Map(
      store.ofWorkflow(workflowId).map(({ changeNumber, month, look }) => [`${changeNumber} ${month}`, look]),
    )
    const effects = workOut(workflowId)
    const list = changes.timed(workflowId).flatMap((change) => {
      const effect = effects.get(change.number)
      if (!effect) return []
      const told = effect.looks.map((look) => looks.get(`${change.number} ${look.month}`) ?? look)
      return [{ change, effect: { ...effect, looks: told } }]
    })
    kept.set(workflowId, list)
    return list
  }

  return {
    of,
    outputs: store.outputs,
    /** Keeps what is told anew of these workflows, at the end of the command that made it so. */
    keepAtEnd(workflowIds: readonly number[]) {
      for (const id of workflowIds) command.atEnd(`looks ${id}`, () => keep(id, 'record'))
    },
    /** Keeps the looks of workflows from before looks were kept. */
    lookBack() {
      const ids = store.withoutLooks()
      const due = ids.filter((id) => [...workOut(id).values()].some(({ looks }) => looks.length > 0))
      if (due.length > 0) command(() => due.map((id) => keep(id, 'earlier')))
    },
  }
}

type MonthsOf = { skipped: Month[]; openFrom: Month | null }

const isSame = (first: unknown, second: unknown) => JSON.stringify(first) === JSON.stringify(second)

/** Null for a note of Evenkeel's own that is not about the measure: it changed nothing. */
function liveChange(change: TimedChange, stages: readonly Stage[]): LiveChange | null {
  const { number, onDate, isAutomatic, isMeasureChange, isStartingPoint, reverts, plan, keptOn } = change
  if (isAutomatic && !isMeasureChange) return null
  const kind =
    plan ?? (isMeasureChange ? 'measure' : isStartingPoint ? 'starting_point' : ('change' as const))
  return { number, liveOn: onDate, kind, reverts, keptOn, pilot: pilotOf(stages) }
}

/** How far a wording that was not for everyone at once went. Who is in the team is what its name names. */
function pilotOf(stages: readonly Stage[]): LiveChange['pilot'] {
  if (stages.length === 0 || stages[0]?.stage === 'production') return null
  const pilot = stages.find(({ stage }) => stage === 'pilot')
  const production = stages.find(({ stage }) => stage === 'production')
  return { people: namesIn(pilot?.team ?? ''), productionOn: production?.since ?? null }
}

const namesIn = (team: string) =>
  [team, ...team.split(/[,;&\n]|\band\b/)].map((name) => name.trim()).filter((name) => name !== '')
