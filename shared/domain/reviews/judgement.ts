import type { ItemState } from '../../contract/reviews/item-state.ts'
import type { ReviewItem } from '../../contract/reviews/reviews.ts'
import type { Standard } from '../../contract/workflows.ts'
import type { Problem } from '../../errors.ts'

type Judged = Pick<ItemState, 'marks'>

const verdictWords = { met: 'met', not_met: 'not met', not_applicable: 'doesn’t apply' } as const

/** What is still missing before an output counts as judged. `field` is "standard:<id>" or "issue:<id>". */
export function missingIn(state: Judged, standards: readonly Standard[]): Problem[] {
  const marks = new Map(state.marks.map((mark) => [mark.standardId, mark]))
  return standards.flatMap(({ id, name }) => {
    const mark = marks.get(id)
    if (!mark?.verdict) {
      return [{ field: `standard:${id}`, message: `Choose met, not met or doesn’t apply for ${name}.` }]
    }
    if (mark.verdict === 'not_met' && !mark.issueType) {
      return [{ field: `issue:${id}`, message: `Choose what is wrong with ${name}.` }]
    }
    return []
  })
}

/** False as soon as a must-pass standard is not met. */
export function isFitToSend(state: Judged, standards: readonly Standard[]): boolean {
  const mustPass = new Set(standards.filter((standard) => standard.isMustPass).map(({ id }) => id))
  return !state.marks.some((mark) => mark.verdict === 'not_met' && mustPass.has(mark.standardId))
}

/** Met and judged marks over outputs; "doesn't apply" and unmarked count in neither. */
export function countStandards(items: readonly Judged[]): { met: number; judged: number } {
  const verdicts = items.flatMap((item) => item.marks.map((mark) => mark.verdict))
  const met = verdicts.filter((verdict) => verdict === 'met').length
  return { met, judged: met + verdicts.filter((verdict) => verdict === 'not_met').length }
}

/** The issue type found most often, the first found among equals; null without issues. */
export function topIssue(items: readonly Judged[]): { type: string; count: number } | null {
  const counts = new Map<string, number>()
  for (const { issueType } of items.flatMap((item) => item.marks)) {
    if (issueType) counts.set(issueType, (counts.get(issueType) ?? 0) + 1)
  }
  const [top] = [...counts].sort(([, first], [, second]) => second - first)
  return top ? { type: top[0], count: top[1] } : null
}

/** The plain mean of the ratings given by one side, null when there are none. */
export function meanSatisfaction(
  items: readonly Pick<ReviewItem, 'satisfaction' | 'ratedBy'>[],
  by: ItemState['ratedBy'],
): number | null {
  const ratings = items.flatMap((item) =>
    item.ratedBy === by && item.satisfaction !== null ? [item.satisfaction] : [],
  )
  return ratings.length === 0 ? null : ratings.reduce((sum, rating) => sum + rating, 0) / ratings.length
}

/** What a save did, as "Undo …" names it; null when nothing changed. */
export function describeItemChange(
  before: ItemState,
  after: ItemState,
  standards: readonly Standard[],
): string | null {
  if (before.isDone !== after.isDone) return after.isDone ? 'Save and next' : 'Output opened again'
  const names = new Map(standards.map(({ id, name }) => [id, name]))
  const earlier = new Map(before.marks.map((mark) => [mark.standardId, mark]))
  const changed = after.marks.filter(
    (mark) => JSON.stringify(mark) !== JSON.stringify(earlier.get(mark.standardId)),
  )
  const [first] = changed
  if (first) return describeMarks(changed, first, earlier.get(first.standardId), names)
  if (before.satisfaction !== after.satisfaction || before.ratedBy !== after.ratedBy) {
    return after.satisfaction === null ? 'Satisfaction cleared' : `Satisfaction ${after.satisfaction}`
  }
  if (before.editMinutes !== after.editMinutes || before.minutesSource !== after.minutesSource) {
    return after.editMinutes === null ? 'Minutes cleared' : `${after.editMinutes} minutes`
  }
  if (before.isFlagged !== after.isFlagged) return after.isFlagged ? 'Flag' : 'Flag removed'
  return before.note === after.note ? null : 'Note'
}

type Mark = ItemState['marks'][number]

function describeMarks(
  changed: readonly Mark[],
  first: Mark,
  before: Mark | undefined,
  names: ReadonlyMap<number, string>,
): string {
  if (changed.length > 1 && changed.every((mark) => mark.verdict === 'met')) return 'All met'
  const name = names.get(first.standardId) ?? 'Standard'
  if (first.verdict !== before?.verdict) {
    return first.verdict === null ? `${name} cleared` : `${name} ${verdictWords[first.verdict]}`
  }
  if (first.issueType !== before.issueType && first.issueType) return `${name}: ${first.issueType}`
  return first.section === before.section ? `${name}: note` : `${name}: section`
}
