import type { ReviewCard } from '../../../../shared/contract/foundation-reviews.ts'
import { PlainText } from '../../../parts/text/PlainText.tsx'
import styles from './foundation.module.css'

/** The wording under review, to be read from across the room. */
export function SectionWording({ card }: { card: ReviewCard }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.wording} aria-labelledby="section-name" tabIndex={0}>
      <h2 id="section-name" className={styles.name}>
        {card.name}
      </h2>
      {card.version === null ? (
        <p className={styles.noText}>
          This section has never been published. There is no wording to check yet.
        </p>
      ) : (
        <div className={styles.text} dir="auto">
          <PlainText text={card.version.text} />
        </div>
      )}
    </section>
  )
}
