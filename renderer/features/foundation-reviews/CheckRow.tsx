import { Link } from 'wouter'
import type { ReviewCard } from '../../../shared/contract/foundation-reviews.ts'
import { formatDay } from '../../../shared/domain/format.ts'
import { actionsOf, isDecided } from '../../../shared/domain/foundation/foundation-answers.ts'
import { locale } from '../../ui/lib/locale.ts'
import styles from './foundation-reviews.module.css'
import { notProvided, reviewPath, words } from './words.ts'

type Props = { readonly reviewId: number; readonly card: ReviewCard }

/** What was said of one section, and the way back to it. */
export function CheckRow({ reviewId, card }: Props) {
  const { sectionId, name, answer } = card
  const isOpen = !isDecided(card)
  return (
    <li className={styles.answer}>
      <b>{name}</b>
      <span>
        {!isOpen && answer !== 'yes' && <FollowUp card={card} />}
        {card.isParked && <span className={styles.quiet}>{words.parked}</span>}
      </span>
      <Link
        href={`${reviewPath(reviewId)}/session`}
        state={{ sectionId }}
        aria-label={isOpen ? words.answer(name) : words.change2(name)}
      >
        {isOpen ? words.answer2 : words.change3}
      </Link>
    </li>
  )
}

function FollowUp({ card }: { card: ReviewCard }) {
  return actionsOf(card).map(({ what, who, dueOn, at }) => (
    <span key={at} className={styles.toDo}>
      {what === '' ? <span className={styles.missing}>{notProvided}</span> : what}
      <br />
      <small>
        {who === '' ? <span className={styles.missing}>{words.who(notProvided.toLowerCase())}</span> : who} ·{' '}
        {dueOn === null ? (
          <span className={styles.missing}>{words.when(notProvided.toLowerCase())}</span>
        ) : (
          `by ${formatDay(dueOn, locale)}`
        )}
      </small>
    </span>
  ))
}
