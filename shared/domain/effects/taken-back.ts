import { isSameButForSpaces } from '../text/same-wording.ts'
import type { Day } from '../time/dates.ts'

/** A change with its wordings whole. */
type WordedChange = {
  onDate: Day
  kind: string
  workflowIds: readonly number[]
  from: string
  to: string
}

type EarlierChange = WordedChange & {
  number: number
  revertedBy: number | null
  isStartingPoint: boolean
  plan: string | null
}

/**
 * The number of the change that a new one takes back by hand: the newest of the same kind and workflows whose
 * earlier wording the new one restores, live and not gone back on yet. Null where there is none. `earlier` is by number.
 */
export function takenBackBy(change: WordedChange, earlier: Iterable<EarlierChange>): number | null {
  const isWorded = change.from.trim() !== '' && change.to.trim() !== ''
  if (!isWorded || isSameButForSpaces(change.from, change.to)) return null
  let newest: EarlierChange | null = null
  for (const each of earlier) {
    // By number, so the later of one day comes last.
    if (isUndoneBy(change, each) && (newest === null || each.onDate >= newest.onDate)) newest = each
  }
  return newest?.number ?? null
}

function isUndoneBy(change: WordedChange, earlier: EarlierChange): boolean {
  const { kind, onDate, workflowIds, from, to, revertedBy, isStartingPoint, plan } = earlier
  return (
    kind === change.kind &&
    onDate <= change.onDate &&
    revertedBy === null &&
    plan === null &&
    !isStartingPoint &&
    to.trim() !== '' &&
    isSameSet(workflowIds, change.workflowIds) &&
    isSameButForSpaces(from, change.to)
  )
}

const isSameSet = (first: readonly number[], second: readonly number[]) =>
  new Set(first).size === new Set(second).size && first.every((id) => second.includes(id))
