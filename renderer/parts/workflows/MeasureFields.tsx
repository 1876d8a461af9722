import { TextInput } from '@mantine/core'
import { measureIds, measures } from '../../../shared/domain/figures/measures/index.ts'
import { FieldError } from '../../ui/fields/FieldError.tsx'
import { Segmented } from '../../ui/fields/Segmented.tsx'
import layout from '../../ui/layout/layout.module.css'
import shared from '../../ui/layout/shared.module.css'
import { locale } from '../../ui/lib/locale.ts'
import type { WorkflowFormType, WorkflowFormValues } from './form-type.ts'
import styles from './forms.module.css'
import { words } from './words.ts'
import { firstLines } from './workflow-values.ts'

const question = words.whatEditingIsCountedIn

const linesIn = ({ targetLine, updateLine }: WorkflowFormValues) => ({ targetLine, updateLine })

/** How editing is measured: one of the measures there are, each with when to choose it. */
export function MeasureFields({ form, isByReference }: { form: WorkflowFormType; isByReference: boolean }) {
  const { measure } = form.values
  const stored = form.getInitialValues()
  // What is counted from texts is not offered where none are kept; what is chosen already stays to be seen.
  const offered = measureIds.filter(
    (id) => !isByReference || measures[id].asks !== null || id === stored.measure,
  )
  const chosen = measure === '' ? null : measures[measure]
  return (
    <>
      <div>
        <p className={layout.fieldLabel}>{question}</p>
        {offered.map((id) => (
          <p key={id} className={shared.hint}>
            <b>{measures[id].label}</b> {measures[id].suits}
          </p>
        ))}
        <Segmented
          label={question}
          value={measure === '' ? null : measure}
          options={offered.map((value) => ({ value, label: measures[value].label }))}
          onChange={(value) => {
            form.setValues({
              measure: value,
              ...(value === stored.measure ? linesIn(stored) : firstLines(value, locale)),
            })
          }}
        />
        {isByReference && <p className={shared.hint}>{words.noTextIsKept}</p>}
        {form.errors.measure && <FieldError>{form.errors.measure}</FieldError>}
      </div>
      {chosen && (
        <p className={styles.answer}>
          <b>{words.measuredBy(chosen.name)}</b> {chosen.explanation}
        </p>
      )}
      {chosen && (
        <TextInput
          className={styles.short}
          label={words.minutesByHand}
          description={chosen.needsByHand ? words.whatOneOutputTakesWith : words.ifYouKnowThemThe}
          inputMode="decimal"
          {...form.getInputProps('byHandMinutes')}
        />
      )}
    </>
  )
}
