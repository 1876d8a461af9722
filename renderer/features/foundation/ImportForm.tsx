import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { OutlineSection } from '../../../shared/domain/foundation/outline.ts'
import { orpc } from '../../api/client.ts'
import { ApprovalFields, useApproval } from '../../parts/documents/ApprovalFields.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Actions } from '../../ui/layout/Actions.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import layout from '../../ui/layout/layout.module.css'
import { count } from '../../ui/lib/count.ts'
import { locale } from '../../ui/lib/locale.ts'
import { useUnsaved } from '../../ui/saving/unsaved.ts'
import styles from './foundation.module.css'
import { PieceList } from './PieceList.tsx'
import { firstSplit, piecesOf, problemsOf } from './section-pieces.ts'
import { usePieces } from './use-pieces.ts'
import { words } from './words.ts'

type ImportFormProps = {
  sections: readonly OutlineSection[]
  /** Names of the sections that are there already. */
  taken: readonly string[]
  secondary: ReactNode
}

/** The sections of a file to put in order; then why, since when and by whom. */
export function ImportForm({ sections, taken, secondary }: ImportFormProps) {
  const [, navigate] = useLocation()
  const pieces = usePieces(() => {
    const splitAt = firstSplit(sections, taken)
    return { splitAt, pieces: piecesOf(sections, splitAt) }
  })
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
  const chosen = pieces.pieces.filter(({ isLeftOut }) => !isLeftOut)
  const problems = failures > 0 ? problemsOf(pieces.pieces, taken) : new Map<number, string>()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const isComplete = state.check() && problemsOf(pieces.pieces, taken).size === 0
    if (!isComplete) setFailures(failures + 1)
    else if (chosen.length > 0) {
      bringIn.mutate({ sections: chosen.map(({ name, text }) => ({ name, text })), ...state.approval })
    }
  }
  return (
    <form ref={form} className={styles.stack} onSubmit={submit} noValidate>
      <PieceList sections={sections} state={pieces} problems={problems} />
      <Card className={styles.narrow}>
        <div className={layout.fields}>
          <ApprovalFields state={state} />
          {state.isOtherError && <ErrorNote error={bringIn.error} />}
          <Actions>
            <Button type="submit" loading={bringIn.isPending} disabled={chosen.length === 0}>
              {words.bringIn(count(chosen.length, 'section', locale))}
            </Button>
            {secondary}
          </Actions>
        </div>
      </Card>
    </form>
  )
}
