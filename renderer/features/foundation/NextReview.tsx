import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import type { FoundationPlan } from '../../../shared/contract/foundation-reviews.ts'
import { formatDay } from '../../../shared/domain/format.ts'
import { orpc } from '../../api/client.ts'
import { locale } from '../../ui/lib/locale.ts'
import { words as say } from './words.ts'

/** When the sections are gone through next; nothing while no review is planned. */
export function NextReview() {
  const plan = useQuery(orpc.foundationReviews.plan.queryOptions())
  const words = plan.data ? wordsOf(plan.data) : null
  return words === null ? null : <Link href="/reviews/foundation">{words}</Link>
}

function wordsOf({ openReviewId, dueOn, isOverdue }: FoundationPlan): string | null {
  if (openReviewId !== null) return say.aFoundationReviewIsUnder
  if (dueOn === null) return null
  const day = formatDay(dueOn, locale)
  return isOverdue ? say.foundationReviewDueSince(day) : say.nextFoundationReview(day)
}
