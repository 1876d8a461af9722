import type { ReviewCard } from '../../../../shared/contract/foundation-reviews.ts'
import { WordingText } from '../../../parts/text/WordingText.tsx'
import styles from './foundation.module.css'
import { words } from './words.ts'

/** The wording under review, to be read from across the room. */
export function SectionWording({ card }: { card: ReviewCard }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.wording} aria-labelledby="section-name" tabIndex={0}>
      <h2 id="section-name" className={styles.name}>
        {card.name}
      </h2>
      {card.version === null ? (
        <p className={styles.noText}>{words.thisSectionHasNeverBeen}</p>
      ) : (
        <div className={styles.text} dir="auto">
          <WordingText text={card.version.text} />
        </div>
      )}
    </section>
  )
}
