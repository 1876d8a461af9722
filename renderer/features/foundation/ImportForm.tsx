import { type ReactNode, useState } from 'react'
import type { OutlineSection } from '../../../shared/domain/foundation/outline.ts'
import { BeforeComparing } from './BeforeComparing.tsx'
import { CompareDocument } from './CompareDocument.tsx'
import { FirstImport } from './FirstImport.tsx'
import { firstSplit, piecesOf } from './section-pieces.ts'
import { usePieces } from './use-pieces.ts'

type ImportFormProps = {
  sections: readonly OutlineSection[]
  /** Names of the sections that are there already. */
  taken: readonly string[]
  secondary: ReactNode
}

/** The sections of a file to put in order; then brought in, or compared with the Foundation that is there. */
export function ImportForm({ sections, taken, secondary }: ImportFormProps) {
  const [isComparing, setIsComparing] = useState(false)
  const pieces = usePieces(() => {
    const splitAt = firstSplit(sections, taken)
    return { splitAt, pieces: piecesOf(sections, splitAt) }
  })
  if (isComparing) {
    const chosen = pieces.pieces.filter(({ isLeftOut }) => !isLeftOut)
    return <CompareDocument pieces={chosen} onBack={() => setIsComparing(false)} />
  }
  const step = { sections, pieces, secondary }
  if (taken.length === 0) return <FirstImport {...step} />
  return <BeforeComparing {...step} onCompare={() => setIsComparing(true)} />
}
