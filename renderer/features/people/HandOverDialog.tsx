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
import { words } from './words.ts'

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
      title={words.handOverFrom(person.name)}
      submitLabel={words.handOver}
      isBusy={handOver.isPending}
      error={refused.toId === undefined ? handOver.error : null}
      onClose={onClose}
      onSubmit={() => {
        if (toId === '') setProblem(words.chooseWhoTakesOver)
        else handOver.mutate({ fromId: person.id, toId: Number(toId) })
      }}
    >
      <Facts
        arrangement="below"
        facts={heldWords(person.holds, locale).map(({ term, names }) => [term, names.join(' · ')])}
      />
      <NativeSelect
        label={words.handOverTo}
        description={others.length === 0 ? words.nobodyElseIsInThe : null}
        value={toId}
        error={problem ?? refused.toId}
        data={[
          { value: '', label: words.chooseAPerson },
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
