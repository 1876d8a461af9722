import { Button, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import { formatNumber } from '../../../shared/domain/format.ts'
import { ReadingText } from '../../parts/text/ReadingText.tsx'
import layout from '../../ui/layout/layout.module.css'
import { locale } from '../../ui/lib/locale.ts'
import { IconButton } from '../../ui/marks/IconButton.tsx'
import styles from './foundation.module.css'
import { paragraphsOf, type SectionPiece } from './section-pieces.ts'
import { words as say } from './words.ts'

export type PieceActions = {
  onRename: (name: string) => void
  onMerge: () => void
  onMove: (by: -1 | 1) => void
  onSplit: (paragraph: number) => void
  onLeaveOut: (isLeftOut: boolean) => void
}

type SectionPieceRowProps = PieceActions & {
  piece: SectionPiece
  /** There is a chosen section above it. */
  canMerge: boolean
  ends: { isFirst: boolean; isLast: boolean }
  /** How many sections stand below it, and whether they are folded away. */
  below: { count: number; isFolded: boolean; onFold: () => void }
  problem: string | undefined
}

/** One section of a file: its name, its text to look at, and what becomes of it. */
export function SectionPieceRow(props: SectionPieceRowProps) {
  const { piece, problem, below, onRename, onSplit } = props
  const { key, name, text, level, isLeftOut } = piece
  return (
    <li className={styles.piece} data-piece={key} data-level={level} data-left-out={isLeftOut || undefined}>
      <TextInput
        data-part="name"
        aria-label={say.nameOfSection(key + 1)}
        maxLength={120}
        value={name}
        error={problem}
        disabled={isLeftOut}
        onChange={(event) => onRename(event.currentTarget.value)}
      />
      <RowActions {...props} />
      <div className={styles.pieceFacts}>
        <span>{level === 1 ? say.chapter : say.headingOfLevel(level)}</span>
        {below.count > 0 && (
          <button type="button" aria-expanded={!below.isFolded} onClick={below.onFold}>
            {below.isFolded ? say.showBelow(below.count) : say.foldBelow(below.count)}
          </button>
        )}
        {isLeftOut && <span>{say.leftOut}</span>}
      </div>
      {!isLeftOut && <PieceText text={text} called={name} onSplit={onSplit} />}
    </li>
  )
}

function RowActions({ piece, canMerge, ends, onMerge, onMove, onLeaveOut }: SectionPieceRowProps) {
  const { isLeftOut } = piece
  const called = piece.name.trim() || say.thisSection
  return (
    <div className={styles.pieceActions}>
      {canMerge && !isLeftOut && (
        <Button variant="subtle" aria-label={say.mergeWithTheOneAbove(called)} onClick={onMerge}>
          {say.mergeWithTheOneAbove2}
        </Button>
      )}
      <Button
        data-part="toggle"
        variant="subtle"
        aria-label={isLeftOut ? say.putBack(called) : say.leaveOut(called)}
        onClick={() => onLeaveOut(!isLeftOut)}
      >
        {isLeftOut ? say.putBack2 : say.leaveOut2}
      </Button>
      <MoveButton called={called} by={-1} isAtEnd={ends.isFirst} onMove={onMove} />
      <MoveButton called={called} by={1} isAtEnd={ends.isLast} onMove={onMove} />
    </div>
  )
}

type MoveButtonProps = { called: string; by: -1 | 1; isAtEnd: boolean; onMove: (by: -1 | 1) => void }

function MoveButton({ called, by, isAtEnd, onMove }: MoveButtonProps) {
  const direction = by === -1 ? 'up' : 'down'
  return (
    <IconButton
      icon={direction}
      data-part={direction}
      label={say.move(called, direction)}
      // A button that is switched off would lose the focus of whoever moves a section to the end.
      aria-disabled={isAtEnd || undefined}
      onClick={() => {
        if (!isAtEnd) onMove(by)
      }}
    />
  )
}

type PieceTextProps = { text: string; called: string; onSplit: (paragraph: number) => void }

function PieceText({ text, called, onSplit }: PieceTextProps) {
  const words = useMemo(() => text.split(/\s+/).filter(Boolean).length, [text])
  // Nobody opens all of them, and a long document is slow to lay out.
  const [isOpen, setIsOpen] = useState(false)
  if (words === 0) return <p className={layout.quiet}>{say.aHeadingAlone}</p>
  return (
    <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{words === 1 ? say.n1Word : `${formatNumber(words, 0, locale)} words`}</summary>
      <div className={styles.pieceText}>
        {isOpen &&
          paragraphsOf(text).map((paragraph, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the paragraphs of one text in their order
            <div key={at} className={styles.paragraph}>
              {at > 0 && (
                <button
                  type="button"
                  aria-label={say.splitBefore(called, paragraph.trim().slice(0, 40))}
                  onClick={() => onSplit(at)}
                >
                  {say.splitHere}
                </button>
              )}
              <ReadingText text={paragraph} />
            </div>
          ))}
      </div>
    </details>
  )
}
