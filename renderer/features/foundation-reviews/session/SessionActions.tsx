import { Button } from '@mantine/core'
import styles from '../../../session/session.module.css'
import { Keys } from '../../../ui/keys/Keys.tsx'
import { neighbour } from './steps.ts'
import type { FoundationSession } from './use-foundation-session.ts'

type Props = {
  readonly session: FoundationSession
  readonly singleKeys: boolean
  readonly showKeys: () => void
}

/** What can be done with the section as a whole; each button prints its key. */
export function SessionActions({ session, singleKeys, showKeys }: Props) {
  const { card, steps, step, only } = session
  const key = (k: string) => (singleKeys ? <Keys k={k} /> : undefined)
  // On that page another button is the one to press.
  const hasQuickLeft = !card && session.cards.some((each) => each.isQuick && each.answer === null)
  const isLast = neighbour(steps, step, 1) === null
  return (
    <footer className={styles.actions}>
      <Button
        variant="subtle"
        disabled={session.isAtStart}
        rightSection={<Keys k="←" />}
        onClick={() => session.go(-1)}
      >
        Back
      </Button>
      <Button variant="subtle" rightSection={<Keys k="→" />} onClick={() => session.go(1)}>
        Skip
      </Button>
      {card && (
        <Button
          variant="subtle"
          disabled={card.isParked && isLast}
          rightSection={key('P')}
          onClick={session.park}
        >
          Park
        </Button>
      )}
      <Button variant="subtle" rightSection={key('?')} onClick={showKeys}>
        Keys
      </Button>
      <span className={styles.actionsEnd}>
        {session.undoLabel !== null && (
          <Button
            variant="subtle"
            className={styles.undo}
            rightSection={<Keys k="Mod+Z" />}
            onClick={session.undo}
          >
            Undo “{session.undoLabel}”
          </Button>
        )}
        <Button
          size="md"
          variant={hasQuickLeft ? 'default' : 'filled'}
          rightSection={<Keys k="Enter" />}
          onClick={session.next}
        >
          {only !== null ? 'Save and return' : isLast ? 'Check your answers' : 'Next'}
        </Button>
      </span>
    </footer>
  )
}
