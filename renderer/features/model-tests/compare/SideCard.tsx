import { count } from '../../../parts/tasks/words.ts'
import type { SideText as Text } from './comparison.ts'
import styles from './pair.module.css'
import { SideText } from './SideText.tsx'
import { words as say } from './words.ts'

type Props = {
  readonly name: 'Left' | 'Right'
  readonly text: Text
  readonly failedChecks: readonly string[]
  readonly isFailure: boolean
}

/** One side of a pair: its text, and what is known or said against it. */
export function SideCard({ name, text, failedChecks, isFailure }: Props) {
  return (
    <section className={styles.side} aria-label={name} data-failure={isFailure || undefined}>
      <div className={styles.sideHead}>
        <h2>{name}</h2>
        {isFailure && (
          <span className={styles.failure}>
            <svg viewBox="0 0 12 12" aria-hidden="true">
              <path d="M6 0l6 6-6 6-6-6z" />
            </svg>
            {say.mustPassFailure}
          </span>
        )}
        <small>{count(text.words, 'word')}</small>
      </div>
      {failedChecks.length > 0 && (
        <ul className={styles.checks} aria-label={say.checksThatDoesNotPass(name.toLowerCase())}>
          {failedChecks.map((check) => (
            <li key={check}>{check}</li>
          ))}
        </ul>
      )}
      <section
        className={styles.sideText}
        aria-label={`${name} text`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        data-side-text
      >
        <SideText pieces={text.pieces} />
      </section>
    </section>
  )
}
