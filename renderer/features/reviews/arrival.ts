import type { Cursor, Group } from '../../../shared/contract/reviews/reviews.ts'

/** What a Change link of Check your answers leaves in the history entry it opens. */
export type Arrival = Partial<Pick<Cursor, 'itemId' | 'group' | 'standardId'>>

const groups: readonly string[] = ['standards', 'issue', 'satisfaction', 'editing', 'note'] satisfies Group[]

/** Reads it back; empty when the review was opened in any other way. */
export function arrivalOf(state: unknown): Arrival {
  if (typeof state !== 'object' || state === null) return {}
  const { itemId, group, standardId } = state as Record<string, unknown>
  if (typeof itemId !== 'number' || typeof group !== 'string' || !groups.includes(group)) return {}
  return { itemId, group: group as Group, standardId: typeof standardId === 'number' ? standardId : null }
}
