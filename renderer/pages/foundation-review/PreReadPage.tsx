import { useQuery } from '@tanstack/react-query'
import { useParams } from 'wouter'
import type { FoundationReview, ReviewCard } from '../../../shared/contract/foundation-reviews.ts'
import { formatDay, formatMonth } from '../../../shared/domain/format.ts'
import { sectionMinutes, sessionParts } from '../../../shared/domain/foundation/session-length.ts'
import { signalKinds } from '../../../shared/domain/foundation/signal-kinds.ts'
import { PrintDocument } from '../../features/foundation-reviews/PrintDocument.tsx'
import { companyQuery, reviewQuery } from '../../features/foundation-reviews/queries.ts'
import {
  listPath,
  namesInWords,
  reasonsToTalk,
  reviewPath,
  sinceWords,
} from '../../features/foundation-reviews/words.ts'
import { count } from '../../parts/figures/words.ts'
import styles from '../../parts/print/print.module.css'
import { GoButton } from '../../parts/tasks/GoButton.tsx'
import { WordingText } from '../../parts/text/WordingText.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { FullPage } from '../../ui/layout/FullPage.tsx'
import shared from '../../ui/layout/shared.module.css'
import { locale } from '../../ui/lib/locale.ts'
import { words } from './words.ts'

/** What everybody reads before the session: the sections, most issues first, and what came up about each. */
export function PreReadPage() {
  const id = Number(useParams<{ id: string }>().id)
  const review = useQuery(reviewQuery(id))
  const company = useQuery(companyQuery())
  if (review.isPending || company.isPending) return <Loading />
  if (!review.data) {
    return (
      <FullPage title="Pre-read">
        <ErrorNote error={review.error} />
        <div>
          <GoButton path={listPath}>{words.foundationReviews}</GoButton>
        </div>
      </FullPage>
    )
  }
  return <PreRead review={review.data} companyName={company.data?.company?.name ?? ''} />
}

function PreRead({ review, companyName }: { review: FoundationReview; companyName: string }) {
  const { id, heldOn, since, cards } = review
  const talk = cards.filter(({ isQuick }) => !isQuick)
  const quick = cards.filter(({ isQuick }) => isQuick)
  return (
    <PrintDocument
      reviewId={id}
      title={words.foundationReviewPreRead}
      fileName={words.foundationReviewPreRead2(heldOn)}
      backTo={reviewPath(id)}
    >
      <header className={styles.head}>
        <p>{companyName}</p>
        <h1>{words.foundationReview2}</h1>
        <p className={shared.lead}>
          {formatDay(heldOn, locale)}. {review.reason}
        </p>
      </header>
      <dl className={styles.facts}>
        {review.attendees.length > 0 && (
          <div>
            <dt>{words.withWord}</dt>
            <dd>{namesInWords(review.attendees.map(({ name }) => name))}</dd>
          </div>
        )}
        <div>
          <dt>{words.agenda}</dt>
          <dd>
            {words.agendaMinutes(
              sessionParts.opening,
              sectionMinutes(review.cards),
              sessionParts.actions,
              sessionParts.closing,
            )}
          </dd>
        </div>
        <div>
          <dt>{words.yourTask}</dt>
          <dd>{words.readEachWordingAndAsk}</dd>
        </div>
      </dl>
      {talk.length > 0 && (
        <section>
          <h2>{words.toTalkAbout}</h2>
          {talk.map((card) => (
            <Section key={card.sectionId} card={card} review={review} />
          ))}
        </section>
      )}
      {review.signals.length > 0 && (
        <section>
          <h2>{words.aboutNoSectionYet}</h2>
          <ul>
            {review.signals.map((signal) => (
              <li key={signal.id}>
                {signal.text} ({signalKinds[signal.kind].label.toLowerCase()},{' '}
                {formatDay(signal.onDate, locale)})
              </li>
            ))}
          </ul>
        </section>
      )}
      {quick.length > 0 && (
        <section>
          <h2>{words.toConfirmTogether}</h2>
          <p className={styles.note}>{words.noIssuesAndNoSignals(sinceWords(since, locale))}</p>
          {quick.map((card) => (
            <Section key={card.sectionId} card={card} review={review} />
          ))}
        </section>
      )}
    </PrintDocument>
  )
}

function Section({ card, review }: { card: ReviewCard; review: FoundationReview }) {
  const { name, version, verifier, lastVerifiedOn, issues, signals } = card
  const actions = review.actions.filter(({ sectionId }) => sectionId === card.sectionId)
  const checked =
    lastVerifiedOn === null ? words.notCheckedYet : `checked ${formatDay(lastVerifiedOn, locale)}`
  const reasons = reasonsToTalk(card, locale)
  return (
    <section className={styles.section}>
      <h3>{name}</h3>
      <p className={styles.note}>
        {version === null ? words.neverPublished : words.inForceSince(formatDay(version.liveOn, locale))},{' '}
        {checked}
        {verifier !== '' && words.checksIt(verifier)}
        {reasons !== '' && `. ${reasons.replace(' · ', ', ')}`}
      </p>
      {version !== null && (
        <div className={styles.wording} dir="auto">
          <WordingText text={version.text} />
        </div>
      )}
      {issues.length > 0 && (
        <>
          <h4>{card.issueCount > issues.length ? words.theLatestIssues(issues.length) : words.issues}</h4>
          <ul>
            {issues.map((issue) => (
              <li key={`${issue.itemId} ${issue.standard} ${issue.type}`}>
                {issue.type === '' ? issue.standard : issue.type}
                {issue.note !== '' && `: ${issue.note}`} ({issue.workflowName},{' '}
                {formatMonth(issue.month, locale)})
              </li>
            ))}
          </ul>
        </>
      )}
      {signals.length > 0 && (
        <>
          <h4>{count(signals.length, 'signal', locale)}</h4>
          <ul>
            {signals.map((signal) => (
              <li key={signal.id}>
                {signal.text} ({signalKinds[signal.kind].label.toLowerCase()},{' '}
                {formatDay(signal.onDate, locale)})
              </li>
            ))}
          </ul>
        </>
      )}
      {actions.length > 0 && (
        <>
          <h4>{words.decidedBeforeNotDoneYet}</h4>
          <ul>
            {actions.map(({ id, what, who, dueOn }) => (
              <li key={id}>{words.by(what, who, formatDay(dueOn, locale))}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
