import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { ModelTest, Side, TestWorkflow } from '../../../../shared/contract/model-tests/test.ts'
import { formatNumber, parseNumber } from '../../../../shared/domain/format.ts'
import { orpc } from '../../../api/client.ts'
import { ErrorNote } from '../../../ui/feedback/ErrorNote.tsx'
import layout from '../../../ui/layout/layout.module.css'
import { locale } from '../../../ui/lib/locale.ts'
import { ModelIds, modelListId } from '../set-up/ModelIds.tsx'
import { sideLabels } from '../set-up/set-up-words.ts'
import styles from './outputs.module.css'
import { words } from './words.ts'

/** The model and the longest answer of each side that is fetched, to be mended in this test; open where a run stopped. */
export function Sides({ test }: { test: ModelTest }) {
  const fetched = test.workflows.flatMap((workflow) =>
    (['current', 'candidate'] as const).flatMap((side) =>
      workflow[side].model === '' ? [] : [{ workflow, side }],
    ),
  )
  if (fetched.length === 0) return null
  const isStopped = test.run.state === 'stopped'
  return (
    <details key={String(isStopped)} open={isStopped}>
      <summary>{words.modelsAndLongestAnswers}</summary>
      <div className={styles.sides}>
        <p className={layout.quiet}>{words.correctedStays}</p>
        <ModelIds />
        {fetched.map(({ workflow, side }) => (
          <SideLine
            key={`${workflow.workflowId} ${side} ${workflow[side].model} ${workflow[side].maxTokens}`}
            {...{ test, workflow, side }}
          />
        ))}
      </div>
    </details>
  )
}

type SideLineProps = { test: ModelTest; workflow: TestWorkflow; side: Side }

function SideLine({ test: { id, workflows }, workflow, side }: SideLineProps) {
  const { workflowId, workflowName } = workflow
  const { provider, ...setUp } = workflow[side]
  const [model, setModel] = useState(setUp.model)
  const [tokens, setTokens] = useState(formatNumber(setUp.maxTokens, 0, locale))
  const [isChecked, setIsChecked] = useState(false)
  const correct = useMutation(orpc.modelTests.correctSide.mutationOptions())
  const maxTokens = parseNumber(tokens, locale)
  const isLengthWrong = !maxTokens || !Number.isInteger(maxTokens) || maxTokens < 1 || maxTokens > 64_000
  const isModelMissing = model.trim() === ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setIsChecked(true)
    if (isModelMissing || isLengthWrong) return
    correct.mutate({ id, workflowId, side, provider, model, maxTokens })
  }
  const label = sideLabels[side].toLowerCase()
  return (
    <form className={styles.sideLine} onSubmit={submit} noValidate>
      <h3 className={styles.sideOf}>
        {workflows.length > 1 && `${workflowName}, `}
        {workflows.length > 1 ? label : sideLabels[side]}
      </h3>
      <TextInput
        label={words.modelId}
        aria-label={words.modelIdOf(workflowName, label)}
        maxLength={120}
        spellCheck={false}
        autoComplete="off"
        list={modelListId(provider)}
        value={model}
        error={isChecked && isModelMissing ? words.enterAModelId : undefined}
        onChange={(event) => setModel(event.currentTarget.value)}
      />
      <TextInput
        label={words.inTokens}
        aria-label={words.longestAnswerOf(workflowName, label)}
        inputMode="numeric"
        value={tokens}
        error={isChecked && isLengthWrong ? words.enterAWholeNumberOf : undefined}
        onChange={(event) => setTokens(event.currentTarget.value)}
      />
      <Button
        type="submit"
        variant="default"
        aria-label={words.changeSide(workflowName, label)}
        disabled={model.trim() === setUp.model && maxTokens === setUp.maxTokens}
        loading={correct.isPending}
      >
        {words.change}
      </Button>
      {correct.isError && <ErrorNote error={correct.error} />}
    </form>
  )
}
