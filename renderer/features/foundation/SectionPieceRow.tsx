import { Button, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import { formatNumber } from '../../../shared/domain/format.ts'
import { ReadingText } from '../../parts/text/ReadingText.tsx'
import layout from '../../ui/layout/layout.module.css'
import { locale } from '../../ui/lib/locale.ts'
import styles from './foundation.module.css'
import type { SectionPiece } from './section-pieces.ts'
import { words as say } from './words.ts'

type SectionPieceRowProps = {
  piece: SectionPiece
  /** There is a chosen section above it. */
  canMerge: boolean
  problem: string | undefined
  onRename: (name: string) => void
  onMerge: () => void
  onLeaveOut: (isLeftOut: boolean) => void
}

/** One section of a file: its name, its text to look at, and what becomes of it. */
export function SectionPieceRow({
  piece,
  canMerge,
  problem,
  onRename,
  onMerge,
  onLeaveOut,
}: SectionPieceRowProps) {
  const { name, text, isLeftOut } = piece
  const called = name.trim() || say.thisSection
  const words = useMemo(() => text.split(/\s+/).filter(Boolean).length, [text])
  // Nobody opens all of them, and a long document is slow to lay out.
  const [isOpen, setIsOpen] = useState(false)
  return (
    <li className={styles.piece} data-left-out={isLeftOut || undefined}>
      <TextInput
        aria-label={say.nameOfSection(piece.key + 1)}
        maxLength={120}
        value={name}
        error={problem}
        disabled={isLeftOut}
        onChange={(event) => onRename(event.currentTarget.value)}
      />
      <div className={styles.pieceActions}>
        {canMerge && !isLeftOut && (
          <Button variant="subtle" aria-label={say.mergeWithTheOneAbove(called)} onClick={onMerge}>
            {say.mergeWithTheOneAbove2}
          </Button>
        )}
        <Button
          variant="subtle"
          aria-label={isLeftOut ? say.putBack(called) : say.leaveOut(called)}
          onClick={() => onLeaveOut(!isLeftOut)}
        >
          {isLeftOut ? say.putBack2 : say.leaveOut2}
        </Button>
      </div>
      {!isLeftOut && (
        <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
          <summary>{words === 1 ? say.n1Word : `${formatNumber(words, 0, locale)} words`}</summary>
          <div className={styles.pieceText}>{isOpen && <ReadingText text={text} />}</div>
        </details>
      )}
      {isLeftOut && <p className={layout.quiet}>{say.leftOut}</p>}
    </li>
  )
}
