import type { Review, ReviewItem } from '../../../../shared/contract/reviews/reviews.ts'
import type { Standard } from '../../../../shared/contract/workflows.ts'
import { measures } from '../../../../shared/domain/figures/measures/index.ts'
import { formatNumber, formatShare } from '../../../../shared/domain/format.ts'
import { markOf, notMet } from '../session/review-steps.ts'
import { words } from './words.ts'

export type CheckGroup = { readonly title: string; readonly items: readonly ReviewItem[] }

/** Outputs by what they may still need: unfinished first, then issues, then those that met everything. */
export function checkGroups({ items, standards }: Pick<Review, 'items' | 'standards'>): CheckGroup[] {
  const hasIssue = (item: ReviewItem) => notMet(item, standards).length > 0
  const groups = [
    { title: words.notFinishedYet, items: items.filter((item) => !item.isDone) },
    { title: words.withAnIssue, items: items.filter((item) => item.isDone && hasIssue(item)) },
    { title: words.everyStandardMet, items: items.filter((item) => item.isDone && !hasIssue(item)) },
  ]
  return groups.filter((group) => group.items.length > 0)
}

export const notProvided = words.notProvided

/** "5 of 5 met"; standards that don't apply count in neither number. */
export function standardsWords(item: ReviewItem, standards: readonly Standard[]): string {
  const verdicts = standards.map(({ id }) => markOf(item, id).verdict)
  const met = verdicts.filter((verdict) => verdict === 'met').length
  const judged = met + verdicts.filter((verdict) => verdict === 'not_met').length
  if (judged === 0) return verdicts.includes('not_applicable') ? words.noneApplies : notProvided
  return `${met} of ${judged} met`
}

/** "4, the person who used it" */
export function satisfactionWords({ satisfaction, ratedBy }: ReviewItem): string {
  if (satisfaction === null) return notProvided
  return `${satisfaction}, ${ratedBy === 'user' ? words.byItsUser : words.byYou}`
}

/** "30.0%" */
export function editingWords({ editing }: ReviewItem, locale: string): string {
  return editing === null ? notProvided : formatShare(editing, locale)
}

const sourceWords = { file: words.fromTheFile, person: 'told', estimate: 'estimate' } as const

/** "6 min, estimate": what the minutes measure counts with; null where the figure comes from the texts. */
export function minutesWords(
  { editMinutes, minutesSource }: ReviewItem,
  { measure }: Pick<Review, 'measure'>,
  locale: string,
): string | null {
  if (measures[measure].asks !== 'minutes' || editMinutes === null) return null
  const minutes = `${formatNumber(editMinutes, editMinutes % 1 === 0 ? 0 : 1, locale)} min`
  return minutesSource ? `${minutes}, ${sourceWords[minutesSource]}` : minutes
}
