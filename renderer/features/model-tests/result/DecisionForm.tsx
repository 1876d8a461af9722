import { Button, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { TestResult } from '../../../../shared/contract/model-tests/result.ts'
import type { ModelTest } from '../../../../shared/contract/model-tests/test.ts'
import { orpc } from '../../../api/client.ts'
import { fieldErrorsOf } from '../../../api/errors.ts'
import { useApproval } from '../../../parts/documents/ApprovalFields.tsx'
import { RollOutFields } from '../../../parts/documents/RollOutFields.tsx'
import { NameField } from '../../../parts/people/NameField.tsx'
import { ErrorNote } from '../../../ui/feedback/ErrorNote.tsx'
import { Chips } from '../../../ui/fields/Chips.tsx'
import { FieldError } from '../../../ui/fields/FieldError.tsx'
import { Segmented } from '../../../ui/fields/Segmented.tsx'
import { Card } from '../../../ui/layout/Card.tsx'
import layout from '../../../ui/layout/layout.module.css'
import shared from '../../../ui/layout/shared.module.css'
import { useUnsaved } from '../../../ui/saving/unsaved.ts'
import { testQuery } from '../queries.ts'
import { decisionLabels, listed } from '../test-words.ts'
import { problemsOf } from './decision.ts'
import styles from './result.module.css'
import { words } from './words.ts'

type Decision = NonNullable<ModelTest['decision']>
type Props = { readonly test: ModelTest; readonly results: readonly TestResult[] }

const decisions = ['switch', 'stay', 'test_more'] as const

/** What follows from the result: switch, stay or test more, why, and who stands behind it. */
export function DecisionForm({ test, results }: Props) {
  const queryClient = useQueryClient()
  const decide = useMutation(
    orpc.modelTests.decide.mutationOptions({
      onSuccess: (decided) => queryClient.setQueryData(testQuery(test.id).queryKey, decided),
    }),
  )
  const state = useApproval(decide.error)
  const [decision, setDecision] = useState<Decision | null>(null)
  const [failures, setFailures] = useState(0)
  useUnsaved((state.isTouched || decision !== null) && !decide.isPending)
  const form = useRef<HTMLFormElement>(null)
  const { approval, leads, today, set } = state
  const refused: Record<string, string> = decide.error ? fieldErrorsOf(decide.error) : {}
  const problems = failures > 0 ? { ...problemsOf(decision, approval), ...refused } : refused

  useEffect(() => {
    if (failures === 0 && !decide.error) return
    const isUndecided = form.current?.querySelector('[data-field-error]') !== null
    const first = isUndecided ? '[type="radio"]' : '[aria-invalid="true"]'
    form.current?.querySelector<HTMLElement>(first)?.focus()
  }, [failures, decide.error])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (decision === null || Object.keys(problemsOf(decision, approval)).length > 0) {
      setFailures(failures + 1)
      return
    }
    const { why, decidedBy, approvedBy, liveOn, rollOut } = approval
    decide.mutate({
      id: test.id,
      decision,
      ...{ why, decidedBy, approvedBy, onDate: liveOn },
      rollOut: decision === 'switch' ? rollOut : null,
    })
  }
  const findings = results.map(({ workflowName, sentence }) => `${workflowName}: ${sentence}`).join('\n')

  return (
    <section className={styles.decide} aria-labelledby="decide">
      <h2 id="decide">{words.decide}</h2>
      <Card>
        <form ref={form} className={layout.fields} onSubmit={submit} noValidate>
          <div>
            <p className={layout.fieldLabel}>{words.decision}</p>
            <Segmented
              label={words.decision}
              value={decision}
              options={decisions.map((value) => ({ value, label: decisionLabels[value] }))}
              onChange={setDecision}
            />
            {problems.decision && <FieldError>{problems.decision}</FieldError>}
            <p className={layout.underField} role="status">
              {decision !== null && meansWords(decision, test)}
            </p>
          </div>
          <div>
            <Textarea
              label={words.why}
              autosize
              minRows={2}
              maxRows={8}
              value={leads.why}
              error={problems.why}
              onChange={(event) => leads.setWhy(event.currentTarget.value)}
            />
            {!leads.why.includes(findings) && (
              <Chips
                label={words.whatTheTestFound}
                options={[words.addTheResult]}
                onPick={() => leads.setWhy(leads.why.trim() === '' ? findings : `${leads.why}\n${findings}`)}
              />
            )}
          </div>
          <div className={layout.triple}>
            <TextInput
              type="date"
              label={decision === 'switch' ? words.switchedOn : words.decidedOn}
              max={today}
              value={approval.liveOn}
              error={problems.onDate ?? problems.liveOn}
              onChange={(event) => set({ liveOn: event.currentTarget.value })}
            />
            <NameField
              label={words.decidedBy}
              value={approval.decidedBy}
              error={problems.decidedBy}
              onChange={(event) => set({ decidedBy: event.currentTarget.value })}
            />
            <NameField
              label={words.approvedBy}
              value={approval.approvedBy}
              error={problems.approvedBy}
              onChange={(event) => set({ approvedBy: event.currentTarget.value })}
            />
          </div>
          {decision === 'switch' && (
            <>
              <RollOutFields state={{ ...state, problems }} />
              <SwitchNotes />
            </>
          )}
          {decide.error && Object.keys(refused).length === 0 && <ErrorNote error={decide.error} />}
          <div className={layout.formActions}>
            <Button type="submit" loading={decide.isPending}>
              {decision === null ? words.recordTheDecision : recordWords[decision]}
            </Button>
          </div>
        </form>
      </Card>
    </section>
  )
}

function SwitchNotes() {
  return (
    <ul className={shared.lines}>
      <li>{words.evenkeelOnlyRecordsTheSwitch}</li>
      <li>{words.ifItTurnsOutWorseGo}</li>
    </ul>
  )
}

const recordWords: Readonly<Record<Decision, string>> = {
  switch: words.recordTheSwitch,
  stay: words.recordThatYouStay,
  test_more: words.recordThatYouTestMore,
}

function meansWords(decision: Decision, { workflows }: ModelTest): string {
  const names = (side: 'current' | 'candidate') =>
    listed([...new Set(workflows.map((workflow) => workflow[side].name))])
  switch (decision) {
    case 'switch':
      return workflows.length === 1
        ? words.fromNowOnOneChange(names('candidate'))
        : words.fromNowOnChangesAre(names('candidate'), workflows.length)
    case 'stay':
      return words.goesOnNothingChanges(names('current'))
    case 'test_more':
      return words.nothingChangesYetANew
  }
}
