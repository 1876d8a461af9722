import { Button } from '@mantine/core'
import styles from '../../../session/session.module.css'
import { KeyHint } from '../../../ui/keys/KeyHelp.tsx'
import type { Shortcut } from '../../../ui/keys/shortcut.ts'
import { foundationKeys } from './shortcuts.ts'
import { neighbour } from './steps.ts'
import type { FoundationSession } from './use-foundation-session.ts'
import { words } from './words.ts'

type Props = {
  readonly session: FoundationSession
  readonly singleKeys: boolean
  readonly showKeys: () => void
}

/** What can be done with the section as a whole; each button prints its key. */
export function SessionActions({ session, singleKeys, showKeys }: Props) {
  const { card, steps, step, only } = session
  const hint = (of: Pick<Shortcut<never>, 'keys'>) => <KeyHint of={of} singleKeys={singleKeys} />
  // On that page another button is the one to press.
  const hasQuickLeft = !card && session.cards.some((each) => each.isQuick && each.answer === null)
  const isLast = neighbour(steps, step, 1) === null
  return (
    <footer className={styles.actions}>
      <Button
        variant="subtle"
        disabled={session.isAtStart}
        rightSection={hint(foundationKeys.back)}
        onClick={() => session.go(-1)}
      >
        {words.back}
      </Button>
      <Button variant="subtle" rightSection={hint(foundationKeys.skip)} onClick={() => session.go(1)}>
        {words.skip}
      </Button>
      {card && (
        <Button
          variant="subtle"
          disabled={card.isParked && isLast}
          rightSection={hint(foundationKeys.park)}
          onClick={session.park}
        >
          {words.park}
        </Button>
      )}
      <Button variant="subtle" rightSection={hint(foundationKeys.keys)} onClick={showKeys}>
        {words.keys}
      </Button>
      <span className={styles.actionsEnd}>
        {session.undoLabel !== null && (
          <Button
            variant="subtle"
            className={styles.undo}
            rightSection={hint(foundationKeys.undo)}
            onClick={session.undo}
          >
            {words.undo(session.undoLabel)}
          </Button>
        )}
        <Button
          size="md"
          variant={hasQuickLeft ? 'default' : 'filled'}
          rightSection={hint(foundationKeys.next)}
          onClick={session.next}
        >
          {only !== null ? words.saveAndReturn : isLast ? words.checkYourAnswers : words.next}
        </Button>
      </span>
    </footer>
  )
}
