import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Action } from '../../../shared/contract/foundation-reviews.ts'
import { orpc } from '../../api/client.ts'
import { fieldErrorsOf } from '../../api/errors.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Dialog } from '../../ui/layout/Dialog.tsx'
import layout from '../../ui/layout/layout.module.css'
import styles from './foundation-reviews.module.css'
import { peopleQuery } from './queries.ts'
import { words } from './words.ts'

type Props = { readonly action: Action; readonly onClose: () => void }

/** Somebody else, or another day. */
export function EditActionDialog({ action, onClose }: Props) {
  const people = useQuery(peopleQuery())
  const [who, setWho] = useState(action.who)
  const [dueOn, setDueOn] = useState(action.dueOn)
  const [isTried, setIsTried] = useState(false)
  const save = useMutation(orpc.foundationReviews.updateAction.mutationOptions({ onSuccess: onClose }))
  const refused = save.isError ? fieldErrorsOf(save.error) : {}
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setIsTried(true)
    if (who.trim() !== '' && dueOn !== '') save.mutate({ actionId: action.id, who, dueOn })
  }
  return (
    <Dialog title={words.whoDoesItAndBy} onClose={onClose}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <p className={styles.quiet}>{action.what}</p>
        <TextInput
          label={words.who2}
          list="action-names"
          autoComplete="off"
          maxLength={120}
          value={who}
          error={isTried && who.trim() === '' ? words.enterWhoDoesIt : refused.who}
          onChange={(event) => setWho(event.currentTarget.value)}
        />
        <datalist id="action-names">
          {(people.data ?? [])
            .filter(({ leftOn }) => leftOn === null)
            .map(({ id, name }) => (
              <option key={id} value={name} />
            ))}
        </datalist>
        <TextInput
          type="date"
          label={words.byWhen}
          value={dueOn}
          error={isTried && dueOn === '' ? words.enterByWhen : refused.dueOn}
          onChange={(event) => setDueOn(event.currentTarget.value)}
        />
        {save.isError && Object.keys(refused).length === 0 && <ErrorNote error={save.error} />}
        <div className={layout.formActions}>
          <Button variant="default" onClick={onClose}>
            {words.leaveIt}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {words.save}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
