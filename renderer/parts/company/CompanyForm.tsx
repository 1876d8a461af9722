import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import type { Company } from '../../../shared/contract/company.ts'
import { client, orpc } from '../../api/client.ts'
import { fieldErrorsOf } from '../../api/errors.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Actions } from '../../ui/layout/Actions.tsx'
import styles from './company.module.css'
import { words } from './words.ts'

type CompanyFormProps = {
  /** Null before the company was set up. */
  company: Company | null
  submitLabel: string
  secondary?: ReactNode
  onSaved: () => void
}

/** The names of the company and its owner. */
export function CompanyForm({ company, submitLabel, secondary, onSaved }: CompanyFormProps) {
  const form = useForm({
    initialValues: { name: company?.name ?? '', ownerName: company?.ownerName ?? '' },
    validate: { name: (name) => (name.trim() === '' ? words.enterTheCompanyName : null) },
  })
  const queryClient = useQueryClient()
  const save = useMutation({
    mutationFn: (names: { name: string; ownerName: string }) =>
      company === null ? client.company.create(names) : client.company.update(names),
    onSuccess: (state) => {
      queryClient.setQueryData(orpc.company.get.queryKey(), state)
      onSaved()
    },
  })
  const { setErrors } = form
  useEffect(() => {
    if (save.error) setErrors(fieldErrorsOf(save.error))
  }, [save.error, setErrors])
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={form.onSubmit(
        (names) => save.mutate(names),
        () => form.getInputNode('name')?.focus(),
      )}
    >
      <TextInput label={words.company} autoComplete="organization" {...form.getInputProps('name')} />
      <TextInput
        label={words.yourName}
        description={words.shownOnHomeAndAs}
        autoComplete="name"
        {...form.getInputProps('ownerName')}
      />
      {save.isError && Object.keys(fieldErrorsOf(save.error)).length === 0 && (
        <ErrorNote error={save.error} />
      )}
      <Actions>
        <Button type="submit" loading={save.isPending}>
          {submitLabel}
        </Button>
        {secondary}
      </Actions>
    </form>
  )
}
