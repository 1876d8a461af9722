import { type ReactNode, useId } from 'react'
import { Keys } from '../../../../ui/keys/Keys.tsx'
import type { Stop } from '../review-steps.ts'
import type { ReviewSession } from '../use-review-session.ts'
import styles from './scorecard.module.css'

type Props = {
  readonly session: ReviewSession
  readonly stop: Stop
  readonly title: string
  /** Digits that choose in it: printed while it is the active one. */
  readonly digits?: number
  readonly aside?: ReactNode
  readonly children: ReactNode
}

/** One group of the scorecard; outlined while it is the active one. */
export function Group({ session, stop, title, digits = 0, aside, children }: Props) {
  const titleId = useId()
  const isActive = session.cursor.group === stop.group
  const enter = () => session.enter(stop)
  return (
    <section
      className={styles.group}
      aria-labelledby={titleId}
      aria-current={isActive ? 'step' : undefined}
      data-group={stop.group}
      onFocus={enter}
      onPointerDown={enter}
    >
      <header>
        <h2 id={titleId}>{title}</h2>
        {isActive && digits > 0 && (
          <span className={styles.now} aria-hidden="true">
            <Keys k="1" />–<Keys k={String(digits)} />
          </span>
        )}
        {aside && <small>{aside}</small>}
      </header>
      {children}
    </section>
  )
}
