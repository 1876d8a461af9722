import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import type { FoundationPlan, FoundationReviewSummary } from '../../../shared/contract/foundation-reviews.ts'
import { formatDay, formatMinutes } from '../../../shared/domain/format.ts'
import { GoButton } from '../../parts/tasks/GoButton.tsx'
import lists from '../../parts/tasks/lists.module.css'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { Actions } from '../../ui/layout/Actions.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import { NextStepCard } from '../../ui/layout/NextStepCard.tsx'
import { Section } from '../../ui/layout/Section.tsx'
import { locale } from '../../ui/lib/locale.ts'
import styles from './foundation-reviews.module.css'
import { OpenActions } from './OpenActions.tsx'
import { planQuery, reviewsQuery } from './queries.ts'
import { outcomeWords, reviewPath, words } from './words.ts'

/** The next Foundation review and why, what earlier ones decided and nobody has done yet, and those held. */
export function FoundationReviews() {
  const plan = useQuery(planQuery())
  const reviews = useQuery(reviewsQuery())
  if (plan.isPending || reviews.isPending) return <Loading />
  const error = plan.error ?? reviews.error
  if (error || !plan.data || !reviews.data) return <ErrorNote error={error} />
  const underWay = reviews.data.find(({ id }) => id === plan.data.openReviewId)
  const past = reviews.data.filter(({ state }) => state === 'finished')
  return (
    <div className={styles.stack}>
      <NextReview plan={plan.data} underWay={underWay} />
      <OpenActions />
      {past.length > 0 && (
        <Section title={words.heldSoFar}>
          <Card className={lists.list}>
            <ul className={lists.rows}>
              {past.map((review) => (
                <PastRow key={review.id} review={review} />
              ))}
            </ul>
          </Card>
        </Section>
      )}
    </div>
  )
}

type NextProps = { readonly plan: FoundationPlan; readonly underWay: FoundationReviewSummary | undefined }

function NextReview({ plan, underWay }: NextProps) {
  if (plan.sectionCount === 0) {
    return (
      <EmptyState
        title={words.foundationReviewsWillStandHere}
        action={<GoButton path="/foundation">{words.goToTheFoundation}</GoButton>}
      >
        {words.withTheProcessOwnersYou}
      </EmptyState>
    )
  }
  const { dueOn, isOverdue } = plan
  return (
    <NextStepCard labelledBy="next-review" isOverdue={isOverdue && !underWay}>
      <div>
        <small>{underWay ? words.underWay : words.nextFoundationReview}</small>
        <h2 id="next-review">{nextTitle(plan, underWay)}</h2>
        <p className={styles.quiet}>
          {!underWay && isOverdue && <span className={styles.overdue}>{words.overdue}</span>}
          {underWay ? underWayWords(underWay) : whyNow(plan)}
        </p>
        {!underWay && plan.triggers.length > 0 && (
          <ul className={styles.triggers} aria-label={words.whatBringsItForward}>
            {plan.triggers.map(({ id, message }) => (
              <li key={id}>
                <svg viewBox="0 0 12 12" aria-hidden="true">
                  <path d="M6 1l5.5 10H.5z" />
                </svg>
                {message}
              </li>
            ))}
          </ul>
        )}
      </div>
      {underWay ? (
        <GoButton path={reviewPath(underWay.id)}>{words.goOn}</GoButton>
      ) : (
        <Actions>
          {dueOn === null && (
            <GoButton path="/workflows" variant="default">
              {words.setAGoLiveDate}
            </GoButton>
          )}
          <GoButton path={reviewPath('new')}>{words.prepareTheFoundationReview}</GoButton>
        </Actions>
      )}
    </NextStepCard>
  )
}

function nextTitle({ dueOn }: FoundationPlan, underWay: FoundationReviewSummary | undefined): string {
  if (underWay) return formatDay(underWay.heldOn, locale)
  return dueOn === null ? words.noDateYet : formatDay(dueOn, locale)
}

/** In one sentence; what is listed below is not said twice. */
function whyNow({ reason, triggers }: FoundationPlan): string {
  const isListed = triggers.some(({ message }) => reason.includes(message))
  return isListed ? words.whatCameUpSinceThe : reason
}

function underWayWords({ state, answered, total }: FoundationReviewSummary): string {
  return state === 'preparing' ? words.beingPrepared : words.ofSectionsAnswered(answered, total)
}

function PastRow({ review }: { review: FoundationReviewSummary }) {
  const { id, heldOn, secondsUsed } = review
  return (
    <li>
      <Link href={`${reviewPath(id)}/done`} className={lists.row}>
        <span className={lists.title}>{formatDay(heldOn, locale)}</span>
        <span className={lists.detail}>{outcomeWords(review, locale)}</span>
        <span className={lists.state}>{words.used(formatMinutes(secondsUsed / 60))}</span>
      </Link>
    </li>
  )
}
