import { Button } from '@mantine/core'
import { pairVerdicts, verdictWords } from '../../../../shared/domain/model-tests/pair-verdicts.ts'
import frame from '../../../session/session.module.css'
import { KeyHint } from '../../../ui/keys/KeyHelp.tsx'
import { Keys, keyName } from '../../../ui/keys/Keys.tsx'
import type { Shortcut } from '../../../ui/keys/shortcut.ts'
import type { PairSide } from './judgement.ts'
import { compareKeys } from './shortcuts.ts'
import type { Judging } from './use-judging.ts'
import styles from './verdict-bar.module.css'
import { words } from './words.ts'

type Props = {
  readonly judging: Judging
  readonly singleKeys: boolean
  readonly openNote: () => void
  readonly showKeys: () => void
}

const sideWords: Readonly<Record<PairSide, string>> = { left: words.onTheLeft, right: words.onTheRight }

/** What can be said of the pair; each button prints its key. */
export function VerdictBar({ judging, singleKeys, openNote, showKeys }: Props) {
  const { index, pairId, pair, said, isAskingSide, undoLabel } = judging
  const hint = (of: Pick<Shortcut<never>, 'keys'>) => <KeyHint of={of} singleKeys={singleKeys} />
  const isOver = pairId === null
  // The question needs the room; the keys work on.
  const hasRoom = !isAskingSide
  return (
    <footer className={styles.actions}>
      <div className={styles.actionsStart}>
        <Button
          variant="subtle"
          disabled={index === 0}
          rightSection={hint(compareKeys.back)}
          onClick={() => judging.go(-1)}
        >
          {words.back}
        </Button>
        {!isOver && hasRoom && (
          <Button variant="subtle" rightSection={hint(compareKeys.note)} disabled={!pair} onClick={openNote}>
            {words.note}
          </Button>
        )}
        {undoLabel !== null && hasRoom && (
          <Button
            variant="subtle"
            title={words.undo(undoLabel, keyName(compareKeys.undo.keys[0]))}
            onClick={judging.undo}
          >
            {words.undo2}
          </Button>
        )}
        {hasRoom && (
          <Button variant="subtle" rightSection={hint(compareKeys.keys)} onClick={showKeys}>
            {words.keys}
          </Button>
        )}
      </div>
      {isOver ? null : isAskingSide ? (
        <SideQuestion judging={judging} hasKeys={singleKeys} />
      ) : (
        <fieldset className={styles.picks}>
          <legend className={frame.unseen}>{words.verdict}</legend>
          {pairVerdicts.map((verdict) => (
            <button
              key={verdict}
              type="button"
              className={styles.pick}
              data-verdict={verdict}
              aria-pressed={said?.verdict === verdict}
              disabled={!said}
              onClick={() => judging.judge(verdict)}
            >
              {verdictWords[verdict]}
              {hint(compareKeys[verdict])}
            </button>
          ))}
        </fieldset>
      )}
      {!isOver && (
        <div className={styles.actionsEnd}>
          <Button
            variant="subtle"
            className={styles.mustPass}
            aria-expanded={isAskingSide}
            disabled={!said}
            rightSection={hint(compareKeys.mustPass)}
            onClick={judging.askSide}
          >
            {words.mustPassFailure}
          </Button>
          <Button
            disabled={!said}
            variant={said?.verdict ? 'filled' : 'default'}
            rightSection={hint(compareKeys.next)}
            onClick={judging.next}
          >
            {words.next}
          </Button>
        </div>
      )}
    </footer>
  )
}

function SideQuestion({ judging, hasKeys }: { judging: Judging; hasKeys: boolean }) {
  const { said } = judging
  const marked = { left: said?.leftFails ?? false, right: said?.rightFails ?? false }
  return (
    <fieldset className={styles.picks}>
      <legend className={styles.question}>{words.whereIsTheMustPass}</legend>
      {(['left', 'right'] as const).map((side) => (
        <button
          key={side}
          type="button"
          className={styles.pick}
          data-tone="bad"
          aria-pressed={marked[side]}
          onClick={() => judging.turnFailure(side)}
        >
          {sideWords[side]}
          <Keys
            k={(hasKeys ? compareKeys[side] : compareKeys[side === 'left' ? 'back' : 'skip']).keys[0] ?? ''}
          />
        </button>
      ))}
      <Button
        variant="subtle"
        rightSection={<KeyHint of={compareKeys.leave} singleKeys={hasKeys} />}
        onClick={judging.stopAsking}
      >
        {words.cancel}
      </Button>
    </fieldset>
  )
}
