import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { FormEvent, ReactNode } from 'react'
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
import { useNamedPieces } from './use-named-pieces.ts'
import type { Pieces } from './use-pieces.ts'
import { words } from './words.ts'

type FirstImportProps = { sections: readonly OutlineSection[]; pieces: Pieces; secondary: ReactNode }

/** The first Foundation: its sections; then why, since when and by whom. */
export function FirstImport({ sections, pieces, secondary }: FirstImportProps) {
  const [, navigate] = useLocation()
  const bringIn = useMutation(
    orpc.documents.importSections.mutationOptions({ onSuccess: () => navigate('/foundation') }),
  )
  const state = useApproval(bringIn.error)
  const named = useNamedPieces(pieces)
  // A file that was read and looked through is work already.
  useUnsaved(!bringIn.isPending)
  const chosen = pieces.pieces.filter(({ isLeftOut }) => !isLeftOut)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const isComplete = state.check() && named.areNamed
    if (!isComplete) named.fail()
    else if (chosen.length > 0) {
      bringIn.mutate({ sections: chosen.map(({ name, text }) => ({ name, text })), ...state.approval })
    }
  }
  return (
    <form ref={named.form} className={styles.stack} onSubmit={submit} noValidate>
      <PieceList sections={sections} state={pieces} problems={named.problems} />
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
