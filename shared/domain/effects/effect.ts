import { compareText, type FinishedReview, fewestValues } from '../findings/finished-review.ts'
import { addDays, addMonths, type Day, type Month, monthOf } from '../time/dates.ts'
import { type Look, looksOf } from './effect-looks.ts'
import { liesIn, newestFirst, type PlacedOutput, placedOutputs } from './effect-sides.ts'

/** Raised whenever the same facts would give another look. */
export const effectRuleVersion = 1

/**
 * A change of one workflow as far as its effect depends on it. A 'starting_point' writes down how things were, a
 * 'measure' change ends what can be compared, a 'planned' one waits to be said live and 'called_off' never was:
 * none of them has an effect.
 */
export type LiveChange = {
  number: number
  /** The day it went live, or is planned for; of a pilot the day the pilot began. */
  liveOn: Day
  kind: 'change' | 'starting_point' | 'measure' | 'planned' | 'called_off'
  /** The change this one went back on. */
  reverts: number | null
  pilot: { people: readonly string[]; productionOn: Day | null } | null
  /** The day the owner closed its effect: what is reviewed later says nothing more. */
  keptOn?: Day | null
}

/**
 * What a change did (R9). `looks` are oldest first, the last is the verdict to show. 'undone' is a change gone
 * back on before five outputs of its own days were reviewed, and the going back: nothing can be told of either.
 */
export type ChangeEffect = {
  number: number
  state: 'starting_point' | 'measure' | 'planned' | 'called_off' | 'pilot' | 'undone' | 'waiting' | 'measured'
  /** From when it counts: the live day, or the first day of production. */
  countsFrom: Day
  isTeamOnly: boolean
  rolledBackBy: number | null
  /** The changes that cannot be told apart from this one. */
  sharedWith: number[]
  looks: Look[]
  /** The next change that went live; it ends what can be told of this one. */
  nextChange: number | null
  keptOn: Day | null
  /** The month whose review brings the next look; null where none is to come. */
  waitingFor: Month | null
}

export type { Look }

/** A change that is live, with the outputs of a pilot team set apart where there is one. */
type Acting = LiveChange & { countsFrom: Day; team: ReadonlySet<string> | null; isTeamOnly: boolean }

/** `openFrom` is the first month of the workflow that is still to be reviewed: no earlier one is waited for. */
type Options = { today: Day; skippedMonths: readonly Month[]; openFrom?: Month | null }

/** The effect of every change of one workflow, by its number. `reviews` are the workflow's finished ones. */
export function changeEffects(
  changes: readonly LiveChange[],
  reviews: readonly FinishedReview[],
  { today, skippedMonths, openFrom = null }: Options,
): Map<number, ChangeEffect> {
  const outputs = placedOutputs(reviews)
  const acting = changes
    .flatMap((change) => actingOf(change, outputs, today) ?? [])
    .sort((a, b) => compareText(a.countsFrom, b.countsFrom) || a.number - b.number)
  const undone = undonePairs(acting, outputs)
  const closed = new Set([...reviews.map(({ month }) => month), ...skippedMonths])
  const measured = groupsOf(acting, outputs, reviews, undone).flatMap((group) =>
    effectsOfGroup(group, acting, { outputs, reviews, closed, openFrom }),
  )
  const byNumber = new Map(measured.map((effect) => [effect.number, effect]))
  const countsFrom = new Map(acting.map((change) => [change.number, change.countsFrom]))
  return new Map(
    changes.map((change) => {
      const own = byNumber.get(change.number)
      const bare = bareEffect(change, undone, countsFrom.get(change.number) ?? null, today)
      const rolledBackBy =
        changes.find(({ reverts, kind }) => reverts === change.number && kind === 'change')?.number ?? null
      return [change.number, { ...(own ?? bare), rolledBackBy }]
    }),
  )
}

function bareEffect(
  { number, kind, liveOn, pilot }: LiveChange,
  undone: ReadonlySet<number>,
  countsFrom: Day | null,
  today: Day,
): ChangeEffect {
  const state =
    kind !== 'change'
      ? kind
      : liveOn > today
        ? 'planned'
        : undone.has(number)
          ? 'undone'
          : pilot
            ? 'pilot'
            : 'waiting'
  return {
    number,
    state,
    countsFrom: countsFrom ?? liveOn,
    isTeamOnly: false,
    rolledBackBy: null,
    sharedWith: [],
    looks: [],
    nextChange: null,
    keptOn: null,
    waitingFor: null,
  }
}

/** Null for what has no effect, or none yet: a pilot begins with production where no output names its team. */
function actingOf(change: LiveChange, outputs: readonly PlacedOutput[], today: Day): Acting | null {
  const { kind, liveOn, pilot } = change
  if (kind !== 'change' || liveOn > today) return null
  if (!pilot) return { ...change, countsFrom: liveOn, team: null, isTeamOnly: false }
  const team = new Set(pilot.people)
  const isNamed = outputs.some(({ by, first }) => by !== null && team.has(by) && first >= liveOn)
  const { productionOn } = pilot
  if (productionOn !== null && productionOn <= today) {
    return { ...change, countsFrom: productionOn, team: isNamed ? team : null, isTeamOnly: false }
  }
  return isNamed ? { ...change, countsFrom: liveOn, team, isTeamOnly: true } : null
}

const between = (outputs: readonly PlacedOutput[], from: Acting, until: Acting) =>
  outputs.filter((output) => liesIn(output, from.countsFrom, until.countsFrom)).length

/** Both sides of a going back that left the change fewer than five reviewed outputs of its own. */
function undonePairs(acting: readonly Acting[], outputs: readonly PlacedOutput[]): Set<number> {
  const numbers = acting.flatMap((change, index) => {
    const before = acting[index - 1]
    return before && change.reverts === before.number && between(outputs, before, change) < fewestValues
      ? [before.number, change.number]
      : []
  })
  return new Set(numbers)
}

/** Neighbours with fewer than five reviewed outputs between them, once the review that could bring more is done. */
function groupsOf(
  acting: readonly Acting[],
  outputs: readonly PlacedOutput[],
  reviews: readonly FinishedReview[],
  undone: ReadonlySet<number>,
): Acting[][] {
  const groups: Acting[][] = []
  for (const change of acting) {
    if (undone.has(change.number)) continue
    const group = groups.at(-1)
    const before = group?.at(-1)
    const lastMonth = monthOf(addDays(change.countsFrom, -1))
    const isReviewed = reviews.some(({ month }) => month >= lastMonth)
    const isTogether = before && (before.countsFrom === change.countsFrom || isReviewed)
    if (group && isTogether && between(outputs, before, change) < fewestValues) group.push(change)
    else groups.push([change])
  }
  return groups
}

type Facts = {
  outputs: readonly PlacedOutput[]
  reviews: readonly FinishedReview[]
  closed: ReadonlySet<Month>
  openFrom: Month | null
}

function effectsOfGroup(
  group: readonly Acting[],
  acting: readonly Acting[],
  { outputs, reviews, closed, openFrom }: Facts,
): ChangeEffect[] {
  const first = group[0]
  const last = group.at(-1)
  if (!first || !last) return []
  const previous = acting[acting.indexOf(first) - 1] ?? null
  const next = acting[acting.indexOf(last) + 1] ?? null
  const until = next?.countsFrom ?? null
  const isTeam = ({ by }: PlacedOutput) => by !== null && last.team?.has(by) === true
  const counted = last.isTeamOnly ? outputs.filter(isTeam) : outputs
  const before = counted.filter(
    (output) =>
      liesIn(output, previous?.countsFrom ?? null, first.countsFrom) &&
      // In production, the pilot's own outputs are neither before nor after.
      (last.isTeamOnly || !isTeam(output) || output.last < last.liveOn),
  )
  const after = counted.filter((output) => liesIn(output, last.countsFrom, until))
  const looks = looksOf({ before: newestFirst(before), after, reviews, until })
  const isSettled = looks.at(-1)?.stage === 'settled'
  return group.map(({ number, countsFrom, isTeamOnly, keptOn = null }) => ({
    number,
    state: looks.length > 0 ? 'measured' : 'waiting',
    countsFrom,
    isTeamOnly,
    rolledBackBy: null,
    sharedWith: group.flatMap((other) => (other.number === number ? [] : [other.number])),
    looks: keptOn === null ? looks : looks.filter(({ finishedOn }) => finishedOn <= keptOn),
    nextChange: next?.number ?? null,
    keptOn,
    waitingFor: isSettled || keptOn !== null ? null : nextOpenMonth(last.countsFrom, openFrom, closed),
  }))
}

/** The first month from the change's own that is neither finished nor skipped, nor before `openFrom`. */
function nextOpenMonth(from: Day, openFrom: Month | null, closed: ReadonlySet<Month>): Month {
  let month = openFrom !== null && openFrom > monthOf(from) ? openFrom : monthOf(from)
  while (closed.has(month)) month = addMonths(month, 1)
  return month
}
