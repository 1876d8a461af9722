import { Button, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Action } from '../../../shared/contract/foundation-reviews.ts'
import { orpc } from '../../api/client.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Dialog } from '../../ui/layout/Dialog.tsx'
import layout from '../../ui/layout/layout.module.css'
import styles from './foundation-reviews.module.css'
import { words } from './words.ts'

type Props = { readonly action: Action; readonly onClose: () => void }

/** Why something that was decided will not be done. */
export function DropDialog({ action, onClose }: Props) {
  const [note, setNote] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const drop = useMutation(orpc.foundationReviews.closeAction.mutationOptions({ onSuccess: onClose }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (note.trim() === '') setProblem(words.enterWhyItIsDropped)
    else drop.mutate({ actionId: action.id, state: 'dropped', note })
  }
  return (
    <Dialog title={words.drop2(action.what)} onClose={onClose}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <Textarea
          label={words.whyItIsDropped}
          description={words.theReviewKeepsItWith}
          autosize
          minRows={2}
          maxLength={1000}
          value={note}
          error={problem}
          onChange={(event) => {
            setNote(event.currentTarget.value)
            setProblem(null)
          }}
        />
        {drop.isError && <ErrorNote error={drop.error} />}
        <div className={layout.formActions}>
          <Button variant="default" onClick={onClose}>
            {words.keepItOpen}
          </Button>
          <Button type="submit" loading={drop.isPending}>
            {words.dropIt}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
