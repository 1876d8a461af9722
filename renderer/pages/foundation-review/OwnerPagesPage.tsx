import { useQuery } from '@tanstack/react-query'
import { Redirect, useParams } from 'wouter'
import type { FoundationReview } from '../../../shared/contract/foundation-reviews.ts'
import type { Workflow } from '../../../shared/contract/workflows.ts'
import { formatDay } from '../../../shared/domain/format.ts'
import { type OwnerPage, ownerPages } from '../../features/foundation-reviews/owner-pages.ts'
import { PrintDocument } from '../../features/foundation-reviews/PrintDocument.tsx'
import { reviewQuery, workflowsQuery } from '../../features/foundation-reviews/queries.ts'
import { listPath, namesInWords, reviewPath } from '../../features/foundation-reviews/words.ts'
import styles from '../../parts/print/print.module.css'
import { GoButton } from '../../parts/tasks/GoButton.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { FullPage } from '../../ui/layout/FullPage.tsx'
import shared from '../../ui/layout/shared.module.css'
import { locale } from '../../ui/lib/locale.ts'
import { words } from './words.ts'

/** What a finished review changed for each process owner, a sheet of paper each. */
export function OwnerPagesPage() {
  const id = Number(useParams<{ id: string }>().id)
  const review = useQuery(reviewQuery(id))
  const workflows = useQuery(workflowsQuery())
  if (review.isPending || workflows.isPending) return <Loading />
  if (!review.data || !workflows.data) {
    return (
      <FullPage title={words.whatChangedForYou}>
        <ErrorNote error={review.error ?? workflows.error} />
        <div>
          <GoButton path={listPath}>{words.foundationReviews}</GoButton>
        </div>
      </FullPage>
    )
  }
  if (review.data.state !== 'finished') return <Redirect to={reviewPath(id)} replace />
  return <Pages review={review.data} workflows={workflows.data} />
}

function Pages({ review, workflows }: { review: FoundationReview; workflows: readonly Workflow[] }) {
  const pages = ownerPages(review, workflows)
  return (
    <PrintDocument
      reviewId={review.id}
      title={words.whatChangedForYou}
      fileName={`foundation-review-${review.heldOn}-for-owners`}
      backTo={`${reviewPath(review.id)}/done`}
    >
      {pages.length === 0 && <p>{words.noWorkflowHasAnOwner}</p>}
      {pages.map((page) => (
        <Sheet key={page.owner} page={page} heldOn={review.heldOn} />
      ))}
    </PrintDocument>
  )
}

function Sheet({
  page: { owner, workflows, actions, confirmed },
  heldOn,
}: {
  page: OwnerPage
  heldOn: string
}) {
  return (
    <section className={styles.ownPage}>
      <header className={styles.head}>
        <p>{words.foundationReview(formatDay(heldOn, locale))}</p>
        <h1>{words.whatChangedFor(owner)}</h1>
        <p className={shared.lead}>{words.forWorkflows(namesInWords(workflows))}</p>
      </header>
      <dl className={styles.facts}>
        {actions.map(({ id, kind, sectionName, what, who, dueOn }) => (
          <div key={id}>
            <dt>{sectionName}</dt>
            <dd className={styles.lines}>
              {kind === 'change' ? words.changes(what) : words.isFoundOut(what)}
              <small>{words.whoBy(who, formatDay(dueOn, locale))}</small>
            </dd>
          </div>
        ))}
        {confirmed.length > 0 && (
          <div>
            <dt>{words.stillTrue}</dt>
            <dd>{confirmed.map(({ name }) => name).join(', ')}</dd>
          </div>
        )}
      </dl>
      {actions.length === 0 && <p>{words.nothingChangesForYou}</p>}
    </section>
  )
}
