import { TextInput } from '@mantine/core'
import { FieldError } from '../../ui/fields/FieldError.tsx'
import { Segmented } from '../../ui/fields/Segmented.tsx'
import layout from '../../ui/layout/layout.module.css'
import type { WorkflowFormType } from './form-type.ts'
import styles from './forms.module.css'

const answers = [
  { value: 'text', label: 'Yes' },
  { value: 'minutes', label: 'No' },
] as const

const question = 'Can you get both the AI’s version and the final version?'

/** How editing is measured: by the text where both versions can be had, otherwise by minutes. */
export function MeasureFields({ form }: { form: WorkflowFormType }) {
  const { measure } = form.values
  return (
    <>
      <div>
        <p className={layout.fieldLabel}>{question}</p>
        <p className={styles.description}>
          For example the draft the AI wrote and the reply that was really sent, for most outputs.
        </p>
        <Segmented
          label={question}
          value={measure === '' ? null : measure}
          options={answers}
          onChange={(value) => form.setFieldValue('measure', value)}
        />
        {form.errors.measure && <FieldError>{form.errors.measure}</FieldError>}
      </div>
      {measure === 'text' && (
        <p className={styles.answer}>
          <b>Measured by text changed.</b> Evenkeel compares the two versions: words changed, of the words in
          the longer one. There is nothing to type in a review.
        </p>
      )}
      {measure === 'minutes' && (
        <>
          <p className={styles.answer}>
            <b>Measured by minutes.</b> The minutes a person spends correcting an output, of the minutes the
            job takes with no AI. You note them for each output in a review.
          </p>
          <TextInput
            className={styles.short}
            label="Minutes by hand"
            description="What one output takes with no AI. Agree it with the process owner."
            inputMode="decimal"
            {...form.getInputProps('byHandMinutes')}
          />
        </>
      )}
    </>
  )
}
