import type { Signal, Trigger } from '../../contract/signals.ts'
import type { Finding } from '../findings/finding-types.ts'
import { dueWords, formatLine } from '../findings/finding-words.ts'
import type { UpdateDueReason } from '../findings/update-due.ts'
import { formatDay, formatDayOfYear, formatNumber, formatShare } from '../format.ts'
import { type Day, daysBetween } from '../time/dates.ts'
import { type SignalKindId, signalKinds } from './signal-kinds.ts'

/** A workflow in use, with what its latest finished month says. */
export type WatchedWorkflow = {
  id: number
  name: string
  latest: { finishedOn: Day; finding: Pick<Finding, 'updateDue' | 'lines' | 'status' | 'month'> } | null
}

export type TriggerSignal = Pick<
  Signal,
  'id' | 'kind' | 'text' | 'onDate' | 'workflowId' | 'workflowName' | 'sectionId' | 'sectionName'
>

/** What a trigger is about, without words: kept with a review, and said in the language of whoever reads it. */
export type TriggerFacts =
  | { kind: 'update_due'; workflowName: string; updateLine: number; reason: UpdateDueReason }
  /** As reviews of before findings kept it. */
  | { kind: 'update_due'; workflowName: string; updateLine: number; mean: number }
  | { kind: SignalKindId; onDate: Day; places: string[]; text: string }
  | { kind: SignalKindId; sectionName: string; count: number; lastOn: Day }

/** A trigger that nobody has put in words yet. */
export type BareTrigger = Omit<Trigger, 'kind' | 'message'> & { facts: TriggerFacts }

const feedbackDays = 60
const fewestNotes = 3
const longestQuote = 120
const longestBrief = 90

/**
 * What calls for a Foundation review before its date, by R8 of the rules: Update due, a business change, a
 * provider update, three or more team feedback notes on one section within 60 days. `signals` are the open ones;
 * whatever is from the day of the last review or earlier calls for none.
 */
export function triggersOf({
  lastReviewOn,
  workflows,
  signals,
}: {
  lastReviewOn: Day | null
  workflows: readonly WatchedWorkflow[]
  signals: readonly TriggerSignal[]
}): BareTrigger[] {
  const isNew = (day: Day) => lastReviewOn === null || day > lastReviewOn
  const recent = signals.filter(({ onDate }) => isNew(onDate))
  const updates = workflows.flatMap((workflow) =>
    workflow.latest && isNew(workflow.latest.finishedOn) ? updateTrigger(workflow) : [],
  )
  const events = recent.flatMap((signal) => eventTrigger(signal) ?? [])
  return [...updates, ...events, ...feedbackTriggers(recent)]
}

/** A trigger with its sentence. */
export function toTrigger({ facts, ...trigger }: BareTrigger, locale: string): Trigger {
  return { ...trigger, kind: facts.kind, message: triggerSentence(facts, locale) }
}

export function triggerSentence(facts: TriggerFacts, locale: string): string {
  if (facts.kind === 'update_due') {
    const line = formatLine(facts.updateLine, locale)
    if ('reason' in facts) {
      return `An update of ${facts.workflowName} is due: ${dueWords(facts.reason, line, locale)}.`
    }
    return `An update of ${facts.workflowName} is due: editing over the last three months was ${formatShare(facts.mean, locale)}, above your ${line} line.`
  }
  if ('sectionName' in facts) {
    return `The team gave feedback on ${facts.sectionName} ${formatNumber(facts.count, 0, locale)} times within 60 days, last on ${formatDay(facts.lastOn, locale)}.`
  }
  const about = facts.places.length === 0 ? '' : ` about ${facts.places.join(' in ')}`
  return `${signalKinds[facts.kind].label} on ${formatDay(facts.onDate, locale)}${about}: ${closed(facts.text)}`
}

/** The same in a few words, for a list inside a sentence. */
export function briefTrigger(facts: TriggerFacts, today: Day, locale: string): string {
  if (facts.kind === 'update_due') return `${facts.workflowName} is due for an update`
  if ('sectionName' in facts) {
    const last = formatDayOfYear(facts.lastOn, today, locale)
    return `${formatNumber(facts.count, 0, locale)} notes from the team on ${facts.sectionName}, the last on ${last}`
  }
  const quote = beginningOf(facts.text.replace(/[.\s]+$/, ''), longestBrief)
  return `“${quote}” on ${formatDayOfYear(facts.onDate, today, locale)}`
}

function updateTrigger({ id, name, latest }: WatchedWorkflow): BareTrigger[] {
  const reason = latest?.finding.updateDue[0]
  const { lines, status, month } = latest?.finding ?? {}
  if (!reason || !lines || status !== 'update_due') return []
  return [
    {
      id: `update_due:${id}:${month}`,
      facts: { kind: 'update_due', workflowName: name, updateLine: lines.update, reason },
      signalIds: [],
      workflowId: id,
      sectionId: null,
    },
  ]
}

/** A business change or a provider update calls for a review by itself. */
function eventTrigger(signal: TriggerSignal): BareTrigger | null {
  const { id, kind, text, onDate, workflowId, sectionId } = signal
  if (signalKinds[kind].calls !== 'alone') return null
  const places = [signal.sectionName, signal.workflowName].filter((name) => name !== null)
  const facts = { kind, onDate, places, text: beginningOf(text) }
  return { id: `signal:${id}`, facts, signalIds: [id], workflowId, sectionId }
}

/** Notes on one section count together when the first and the last are at most 60 days apart. */
function feedbackTriggers(signals: readonly TriggerSignal[]): BareTrigger[] {
  const notes = signals.filter(({ kind }) => signalKinds[kind].calls === 'together')
  return [...Map.groupBy(notes, ({ sectionId }) => sectionId)].flatMap(
    ([sectionId, group]): BareTrigger[] => {
      const counted = latestTogether(group)
      const last = counted.at(-1)
      if (sectionId === null || !last) return []
      const [workflowId = null, ...others] = new Set(counted.map((note) => note.workflowId))
      const sectionName = last.sectionName ?? 'one section'
      return [
        {
          id: `feedback:${sectionId}`,
          facts: { kind: 'feedback', sectionName, count: counted.length, lastOn: last.onDate },
          signalIds: counted.map(({ id }) => id),
          workflowId: others.length === 0 ? workflowId : null,
          sectionId,
        },
      ]
    },
  )
}

/** The latest notes that are enough within 60 days, oldest first; none where there are never enough. */
function latestTogether(group: readonly TriggerSignal[]): TriggerSignal[] {
  const notes = group.toSorted((a, b) => (a.onDate < b.onDate ? -1 : a.onDate > b.onDate ? 1 : a.id - b.id))
  const at = notes.findLastIndex(({ onDate }, index) => {
    const first = notes[index + 1 - fewestNotes]
    return first !== undefined && daysBetween(first.onDate, onDate) <= feedbackDays
  })
  const last = notes[at]
  return last
    ? notes.slice(0, at + 1).filter(({ onDate }) => daysBetween(onDate, last.onDate) <= feedbackDays)
    : []
}

/** The beginning of a note on one line. */
export function beginningOf(text: string, longest = longestQuote): string {
  const letters = [...text.replaceAll(/\s+/g, ' ').trim()]
  return letters.length > longest ? `${letters.slice(0, longest).join('').trimEnd()}…` : letters.join('')
}

const closed = (sentence: string) => (/[.!?…]$/.test(sentence) ? sentence : `${sentence}.`)
