import type { LiveStep } from '../../../../shared/contract/changes.ts'
import type { Todo, UpcomingDate } from '../../../../shared/contract/results.ts'
import { effectHeadline } from '../../../../shared/domain/effects/effect-words.ts'
import { formatDayOfYear } from '../../../../shared/domain/format.ts'
import type { Day } from '../../../../shared/domain/time/dates.ts'
import type { Attention } from '../../attention.ts'
import type { OpenSteps } from '../changes/service.ts'
import type { Effected } from './looks.ts'

type Facts = {
  effects: (workflowId: number) => readonly Effected[]
  /** When the newest review of a workflow was finished. */
  lastFinished: (workflowId: number) => Day | null
  openSteps: readonly OpenSteps[]
  today: Day
  locale: string
}

type NamedWorkflow = { id: number; name: string; isActive: 0 | 1 }

/** Planned changes whose day has come, wordings nobody said are in the live tool, and what the newest review told of the newest change of each workflow. */
export function attentionOf(workflows: readonly NamedWorkflow[], facts: Facts): Attention {
  const active = workflows.filter(({ isActive }) => isActive === 1)
  const planned = plannedOf(active, facts)
  const { today, locale } = facts
  return {
    todos: [
      ...planned.filter(({ on }) => on <= today).map((each) => isItLive(each, facts)),
      ...facts.openSteps.map((each) => isItInTheTool(each, facts)),
      ...active.flatMap((workflow) => toldTodo(workflow, active, facts) ?? []),
    ],
    dates: planned
      .filter(({ on }) => on > today)
      .map(
        ({ number, on, what }): UpcomingDate => ({
          on,
          what: `Change ${number}, ${what}: planned to go live`,
          isOverdue: false,
          target: { page: 'change', number },
        }),
      )
      .toSorted((first, second) => first.on.localeCompare(second.on, locale)),
  }
}

type Planned = { number: number; what: string; on: Day }

/** Each once, whatever workflows it is about. */
function plannedOf(workflows: readonly NamedWorkflow[], { effects }: Facts): Planned[] {
  const all = workflows.flatMap(({ id }) =>
    effects(id).flatMap(({ change: { number, what, onDate, plan } }) =>
      plan === 'planned' ? [[number, { number, what, on: onDate }] as const] : [],
    ),
  )
  return [...new Map(all).values()]
}

function isItLive({ number, what, on }: Planned, { today, locale }: Facts): Todo {
  return {
    id: `planned:${number}`,
    title: `Is change ${number} live?`,
    detail: `${what} was planned for ${on === today ? 'today' : formatDayOfYear(on, today, locale)}. Until you say so, nothing counts it as live.`,
    action: 'Say whether it is live',
    target: { page: 'change', number },
    mark: null,
  }
}

const stepWords: Readonly<Record<LiveStep, string>> = {
  pasted: 'that it is pasted into the live tool',
  tested: 'that one output was tested',
}

function isItInTheTool(
  { number, name, version, onDate, missing }: OpenSteps,
  { today, locale }: Facts,
): Todo {
  const open = missing.map((step) => stepWords[step]).join(' and ')
  return {
    id: `steps:${number}`,
    title: `Is version ${version} of ${name} in the live tool?`,
    detail: `In force since ${formatDayOfYear(onDate, today, locale)}. Nobody has ticked yet ${open}.`,
    action: 'Check, then tick it',
    target: { page: 'change', number },
    mark: null,
  }
}

/** Worse, or settled by the newest review; gone once it is kept, gone back on, or followed by another change. */
function toldTodo({ id, name }: NamedWorkflow, all: readonly NamedWorkflow[], facts: Facts): Todo | null {
  const { today, locale } = facts
  const newest = facts.effects(id).findLast(({ effect }) => effect.state === 'measured')
  const look = newest?.effect.looks.at(-1)
  if (!newest || !look || newest.change.recordedAfter !== null) return null
  const { effect, change } = newest
  if (effect.keptOn !== null || effect.rolledBackBy !== null || effect.nextChange !== null) return null
  const isSettledNow = look.stage === 'settled' && look.finishedOn === facts.lastFinished(id)
  const isWorse = look.verdict === 'worse'
  if (look.verdict === 'cannot_be_told' || !(isWorse || isSettledNow)) return null
  const about = all.filter((each) =>
    facts.effects(each.id).some((other) => other.change.number === change.number),
  )
  const keep = about.length > 1 ? `Keep it for ${name}` : 'Keep this wording'
  return {
    id: `effect:${change.number}:${id}`,
    title: effectHeadline({ ...effect, recordedBefore: null, recordedAfter: null }, name, today, locale),
    detail: `Change ${change.number}: ${change.what}.`,
    action: isWorse ? 'Go back, or keep it' : keep,
    target: { page: 'change', number: change.number },
    mark: null,
    workflowId: id,
  }
}
