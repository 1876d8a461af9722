import { type ReactNode, useId } from 'react'
import type { Stop } from '../review-steps.ts'
import type { ReviewSession } from '../use-review-session.ts'
import styles from './scorecard.module.css'

type Props = {
  readonly session: ReviewSession
  readonly stop: Stop
  readonly title: string
  readonly aside?: ReactNode
  readonly children: ReactNode
}

/** One group of the scorecard; outlined while it is the active one. */
export function Group({ session, stop, title, aside, children }: Props) {
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
        {aside && <small>{aside}</small>}
      </header>
      {children}
    </section>
  )
}
