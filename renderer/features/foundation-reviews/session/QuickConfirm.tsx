import { Button } from '@mantine/core'
import type { ReviewCard } from '../../../../shared/contract/foundation-reviews.ts'
import { summaryOf } from '../../../parts/documents/document-words.ts'
import { count } from '../../../parts/figures/words.ts'
import { locale } from '../../../ui/lib/locale.ts'
import { answerLabels, sinceWords } from '../words.ts'
import dock from './dock.module.css'
import screen from './foundation.module.css'
import styles from './quick.module.css'
import type { FoundationSession } from './use-foundation-session.ts'

/** The sections nothing speaks against, confirmed together or opened one by one. */
export function QuickConfirm({ session }: { session: FoundationSession }) {
  const quick = session.cards.filter(({ isQuick }) => isQuick)
  const open = quick.filter(({ answer, isParked }) => answer === null && !isParked).length
  return (
    <section className={styles.quick} aria-labelledby="quick-name">
      <header className={styles.quickHead}>
        <div>
          <h2 id="quick-name" className={screen.name}>
            Quick confirm
          </h2>
          <p className={styles.quickLead}>
            {quick.length === 1 ? 'This section has' : `These ${count(quick.length, 'section', locale)} have`}{' '}
            no issues and no signals {sinceWords(session.review.since, locale)}. Open one to talk about it.
          </p>
        </div>
        {open > 0 && (
          <Button size="lg" loading={session.isBusy} onClick={() => void session.confirmQuick()}>
            All still true
          </Button>
        )}
      </header>
      {session.hasProblems && open > 0 && (
        <p className={dock.problem} role="alert" data-field-error>
          {count(open, 'section', locale)} without an answer. Confirm them together, or open the ones to talk
          about.
        </p>
      )}
      <ul className={styles.quickList}>
        {quick.map((card) => (
          <QuickRow key={card.sectionId} card={card} onOpen={() => session.open(card.sectionId)} />
        ))}
      </ul>
    </section>
  )
}

function QuickRow({ card, onOpen }: { card: ReviewCard; onOpen: () => void }) {
  const { name, version, answer, isParked } = card
  return (
    <li className={styles.quickRow}>
      <span className={styles.quickName}>{name}</span>
      <span className={styles.quickText} dir="auto">
        {version === null ? 'Never published' : summaryOf(version.text)}
      </span>
      <span className={styles.quickAnswer} data-answer={answer ?? 'none'}>
        {isParked ? 'Parked' : answer !== null && answerLabels[answer]}
      </span>
      <button type="button" className={styles.quickOpen} onClick={onOpen} aria-label={`Open ${name}`}>
        Open
      </button>
    </li>
  )
}
