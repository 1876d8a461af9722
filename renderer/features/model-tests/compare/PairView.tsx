import { Textarea } from '@mantine/core'
import type { Pair } from '../../../../shared/contract/model-tests/compare.ts'
import { InputCard } from '../outputs/InputCard.tsx'
import type { Sides } from './comparison.ts'
import type { Said } from './judgement.ts'
import styles from './pair.module.css'
import { SideCard } from './SideCard.tsx'
import { UnlikeNote } from './SideText.tsx'
import { words } from './words.ts'

type Props = {
  readonly pair: Pair
  readonly said: Said
  readonly sides: Sides
  /** True once a note was asked for, so that an empty one is on screen too. */
  readonly hasNote: boolean
  readonly onNote: (note: string) => void
  readonly onNoteLeft: () => void
}

/** What was asked, what the two sides answered, and the note. */
export function PairView({ pair, said, sides, hasNote, onNote, onNoteLeft }: Props) {
  return (
    <div className={styles.pair}>
      <InputCard pair={pair} />
      <div className={styles.two}>
        <SideCard
          name="Left"
          text={sides.left}
          failedChecks={pair.leftFailedChecks}
          isFailure={said.leftFails}
        />
        <SideCard
          name="Right"
          text={sides.right}
          failedChecks={pair.rightFailedChecks}
          isFailure={said.rightFails}
        />
      </div>
      <UnlikeNote sides={sides} />
      {(hasNote || said.note !== '') && (
        <Textarea
          label={words.note}
          autosize
          minRows={1}
          maxRows={4}
          maxLength={2000}
          value={said.note}
          autoFocus={hasNote}
          onChange={(event) => onNote(event.currentTarget.value)}
          onBlur={onNoteLeft}
        />
      )}
    </div>
  )
}
