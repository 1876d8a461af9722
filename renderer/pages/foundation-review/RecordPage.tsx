import { useQuery } from '@tanstack/react-query'
import { Redirect, useParams } from 'wouter'
import type { Action, FoundationReview } from '../../../shared/contract/foundation-reviews.ts'
import { formatDay, formatMinutes } from '../../../shared/domain/format.ts'
import { checkGroups } from '../../features/foundation-reviews/check-groups.ts'
import { PrintDocument } from '../../features/foundation-reviews/PrintDocument.tsx'
import { companyQuery, reviewQuery } from '../../features/foundation-reviews/queries.ts'
import {
  decidedSentence,
  figureWords,
  listPath,
  reviewPath,
} from '../../features/foundation-reviews/words.ts'
import styles from '../../parts/print/print.module.css'
import { GoButton } from '../../parts/tasks/GoButton.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { FullPage } from '../../ui/layout/FullPage.tsx'
import shared from '../../ui/layout/shared.module.css'
import { locale } from '../../ui/lib/locale.ts'
import { Table } from '../../ui/tables/Table.tsx'
import { words } from './words.ts'

/** What a finished review decided, for whoever was there and whoever asks later. */
export function RecordPage() {
  const id = Number(useParams<{ id: string }>().id)
  const review = useQuery(reviewQuery(id))
  const company = useQuery(companyQuery())
  if (review.isPending || company.isPending) return <Loading />
  if (!review.data) {
    return (
      <FullPage title={words.record}>
        <ErrorNote error={review.error} />
        <div>
          <GoButton path={listPath}>{words.foundationReviews}</GoButton>
        </div>
      </FullPage>
    )
  }
  if (review.data.state !== 'finished') return <Redirect to={reviewPath(id)} replace />
  return <Record review={review.data} companyName={company.data?.company?.name ?? ''} />
}

function Record({ review, companyName }: { review: FoundationReview; companyName: string }) {
  const { id, heldOn, actions, attendees, nextOn } = review
  return (
    <PrintDocument
      reviewId={id}
      title={words.foundationReviewRecord}
      fileName={`foundation-review-${heldOn}`}
      backTo={`${reviewPath(id)}/done`}
    >
      <header className={styles.head}>
        <p>{companyName}</p>
        <h1>{words.foundationReview2}</h1>
        <p className={shared.lead}>
          {formatDay(heldOn, locale)}. {decidedSentence(review, locale)}
        </p>
      </header>
      <dl className={styles.facts}>
        <div>
          <dt>{words.whyItWasHeld}</dt>
          <dd>{review.reason}</dd>
        </div>
        <div>
          <dt>{words.timeUsed}</dt>
          <dd>{formatMinutes(review.secondsUsed / 60)}</dd>
        </div>
        {nextOn !== null && (
          <div>
            <dt>{words.nextOne}</dt>
            <dd>{formatDay(nextOn, locale)}</dd>
          </div>
        )}
      </dl>
      <Actions title={words.changesToWrite} actions={actions.filter(({ kind }) => kind === 'change')} />
      <Actions title={words.toFindOut} actions={actions.filter(({ kind }) => kind === 'find_out')} />
      <section>
        <h2>{words.sections}</h2>
        <dl className={styles.facts}>
          {checkGroups(review.cards).map(({ title, cards }) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd>{cards.map(({ name }) => name).join(', ')}</dd>
            </div>
          ))}
        </dl>
      </section>
      {attendees.length > 0 && (
        <section className={styles.section}>
          <h2>{words.whoAgreed}</h2>
          <Table label={words.whoAgreed} columns={attendeeColumns}>
            <tbody>
              {attendees.map((attendee) => (
                <tr key={attendee.id}>
                  <th scope="row">{attendee.name}</th>
                  <td>{attendee.role}</td>
                  <td>{attendee.agreedOn === null ? words.notYet : formatDay(attendee.agreedOn, locale)}</td>
                </tr>
              ))}
            </tbody>
          </Table>
        </section>
      )}
    </PrintDocument>
  )
}

const attendeeColumns = [
  { heading: words.name },
  { heading: words.role },
  { heading: words.agreed, width: '24%' },
]

const actionColumns = [
  { heading: words.what },
  { heading: words.who, width: '18%' },
  { heading: words.byWhen, width: '22%' },
  { heading: words.state, width: '19%' },
]

const stateWords = { open: words.open, done: words.done, dropped: words.dropped } as const

function Actions({ title, actions }: { title: string; actions: readonly Action[] }) {
  if (actions.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <Table label={title} columns={actionColumns}>
        <tbody>
          {actions.map((action) => (
            <tr key={action.id}>
              <td>
                <b>{action.sectionName}.</b> {action.what}
                {action.before.map(({ workflowId, workflowName, figure }) => (
                  <small key={workflowId}>
                    {words.editingBefore(workflowName, figureWords(figure, locale))}
                  </small>
                ))}
              </td>
              <td>{action.who}</td>
              <td>{formatDay(action.dueOn, locale)}</td>
              <td>
                {stateWords[action.state]}
                {action.note !== '' && `: ${action.note}`}
                {action.changeNumber !== null && words.change(action.changeNumber)}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  )
}
