import { type FoundationReference, foundationCadence, nextFoundationReview } from './cadence.ts'
import { addDays, type Day, daysBetween } from './dates.ts'

/** How far ahead a due Foundation review is a card of its own on Home. */
const weekAhead = 7

/** The next Foundation review. `openedBy` are the triggers that call for it before its day. */
export type FoundationDue = {
  on: Day
  cadence: 'monthly' | 'quarterly'
  state: 'ahead' | 'soon' | 'due' | 'overdue' | 'triggered'
  daysOverdue: number
  openedBy: readonly string[]
}

/**
 * When the Foundation is next reviewed (R8): monthly in the first six months after the newest go-live, then
 * quarterly; none before there is a Foundation. A trigger opens it today, where it is not due within a week anyway.
 * Null where none is due.
 */
export function foundationDue(
  reference: FoundationReference,
  { today, hasFoundation, triggers }: { today: Day; hasFoundation: boolean; triggers: readonly string[] },
): FoundationDue | null {
  if (!hasFoundation) return null
  const scheduled = nextFoundationReview(reference)
  const isTriggered = triggers.length > 0 && (scheduled === null || scheduled > addDays(today, weekAhead))
  const on = isTriggered ? today : scheduled
  if (on === null) return null
  const { newestGoLive } = reference
  return {
    on,
    cadence: newestGoLive === null ? 'quarterly' : foundationCadence(newestGoLive, on),
    state: isTriggered ? 'triggered' : stateOf(on, today),
    daysOverdue: Math.max(0, daysBetween(on, today)),
    openedBy: triggers,
  }
}

function stateOf(on: Day, today: Day): FoundationDue['state'] {
  if (on < today) return 'overdue'
  if (on === today) return 'due'
  return on <= addDays(today, weekAhead) ? 'soon' : 'ahead'
}
