import { Button, Checkbox, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { type ReactNode, useEffect } from 'react'
import { type StandardInput, StandardInput as StandardSchema } from '../../../shared/contract/workflows.ts'
import { fieldErrorsOf } from '../../api/errors.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Actions } from '../../ui/layout/Actions.tsx'
import layout from '../../ui/layout/layout.module.css'
import { Icon } from '../../ui/marks/Icon.tsx'
import { IconButton } from '../../ui/marks/IconButton.tsx'
import styles from './forms.module.css'
import { words } from './words.ts'

const most = 9

type StandardsEditorProps = {
  initial: readonly StandardInput[]
  submitLabel: string
  /** The core's refusal; what it says of a field stands at that field. */
  error: unknown
  isBusy: boolean
  /** The workflow has reviews: a change to its standards asks for a reason. */
  hasReviews?: boolean
  secondary?: ReactNode
  onChange?: (standards: StandardInput[]) => void
  onSubmit: (standards: StandardInput[], reason: string) => void
}

type Row = StandardInput & { key: string }

const rowOf = ({ name, description, isMustPass }: StandardInput): Row => ({
  name,
  description,
  isMustPass,
  key: crypto.randomUUID(),
})

const standardOf = ({ name, description, isMustPass }: Row): StandardInput => ({
  name: name.trim(),
  description: description.trim(),
  isMustPass,
})

/** The quality standards of a workflow, in the order of their digit keys. */
export function StandardsEditor(props: StandardsEditorProps) {
  const { initial, submitLabel, error, isBusy, hasReviews = false, secondary, onChange, onSubmit } = props
  const needsReason = (rows: readonly Row[]) =>
    hasReviews &&
    JSON.stringify(rows.map(standardOf)) !== JSON.stringify(initial.map((s) => standardOf(rowOf(s))))
  const form = useForm({
    initialValues: { standards: initial.map(rowOf), reason: '' },
    validate: ({ standards, reason }) => ({
      ...problemsOf(standards),
      ...(needsReason(standards) && reason.trim() === '' ? { reason: words.enterWhyTheStandardsChange } : {}),
    }),
    onValuesChange: ({ standards }) => onChange?.(standards.map(standardOf)),
  })
  const { setErrors } = form
  const refusals = error === null ? {} : fieldErrorsOf(error)
  useEffect(() => {
    if (error !== null) setErrors(fieldErrorsOf(error))
  }, [error, setErrors])
  const { standards } = form.values
  return (
    <form
      className={layout.fields}
      noValidate
      onSubmit={form.onSubmit(
        (values) => onSubmit(values.standards.map(standardOf), values.reason.trim()),
        (problems) => form.getInputNode(Object.keys(problems)[0] as 'reason')?.focus(),
      )}
    >
      <ol className={styles.standards}>
        {standards.map((row, index) => (
          <li key={row.key}>
            <span className={styles.digit}>{index + 1}</span>
            <TextInput
              aria-label={words.nameOfStandard(index + 1)}
              {...form.getInputProps(`standards.${index}.name`)}
            />
            <TextInput
              aria-label={words.whatMeans(row.name || 'it')}
              {...form.getInputProps(`standards.${index}.description`)}
            />
            <Checkbox
              label="Must-pass"
              {...form.getInputProps(`standards.${index}.isMustPass`, { type: 'checkbox' })}
            />
            <span className={styles.rowActions}>
              <IconButton
                icon="up"
                label={words.moveUp(row.name)}
                disabled={index === 0}
                onClick={() => form.reorderListItem('standards', { from: index, to: index - 1 })}
              />
              <IconButton
                icon="close"
                label={words.remove(row.name)}
                disabled={standards.length === 1}
                onClick={() => form.removeListItem('standards', index)}
              />
            </span>
          </li>
        ))}
      </ol>
      <div>
        <Button
          variant="subtle"
          className={layout.flush ?? ''}
          leftSection={<Icon name="plus" />}
          disabled={standards.length >= most}
          onClick={() =>
            form.insertListItem('standards', rowOf({ name: '', description: '', isMustPass: false }))
          }
        >
          {words.addAStandard}
        </Button>
      </div>
      {needsReason(standards) && (
        <Textarea
          label={words.whyDoTheStandardsChange}
          description={words.writtenToTheChangeLog}
          autosize
          minRows={2}
          {...form.getInputProps('reason')}
        />
      )}
      {error !== null && Object.keys(refusals).length === 0 && <ErrorNote error={error} />}
      <Actions>
        <Button type="submit" loading={isBusy}>
          {submitLabel}
        </Button>
        {secondary}
      </Actions>
    </form>
  )
}

/** What is wrong, by form path: an empty or overlong text, or a name used twice. */
function problemsOf(rows: readonly Row[]): Record<string, string> {
  const problems: Record<string, string> = {}
  const seen = new Set<string>()
  rows.forEach((row, index) => {
    for (const { path, message } of StandardSchema.safeParse(row).error?.issues ?? []) {
      problems[`standards.${index}.${String(path[0])}`] ??= message
    }
    const name = row.name.trim().toLowerCase()
    if (name !== '' && seen.has(name)) {
      problems[`standards.${index}.name`] = words.giveEachStandardItsOwn
    }
    seen.add(name)
  })
  return problems
}
