import { type ReactNode, useState } from 'react'
import { count } from '../ui/lib/count.ts'
import { locale } from '../ui/lib/locale.ts'
import styles from './session.module.css'
import type { useSessionClock } from './use-session-clock.ts'
import { words as say } from './words.ts'

type Props = {
  readonly clock: Pick<ReturnType<typeof useSessionClock>, 'awayMs' | 'addBack'>
  /** Asked where one thing takes long; null where it does not. */
  readonly question: Question | null
  /** The time used, quietly. */
  readonly children: ReactNode
}

type Question = {
  readonly words: string
  readonly moveOn: string
  readonly onMoveOn: () => void
  readonly onStay: () => void
}

const worthAddingBackMs = 60_000

/** The time used; or the one thing about time worth a decision: time away, or long on one thing. */
export function ClockLine({ clock, question, children }: Props) {
  const [leftOutMs, setLeftOutMs] = useState(0)
  if (clock.awayMs >= worthAddingBackMs && clock.awayMs !== leftOutMs) {
    return (
      <span className={styles.clock} role="status">
        {say.youveBeenAwaySoThe(minutesInWords(clock.awayMs))}
        <LinkButton words={say.addThemBack} onClick={clock.addBack} />
        <LinkButton words={say.leaveThemOut} onClick={() => setLeftOutMs(clock.awayMs)} />
      </span>
    )
  }
  if (question === null) return <span className={styles.clock}>{children}</span>
  return (
    <span className={styles.clock} role="status">
      {question.words}
      <LinkButton words={question.moveOn} onClick={question.onMoveOn} />
      <LinkButton words={say.stay} onClick={question.onStay} />
    </span>
  )
}

const LinkButton = ({ words, onClick }: { words: string; onClick: () => void }) => (
  <button type="button" className={styles.link} onClick={onClick}>
    {words}
  </button>
)

/** "1 minute", "12 minutes". */
export const minutesInWords = (ms: number): string => count(Math.round(ms / 60_000), 'minute', locale)
