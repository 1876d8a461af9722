import { Button, Textarea, TextInput, type TextInputProps } from '@mantine/core'
import { useForm } from '@mantine/form'
import { type ReactNode, useEffect } from 'react'
import type { WorkflowFields } from '../../../shared/contract/workflows.ts'
import { type MeasuredDifference, measuredDifference } from '../../../shared/domain/figures/measured-as.ts'
import { measures } from '../../../shared/domain/figures/measures/index.ts'
import { fieldErrorsOf } from '../../api/errors.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Segmented } from '../../ui/fields/Segmented.tsx'
import { Actions } from '../../ui/layout/Actions.tsx'
import layout from '../../ui/layout/layout.module.css'
import { locale } from '../../ui/lib/locale.ts'
import type { WorkflowFormType, WorkflowFormValues } from './form-type.ts'
import { MeasureFields } from './MeasureFields.tsx'
import { words } from './words.ts'
import {
  fieldsOf,
  problemsOf,
  shownFields,
  type WorkflowPart,
  type WorkflowValues,
} from './workflow-values.ts'

type WorkflowFormProps = {
  initial: WorkflowValues
  parts: readonly WorkflowPart[]
  submitLabel: string
  /** The core's refusal; what it says of a field stands at that field. */
  error: unknown
  isBusy: boolean
  /** The workflow has reviews: a change to how it is measured asks for a reason. */
  hasReviews?: boolean
  /** A workflow that is only being set up cannot be retired yet. */
  isNew?: boolean
  /** All its outputs came by reference: nothing can be counted from texts. */
  isByReference?: boolean
  /** A second action beside the submit button. */
  secondary?: ReactNode
  onChange?: (values: WorkflowValues) => void
  onSubmit: (fields: WorkflowFields, reason: string) => void
}

/** A workflow, or some parts of it. Checked on submit; what was typed stays. */
export function WorkflowForm(props: WorkflowFormProps) {
  const {
    initial,
    parts,
    submitLabel,
    error,
    isBusy,
    hasReviews = false,
    isByReference = false,
    isNew = false,
    secondary,
    onChange,
    onSubmit,
  } = props
  const changed = (values: WorkflowValues) =>
    hasReviews ? measuredDifference(fieldsOf(initial, locale), fieldsOf(values, locale)) : null
  const isRetiring = ({ stage }: WorkflowValues) => (stage === 'retired') !== (initial.stage === 'retired')
  const needsReason = (values: WorkflowValues) => changed(values) !== null || isRetiring(values)
  const form = useForm<WorkflowFormValues>({
    initialValues: { ...initial, reason: '' },
    validate: (values) => {
      const problems = problemsOf(values, parts, locale)
      if (needsReason(values) && values.reason.trim() === '') problems.reason = words.enterWhyThisChanges
      return problems
    },
    onValuesChange: ({ reason: _, ...values }) => onChange?.(values),
  })
  const { setErrors } = form
  const difference = changed(form.values)
  const refusedFields = error === null ? [] : Object.keys(fieldErrorsOf(error))
  const isShownAtField = refusedFields.some((field) => [...shownFields(parts), 'reason'].includes(field))
  useEffect(() => {
    if (error !== null) setErrors(fieldErrorsOf(error))
  }, [error, setErrors])
  return (
    <form
      className={layout.fields}
      noValidate
      onSubmit={form.onSubmit(
        (values) => onSubmit(fieldsOf(values, locale), values.reason.trim()),
        (problems) => form.getInputNode(Object.keys(problems)[0] as keyof WorkflowFormValues)?.focus(),
      )}
    >
      {parts.includes('about') && <AboutFields form={form} stages={isNew ? firstStages : allStages} />}
      {parts.includes('measure') && <MeasureFields form={form} isByReference={isByReference} />}
      {parts.includes('lines') && <LineFields form={form} />}
      {needsReason(form.values) && (
        <Textarea
          label={words.whyDoesThisChange}
          description={[words.writtenToTheLog, difference && earlierMonths[difference]]
            .filter(Boolean)
            .join(' ')}
          autosize
          minRows={2}
          {...form.getInputProps('reason')}
        />
      )}
      {error !== null && !isShownAtField && <ErrorNote error={error} />}
      <Actions>
        <Button type="submit" loading={isBusy}>
          {submitLabel}
        </Button>
        {secondary}
      </Actions>
    </form>
  )
}

/** What a change means for the months that were reviewed. */
const earlierMonths: Readonly<Record<MeasuredDifference, string>> = {
  measure: words.earlierMonthsAreNotCompared,
  by_hand: words.earlierMonthsKeepTheirFigures,
  first_lines: words.firstLinesHoldForEarlierMonths,
  lines: words.earlierMonthsKeepTheirLines,
  sample: words.earlierMonthsStay,
}

const firstStages = [
  { value: 'pilot', label: words.pilot },
  { value: 'production', label: words.inProduction },
] as const
const allStages = [...firstStages, { value: 'retired', label: words.retired }] as const

type FieldProps = {
  form: WorkflowFormType
  name: keyof WorkflowFormValues
  label: string
  description: string
} & Pick<TextInputProps, 'type' | 'inputMode' | 'rightSection'>

function Field({ form, name, ...input }: FieldProps) {
  return <TextInput {...input} {...form.getInputProps(name)} />
}

function AboutFields({
  form,
  stages,
}: {
  form: WorkflowFormType
  stages: readonly (typeof allStages)[number][]
}) {
  return (
    <>
      <div className={layout.pair}>
        <Field form={form} name="name" label={words.name} description={words.oneJobForExampleCustomer} />
        <Field
          form={form}
          name="processOwner"
          label={words.processOwner}
          description={words.whoDecidesWhatGoodMeans}
        />
      </div>
      <Textarea
        label={words.whatItIsFor}
        description={words.oneOrTwoSentencesFor}
        autosize
        minRows={2}
        maxRows={8}
        {...form.getInputProps('purpose')}
      />
      <div className={layout.pair}>
        <Field form={form} name="vendor" label={words.vendor} description={words.forExampleAnthropic} />
        <Field form={form} name="model" label={words.model} description={words.withItsVersionAsThe} />
      </div>
      <div>
        <p className={layout.fieldLabel}>{words.stage}</p>
        <Segmented
          label={words.stage}
          value={form.values.stage}
          options={stages}
          onChange={(stage) => form.setFieldValue('stage', stage)}
        />
      </div>
      <div className={layout.pair}>
        <Field
          form={form}
          name="goLiveOn"
          type="date"
          label={words.inUseSince}
          description={words.emptyIfNotYetMonth}
        />
        <Field
          form={form}
          name="monthlyVolume"
          inputMode="numeric"
          label={words.outputsAMonth}
          description={words.roughlyEmptyIfYouDont}
        />
      </div>
      {form.values.stage === 'retired' && (
        <div className={layout.pair}>
          <Field
            form={form}
            name="retiredOn"
            type="date"
            label={words.inUseUntil}
            description={words.laterMonthsAreNotDue}
          />
        </div>
      )}
    </>
  )
}

function LineFields({ form }: { form: WorkflowFormType }) {
  const { measure, targetLine } = form.values
  const canBeFound = measure !== '' && measures[measure].lines === null && targetLine === ''
  const percent = { inputMode: 'decimal', rightSection: '%' } as const
  return (
    <div className={layout.triple}>
      <Field
        form={form}
        name="targetLine"
        label={words.target}
        description={canBeFound ? words.emptyUntilFound : words.belowThisOnTarget}
        {...percent}
      />
      <Field
        form={form}
        name="updateLine"
        label={words.updateLine}
        description={words.aboveThisUpdateSuggested}
        {...percent}
      />
      <Field
        form={form}
        name="sampleSize"
        inputMode="numeric"
        label={words.outputsInAReview}
        description={words.drawnAtRandomEachMonth}
      />
    </div>
  )
}
