import { Button } from '@mantine/core'
import { useState } from 'react'
import type { OutlineSection } from '../../../shared/domain/foundation/outline.ts'
import { Segmented } from '../../ui/fields/Segmented.tsx'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import { Card } from '../../ui/layout/Card.tsx'
import layout from '../../ui/layout/layout.module.css'
import { count } from '../../ui/lib/count.ts'
import { locale } from '../../ui/lib/locale.ts'
import styles from './foundation.module.css'
import { type PieceActions, SectionPieceRow } from './SectionPieceRow.tsx'
import {
  aboveOf,
  countBelow,
  mergedUp,
  moved,
  piecesOf,
  type SectionPiece,
  type SplitAt,
  splitBefore,
  unfolded,
} from './section-pieces.ts'
import type { Pieces } from './use-pieces.ts'
import { words } from './words.ts'

type PieceListProps = {
  sections: readonly OutlineSection[]
  state: Pieces
  /** What keeps a section from being brought in, by its key. */
  problems: ReadonlyMap<number, string>
}

const undo = { keys: ['Mod+Z'], words: words.takeBackTheLastStep, run: (state: Pieces) => state.undo() }

/** The sections of a file in their order, to rename, split, merge, move or leave out. */
export function PieceList({ sections, state, problems }: PieceListProps) {
  const [folded, setFolded] = useState<ReadonlySet<number>>(new Set())
  const { pieces, splitAt, list, step } = state
  useShortcuts([undo], state, { layer: 'session', singleKeys: false, undo })
  const chosen = pieces.filter(({ isLeftOut }) => !isLeftOut).length
  const toggle = (key: number) =>
    setFolded(
      folded.has(key) ? new Set([...folded].filter((each) => each !== key)) : new Set([...folded, key]),
    )
  // A problem that is folded away could not be mended.
  const shown = problems.size > 0 ? pieces : unfolded(pieces, folded)
  return (
    <>
      <p className={layout.quiet}>{words.fromItsHeadingsRenameMerge(count(chosen, 'section', locale))}</p>
      <div className={styles.pieceBar}>
        {sections.some(({ level }) => level > 1) && (
          <Segmented<SplitAt>
            label={words.splitAt}
            value={splitAt}
            options={[
              { value: 'chapters', label: words.chaptersOnly },
              { value: 'every', label: words.everyHeading },
            ]}
            onChange={(next) =>
              step(words.splitAnew, { splitAt: next, pieces: piecesOf(sections, next) }, null)
            }
          />
        )}
        <Button variant="default" disabled={state.undoes === null} onClick={state.undo}>
          {state.undoes === null ? words.undo : words.undoStep(state.undoes)}
        </Button>
      </div>
      <Card>
        <ol ref={list} className={styles.pieces}>
          {shown.map((piece) => (
            <SectionPieceRow
              key={piece.key}
              piece={piece}
              canMerge={aboveOf(pieces, piece.key) !== undefined}
              ends={{ isFirst: piece === pieces[0], isLast: isLast(pieces, piece) }}
              below={{
                count: countBelow(pieces, pieces.indexOf(piece)),
                isFolded: folded.has(piece.key),
                onFold: () => toggle(piece.key),
              }}
              problem={problems.get(piece.key)}
              {...actionsOf(piece, state)}
            />
          ))}
        </ol>
      </Card>
    </>
  )
}

const isLast = (pieces: readonly SectionPiece[], piece: SectionPiece) => {
  const at = pieces.indexOf(piece)
  return at + countBelow(pieces, at) === pieces.length - 1
}

function actionsOf({ key, name }: SectionPiece, { pieces, rename, step }: Pieces): PieceActions {
  const called = name.trim() || words.thisSection
  return {
    onRename: (next) => rename(key, next),
    onMerge() {
      const above = aboveOf(pieces, key)
      if (above)
        step(words.merging(called), { pieces: mergedUp(pieces, key) }, { key: above.key, part: 'toggle' })
    },
    onMove: (by) =>
      step(
        words.moving(called),
        { pieces: moved(pieces, key, by) },
        { key, part: by === -1 ? 'up' : 'down' },
      ),
    onSplit(paragraph) {
      const next = splitBefore(pieces, key, paragraph)
      const newKey = next[next.findIndex((piece) => piece.key === key) + 1]?.key ?? key
      step(words.splitting(called), { pieces: next }, { key: newKey, part: 'name' })
    },
    onLeaveOut(isLeftOut) {
      const next = pieces.map((piece) => (piece.key === key ? { ...piece, isLeftOut } : piece))
      const what = isLeftOut ? words.leavingOut(called) : words.puttingBack(called)
      step(what, { pieces: next }, { key, part: 'toggle' })
    },
  }
}
