import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import { orpc } from '../../api/client.ts'
import { fieldErrorsOf } from '../../api/errors.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Chips } from '../../ui/fields/Chips.tsx'
import { Dialog } from '../../ui/layout/Dialog.tsx'
import layout from '../../ui/layout/layout.module.css'
import { words } from './words.ts'

const usual = [words.offerAndPrices, 'Positioning', 'Customers', 'Tone', 'Terms', 'Rules', 'Examples']

/** Names a new section; its text is written on its own page. */
export function NewSectionDialog({ onClose }: { onClose: () => void }) {
  const [, navigate] = useLocation()
  const [name, setName] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const sections = useQuery(orpc.documents.list.queryOptions({ input: { workflowId: null } }))
  const create = useMutation(
    orpc.documents.create.mutationOptions({ onSuccess: ({ id }) => navigate(`/foundation/${id}`) }),
  )
  const refused = create.error ? fieldErrorsOf(create.error) : {}
  const taken = new Set(sections.data?.map((section) => section.name))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') setProblem(words.enterANameForThe)
    else create.mutate({ kind: 'section', workflowId: null, name, text: '' })
  }
  return (
    <Dialog title={words.addASection} onClose={onClose}>
      <form className={layout.fields} onSubmit={submit} noValidate>
        <div>
          <TextInput
            label={words.name}
            maxLength={120}
            value={name}
            error={problem ?? refused.name}
            onChange={(event) => {
              setName(event.currentTarget.value)
              setProblem(null)
            }}
          />
          <Chips
            label={words.usualSections}
            options={usual.filter((each) => !taken.has(each))}
            onPick={setName}
          />
        </div>
        {create.isError && refused.name === undefined && <ErrorNote error={create.error} />}
        <div className={layout.formActions}>
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button type="submit" loading={create.isPending}>
            {words.addThisSection}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
