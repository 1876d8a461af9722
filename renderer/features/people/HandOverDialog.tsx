import { NativeSelect } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Person } from '../../../shared/contract/people.ts'
import { orpc } from '../../api/client.ts'
import { fieldErrorsOf } from '../../api/errors.ts'
import { Facts } from '../../ui/layout/Facts.tsx'
import { FormDialog } from '../../ui/layout/FormDialog.tsx'
import { locale } from '../../ui/lib/locale.ts'
import { heldWords } from './held-words.ts'

type HandOverDialogProps = { person: Person; people: readonly Person[]; onClose: () => void }

/** Everything that hangs on a person, given to another who is still here. */
export function HandOverDialog({ person, people, onClose }: HandOverDialogProps) {
  const [toId, setToId] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const handOver = useMutation(orpc.people.handOver.mutationOptions({ onSuccess: onClose }))
  const refused = handOver.error ? fieldErrorsOf(handOver.error) : {}
  const others = people.filter(({ id, leftOn }) => id !== person.id && leftOn === null)
  return (
    <FormDialog
      title={`Hand over from ${person.name}`}
      submitLabel="Hand over"
      isBusy={handOver.isPending}
      error={refused.toId === undefined ? handOver.error : null}
      onClose={onClose}
      onSubmit={() => {
        if (toId === '') setProblem('Choose who takes over.')
        else handOver.mutate({ fromId: person.id, toId: Number(toId) })
      }}
    >
      <Facts
        arrangement="below"
        facts={heldWords(person.holds, locale).map(({ term, names }) => [term, names.join(' · ')])}
      />
      <NativeSelect
        label="Hand over to"
        description={others.length === 0 ? 'Nobody else is in the list yet. Add who takes over first.' : null}
        value={toId}
        error={problem ?? refused.toId}
        data={[
          { value: '', label: 'Choose a person' },
          ...others.map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
        onChange={({ currentTarget }) => {
          setToId(currentTarget.value)
          setProblem(null)
        }}
      />
    </FormDialog>
  )
}
