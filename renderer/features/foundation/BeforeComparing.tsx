import { Button } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import type { OutlineSection } from '../../../shared/domain/foundation/outline.ts'
import { Actions } from '../../ui/layout/Actions.tsx'
import layout from '../../ui/layout/layout.module.css'
import { useUnsaved } from '../../ui/saving/unsaved.ts'
import styles from './foundation.module.css'
import { PieceList } from './PieceList.tsx'
import { useNamedPieces } from './use-named-pieces.ts'
import type { Pieces } from './use-pieces.ts'
import { words } from './words.ts'

type BeforeComparingProps = {
  sections: readonly OutlineSection[]
  pieces: Pieces
  secondary: ReactNode
  onCompare: () => void
}

/** The sections of a newer document, before they are compared. */
export function BeforeComparing({ sections, pieces, secondary, onCompare }: BeforeComparingProps) {
  const named = useNamedPieces(pieces)
  // A file that was read and looked through is work already.
  useUnsaved(true)
  const hasText = pieces.pieces.some(({ isLeftOut, text }) => !isLeftOut && text.trim() !== '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (named.areNamed) onCompare()
    else named.fail()
  }
  return (
    <form ref={named.form} className={styles.stack} onSubmit={submit} noValidate>
      <PieceList sections={sections} state={pieces} problems={named.problems} />
      <p className={layout.quiet}>{words.nothingChangesYet}</p>
      <Actions>
        <Button type="submit" disabled={!hasText}>
          {words.compareWithTheFoundation}
        </Button>
        {secondary}
      </Actions>
    </form>
  )
}
