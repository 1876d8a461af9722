import type { RollOut, Stage, Version } from '../../../shared/contract/documents.ts'
import { formatDay } from '../../../shared/domain/format.ts'
import type { Day } from '../../../shared/domain/time/dates.ts'
import { assertNever } from '../../../shared/errors.ts'
import { words as say } from './words.ts'

/** How far a wording goes where nobody says otherwise. */
export const forEveryone: RollOut = { stage: 'production', team: '', until: null }

/** "Version 4, in force since 3 March 2026", or how far it has come, in each workflow where they differ. */
export function standingOf(version: Version, locale: string): string {
  const [first, ...others] = standings(version, locale)
  const name = `Version ${version.number}`
  if (!first || others.length === 0) return `${name}, ${first?.words ?? since(version.liveOn, locale)}`
  return `${name}, ${[first, ...others].map(withWorkflows).join(', ')}`
}

/** What stands in a table under "In force since": a day, or how far the wording has come; then what it was before. */
export function standingLines(version: Version, locale: string): string[] {
  const [first, ...others] = standings(version, locale)
  if (!first) return [formatDay(version.liveOn, locale)]
  if (others.length > 0) return [first, ...others].map((each) => capital(withWorkflows(each)))
  const before = pilotBefore(version.stages.filter(({ workflowId }) => workflowId === first.stage.workflowId))
  const now = first.stage.stage === 'production' ? formatDay(first.stage.since, locale) : capital(first.words)
  return before === null ? [now] : [now, before]
}

/** Since when everyone has a wording; null while, or because, not everyone ever had it. */
export function inForceSince({ stages, liveOn }: Version): Day | null {
  if (stages.length === 0) return liveOn
  return stages.find(({ stage }) => stage === 'production')?.since ?? null
}

/** "pilot with Sales North before", of stages, earliest first, of which the last is the one it is in. */
export function pilotBefore(stages: readonly Stage[]): string | null {
  const last = stages.at(-1)
  const pilot = stages.findLast(({ stage }) => stage === 'pilot')
  return pilot && last?.stage !== 'pilot' ? say.pilotWithBefore(pilot.team) : null
}

type Place = Version['stages'][number]
type Standing = { words: string; stage: Place; workflows: string[] }

/** How far a wording has come today, once for all the workflows that stand alike. */
function standings({ stages }: Version, locale: string): Standing[] {
  const latest = [...new Map(stages.map((stage) => [stage.workflowId, stage])).values()]
  return [...Map.groupBy(latest, (stage) => stageWords(stage, locale))].flatMap(([words, alike]) => {
    const [stage] = alike
    return stage ? [{ words, stage, workflows: alike.map(({ workflowName }) => workflowName) }] : []
  })
}

const withWorkflows = ({ words, workflows }: Standing) => `${words} (${workflows.join(', ')})`

function stageWords({ stage, team, until, since: from }: Stage, locale: string): string {
  switch (stage) {
    case 'production':
      return since(from, locale)
    case 'pilot':
      return say.pilotWith(team, until === null ? '' : ` until ${formatDay(until, locale)}`)
    case 'testing':
      return say.inTestingSince(formatDay(from, locale))
    case 'retired':
      return say.retiredSince(formatDay(from, locale))
    default:
      return assertNever(stage)
  }
}

const since = (day: Day, locale: string) => say.inForceSince2(formatDay(day, locale))
const capital = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`
