import { Button } from '@mantine/core'
import styles from '../../../../session/session.module.css'
import { KeyHint } from '../../../../ui/keys/KeyHelp.tsx'
import type { Shortcut } from '../../../../ui/keys/shortcut.ts'
import own from '../review.module.css'
import { judgingKeys, sessionKeys } from '../shortcuts.ts'
import type { ReviewSession } from '../use-review-session.ts'
import { words } from './words.ts'

type Props = {
  readonly session: ReviewSession
  readonly singleKeys: boolean
  /** The output was opened from Check your answers and goes back there. */
  readonly returnsToCheck: boolean
  readonly openDialog: (dialog: 'replace' | 'keys') => void
  /** Ends a second look before its last output. */
  readonly onStop: () => void
}

/** What can be done with the output as a whole; each button prints its key. */
export function ActionBar({ session, singleKeys, returnsToCheck, openDialog, onStop }: Props) {
  const { review, items, item, index } = session
  const hint = (of: Pick<Shortcut<never>, 'keys'>) => <KeyHint of={of} singleKeys={singleKeys} />
  return (
    <footer className={styles.actions} data-key-area="scorecard">
      <Button
        variant="subtle"
        disabled={index === 0}
        rightSection={hint(judgingKeys.back)}
        onClick={() => session.go(-1)}
      >
        {words.back}
      </Button>
      <Button
        variant="subtle"
        disabled={index >= items.length - 1}
        rightSection={hint(judgingKeys.skip)}
        onClick={() => session.go(1)}
      >
        {words.skip}
      </Button>
      <Button variant="subtle" rightSection={hint(judgingKeys.replace)} onClick={() => openDialog('replace')}>
        {words.cantJudge}
      </Button>
      <Button
        variant="subtle"
        aria-pressed={item?.isFlagged ?? false}
        className={own.flag}
        rightSection={hint(judgingKeys.flag)}
        onClick={() => item && session.choose({ isFlagged: !item.isFlagged })}
      >
        {item?.isFlagged ? words.flagged : words.flag}
      </Button>
      <Button variant="subtle" rightSection={hint(judgingKeys.note)} onClick={() => session.openNote(null)}>
        {words.note}
      </Button>
      <Button variant="subtle" rightSection={hint(sessionKeys.keys)} onClick={() => openDialog('keys')}>
        {words.keys}
      </Button>
      {review.secondOf !== null && index < items.length - 1 && (
        <Button variant="subtle" onClick={onStop}>
          {words.stopHere}
        </Button>
      )}
      <span className={styles.actionsEnd}>
        {review.undoLabel !== null && (
          <Button
            variant="subtle"
            className={styles.undo}
            rightSection={hint(sessionKeys.undo)}
            onClick={() => void session.undo()}
          >
            {words.undo(review.undoLabel)}
          </Button>
        )}
        <Button rightSection={hint(judgingKeys.finish)} onClick={session.finish}>
          {finishWords(returnsToCheck, index === items.length - 1)}
        </Button>
      </span>
    </footer>
  )
}

function finishWords(returnsToCheck: boolean, isLast: boolean): string {
  if (returnsToCheck) return words.saveAndReturn
  return isLast ? words.saveAndCheck : words.saveAndNext
}
