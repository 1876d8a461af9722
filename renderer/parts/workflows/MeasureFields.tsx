import { TextInput } from '@mantine/core'
import { measureIds, measures } from '../../../shared/domain/figures/measures/index.ts'
import { FieldError } from '../../ui/fields/FieldError.tsx'
import { Segmented } from '../../ui/fields/Segmented.tsx'
import layout from '../../ui/layout/layout.module.css'
import shared from '../../ui/layout/shared.module.css'
import type { WorkflowFormType } from './form-type.ts'
import styles from './forms.module.css'

const answers = measureIds.map((value) => ({ value, label: measures[value].answer }))

const question = 'Can you get both the AI’s version and the final version?'

/** How editing is measured: by the text where both versions can be had, otherwise by minutes. */
export function MeasureFields({ form }: { form: WorkflowFormType }) {
  const { measure } = form.values
  const chosen = measure === '' ? null : measures[measure]
  return (
    <>
      <div>
        <p className={layout.fieldLabel}>{question}</p>
        <p className={shared.hint}>
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
      {chosen && (
        <p className={styles.answer}>
          <b>Measured by {chosen.name}.</b> {chosen.explanation}
        </p>
      )}
      {chosen?.needsByHand && (
        <TextInput
          className={styles.short}
          label="Minutes by hand"
          description="What one output takes with no AI. Agree it with the process owner."
          inputMode="decimal"
          {...form.getInputProps('byHandMinutes')}
        />
      )}
    </>
  )
}
