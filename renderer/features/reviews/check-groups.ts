import type { Review, ReviewItem } from '../../../shared/contract/reviews.ts'
import type { Standard } from '../../../shared/contract/workflows.ts'
import { formatNumber, formatShare } from '../../../shared/domain/format.ts'
import { markOf, notMet } from './review-steps.ts'

export type CheckGroup = { readonly title: string; readonly items: readonly ReviewItem[] }

/** Outputs by what they may still need: unfinished first, then issues, then those that met everything. */
export function checkGroups({ items, standards }: Pick<Review, 'items' | 'standards'>): CheckGroup[] {
  const hasIssue = (item: ReviewItem) => notMet(item, standards).length > 0
  const groups = [
    { title: 'Not finished yet', items: items.filter((item) => !item.isDone) },
    { title: 'With an issue', items: items.filter((item) => item.isDone && hasIssue(item)) },
    { title: 'Every standard met', items: items.filter((item) => item.isDone && !hasIssue(item)) },
  ]
  return groups.filter((group) => group.items.length > 0)
}

export const notProvided = 'Not provided'

/** "5 of 5 met"; standards that don't apply count in neither number. */
export function standardsWords(item: ReviewItem, standards: readonly Standard[]): string {
  const verdicts = standards.map(({ id }) => markOf(item, id).verdict)
  const met = verdicts.filter((verdict) => verdict === 'met').length
  const judged = met + verdicts.filter((verdict) => verdict === 'not_met').length
  if (judged === 0) return verdicts.includes('not_applicable') ? 'None applies' : notProvided
  return `${met} of ${judged} met`
}

/** "4, the person who used it" */
export function satisfactionWords({ satisfaction, ratedBy }: ReviewItem): string {
  if (satisfaction === null) return notProvided
  return `${satisfaction}, ${ratedBy === 'user' ? 'by its user' : 'by you'}`
}

const sourceWords = { file: 'from the file', person: 'told', estimate: 'estimate' } as const

/** "30.0%, 6 min, estimate" or "9.8%". */
export function editingWords(item: ReviewItem, review: Pick<Review, 'measure'>, locale: string): string {
  if (item.editing === null) return notProvided
  const share = formatShare(item.editing, locale)
  if (review.measure === 'text' || item.editMinutes === null) return share
  const minutes = formatNumber(item.editMinutes, item.editMinutes % 1 === 0 ? 0 : 1, locale)
  return `${share}, ${minutes} min ${item.minutesSource ? sourceWords[item.minutesSource] : ''}`.trim()
}
