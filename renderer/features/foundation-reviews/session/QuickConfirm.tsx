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
import { words } from './words.ts'

/** The sections nothing speaks against, confirmed together or opened one by one. */
export function QuickConfirm({ session }: { session: FoundationSession }) {
  const quick = session.cards.filter(({ isQuick }) => isQuick)
  const open = quick.filter(({ answer, isParked }) => answer === null && !isParked).length
  return (
    <section className={styles.quick} aria-labelledby="quick-name">
      <header className={styles.quickHead}>
        <div>
          <h2 id="quick-name" className={screen.name}>
            {words.quickConfirm}
          </h2>
          <p className={styles.quickLead}>
            {words.noIssuesAndNoSignals(
              quick.length === 1
                ? words.thisSectionHas
                : words.theseHave(count(quick.length, 'section', locale)),
              sinceWords(session.review.since, locale),
            )}
          </p>
        </div>
        {open > 0 && (
          <Button size="lg" loading={session.isBusy} onClick={() => void session.confirmQuick()}>
            {words.allStillTrue}
          </Button>
        )}
      </header>
      {session.hasProblems && open > 0 && (
        <p className={dock.problem} role="alert" data-field-error>
          {words.withoutAnAnswerConfirmThem(count(open, 'section', locale))}
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
        {version === null ? words.neverPublished : summaryOf(version.text)}
      </span>
      <span className={styles.quickAnswer} data-answer={answer ?? 'none'}>
        {isParked ? words.parked : answer !== null && answerLabels[answer]}
      </span>
      <button type="button" className={styles.quickOpen} onClick={onOpen} aria-label={words.open(name)}>
        {words.open2}
      </button>
    </li>
  )
}
