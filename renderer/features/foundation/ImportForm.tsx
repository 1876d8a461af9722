import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { orpc } from '../../api/client.ts'
import { ApprovalFields, useApproval } from '../../parts/documents/ApprovalFields.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Actions } from '../../ui/layout/Actions.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import layout from '../../ui/layout/layout.module.css'
import { useUnsaved } from '../../ui/saving/unsaved.ts'
import styles from './foundation.module.css'
import { SectionPieceRow } from './SectionPieceRow.tsx'
import { mergedUp, piecesOf, problemsOf, type SectionPiece } from './section-pieces.ts'
import { words } from './words.ts'

type ImportFormProps = {
  sections: readonly { name: string; text: string }[]
  /** Names of the sections that are there already. */
  taken: readonly string[]
  secondary: ReactNode
}

/** The sections of a file to rename, merge or leave out; then why, since when and by whom. */
export function ImportForm({ sections, taken, secondary }: ImportFormProps) {
  const [, navigate] = useLocation()
  const [pieces, setPieces] = useState(() => piecesOf(sections))
  const [failures, setFailures] = useState(0)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (failures > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [failures])
  const bringIn = useMutation(
    orpc.documents.importSections.mutationOptions({ onSuccess: () => navigate('/foundation') }),
  )
  const state = useApproval(bringIn.error)
  // A file that was read and looked through is work already.
  useUnsaved(!bringIn.isPending)
  const chosen = pieces.filter(({ isLeftOut }) => !isLeftOut)
  const problems = failures > 0 ? problemsOf(pieces, taken) : new Map<number, string>()
  const replace = (key: number, part: Partial<SectionPiece>) =>
    setPieces(pieces.map((piece) => (piece.key === key ? { ...piece, ...part } : piece)))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const isComplete = state.check() && problemsOf(pieces, taken).size === 0
    if (!isComplete) setFailures(failures + 1)
    else if (chosen.length > 0) {
      bringIn.mutate({ sections: chosen.map(({ name, text }) => ({ name, text })), ...state.approval })
    }
  }
  return (
    <form ref={form} className={styles.stack} onSubmit={submit} noValidate>
      <p className={layout.quiet}>{words.fromItsHeadingsRenameMerge(countWords(chosen.length))}</p>
      <Card>
        <ol className={styles.pieces}>
          {pieces.map((piece, index) => (
            <SectionPieceRow
              key={piece.key}
              piece={piece}
              canMerge={pieces.slice(0, index).some(({ isLeftOut }) => !isLeftOut)}
              problem={problems.get(piece.key)}
              onRename={(name) => replace(piece.key, { name })}
              onMerge={() => setPieces(mergedUp(pieces, piece.key))}
              onLeaveOut={(isLeftOut) => replace(piece.key, { isLeftOut })}
            />
          ))}
        </ol>
      </Card>
      <Card className={styles.narrow}>
        <div className={layout.fields}>
          <ApprovalFields state={state} />
          {state.isOtherError && <ErrorNote error={bringIn.error} />}
          <Actions>
            <Button type="submit" loading={bringIn.isPending} disabled={chosen.length === 0}>
              {words.bringIn(countWords(chosen.length))}
            </Button>
            {secondary}
          </Actions>
        </div>
      </Card>
    </form>
  )
}

const countWords = (count: number) => (count === 1 ? '1 section' : `${count} sections`)
