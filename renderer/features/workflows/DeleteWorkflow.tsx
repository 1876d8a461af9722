import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import type { Workflow } from '../../../shared/contract/workflows.ts'
import { orpc } from '../../api/client.ts'
import { fieldErrorsOf } from '../../api/errors.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import { Dialog } from '../../ui/layout/Dialog.tsx'
import layout from '../../ui/layout/layout.module.css'
import { words } from './words.ts'
import styles from './workflows.module.css'

/** A workflow that was never reviewed can go; its name is typed, as a lot goes with it. */
export function DeleteWorkflow({ workflow }: { workflow: Workflow }) {
  const [isAsking, setAsking] = useState(false)
  return (
    <Card className={styles.narrow}>
      <div className={styles.stack}>
        <p>{words.neverReviewedSoItCanGo}</p>
        <div>
          <Button variant="default" onClick={() => setAsking(true)}>
            {words.deleteThisWorkflow}
          </Button>
        </div>
      </div>
      {isAsking && <Ask workflow={workflow} onClose={() => setAsking(false)} />}
    </Card>
  )
}

function Ask({ workflow: { id, name }, onClose }: { workflow: Workflow; onClose: () => void }) {
  const [typed, setTyped] = useState('')
  const [, navigate] = useLocation()
  const remove = useMutation(
    orpc.workflows.remove.mutationOptions({ onSuccess: () => navigate('/workflows') }),
  )
  const fieldError = fieldErrorsOf(remove.error).name
  const submit = (event: FormEvent) => {
    event.preventDefault()
    remove.mutate({ id, name: typed })
  }
  return (
    <Dialog title={words.deleteNamed(name)} onClose={onClose}>
      <form className={styles.stack} onSubmit={submit}>
        <p>{words.itsOutputsGoWithIt}</p>
        <TextInput
          label={words.typeItsName}
          autoComplete="off"
          value={typed}
          error={fieldError}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {remove.isError && !fieldError && <ErrorNote error={remove.error} />}
        <div className={layout.formActions}>
          <Button variant="default" type="button" onClick={onClose}>
            {words.keepIt}
          </Button>
          <Button type="submit" loading={remove.isPending}>
            {words.deleteIt}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
