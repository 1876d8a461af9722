import { Button, NativeSelect } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ModelTest, Side } from '../../../../shared/contract/model-tests/test.ts'
import { client } from '../../../api/client.ts'
import { saveFile } from '../../../api/download.ts'
import { type ChosenFiles, FileDrop } from '../../../files/FileDrop.tsx'
import { ProblemTable } from '../../../files/ProblemTable.tsx'
import { StepHeading } from '../../../files/StepHeading.tsx'
import { count } from '../../../parts/figures/words.ts'
import { ErrorNote } from '../../../ui/feedback/ErrorNote.tsx'
import { Segmented } from '../../../ui/fields/Segmented.tsx'
import { Card } from '../../../ui/layout/Card.tsx'
import layout from '../../../ui/layout/layout.module.css'
import { classNames } from '../../../ui/lib/class-names.ts'
import { locale } from '../../../ui/lib/locale.ts'
import { sideLabels } from '../set-up/set-up-words.ts'
import { type ImportedOutputs, OutputsPreview } from './OutputsPreview.tsx'
import styles from './outputs.module.css'

type Stage =
  | { step: 'choose' }
  | { step: 'preview'; files: ChosenFiles }
  | { step: 'done'; result: ImportedOutputs; what: string }

const sides = (['current', 'candidate'] as const).map((value) => ({ value, label: sideLabels[value] }))

/** Outputs from a file: whose they are, its columns, and what became of its rows. */
export function OutputsFile({ test }: { test: ModelTest }) {
  const [workflowId, setWorkflowId] = useState(test.workflows[0]?.workflowId ?? 0)
  const [side, setSide] = useState<Side>('current')
  const [stage, setStage] = useState<Stage>({ step: 'choose' })
  const workflow = test.workflows.find((each) => each.workflowId === workflowId)
  const choose = () => setStage({ step: 'choose' })
  if (stage.step === 'done') {
    return (
      <Card>
        <Result result={stage.result} what={stage.what} onMore={choose} />
      </Card>
    )
  }
  const what = `${sideLabels[side]}: ${workflow?.[side].name ?? ''}, ${workflow?.workflowName ?? ''}`
  return (
    <Card className={styles.file}>
      <div className={styles.fileChoices}>
        {test.workflows.length > 1 && (
          <NativeSelect
            label="Workflow"
            value={String(workflowId)}
            data={test.workflows.map((each) => ({
              value: String(each.workflowId),
              label: each.workflowName,
            }))}
            onChange={(event) => setWorkflowId(Number(event.currentTarget.value))}
          />
        )}
        <div>
          <p className={layout.fieldLabel}>Whose outputs these are</p>
          <Segmented label="Whose outputs these are" value={side} options={sides} onChange={setSide} />
        </div>
        {stage.step === 'choose' && <SaveSheet testId={test.id} side={side} />}
      </div>
      {stage.step === 'choose' && (
        <FileDrop
          takes="CSV, Excel or JSON, one output in each row, with its input, its name or its number."
          isSingle
          onChosen={(files) => setStage({ step: 'preview', files })}
        />
      )}
      {stage.step === 'preview' && (
        <OutputsPreview
          key={stage.files.fileIds[0]}
          testId={test.id}
          workflowId={workflowId}
          side={side}
          files={stage.files}
          onDone={(result) => setStage({ step: 'done', result, what })}
          onBack={choose}
        />
      )}
    </Card>
  )
}

/** A sheet with the inputs for somebody who runs them elsewhere. */
function SaveSheet({ testId, side }: { testId: number; side: Side }) {
  const save = useMutation({
    mutationFn: async () => {
      const file = await client.modelTests.sheet({ id: testId, side })
      await saveFile(file.fileId, file.name)
      return file.name
    },
  })
  return (
    <div className={styles.sheet}>
      <Button variant="default" loading={save.isPending} onClick={() => save.mutate()}>
        Save a sheet for a colleague
      </Button>
      <span className={classNames(layout.quiet, layout.live)} role="status">
        {save.isSuccess && `Saved as ${save.data}. Filled in, it comes back here.`}
      </span>
      {save.isError && <ErrorNote error={save.error} />}
    </div>
  )
}

type ResultProps = { result: ImportedOutputs; what: string; onMore: () => void }

function Result({ result: { kept, missing, problems, warning }, what, onMore }: ResultProps) {
  return (
    <div className={styles.stack}>
      <div>
        <StepHeading>{count(kept, 'output', locale)} kept</StepHeading>
        <p className={layout.quiet}>{what}</p>
      </div>
      {warning !== null && (
        <p className={styles.warning} role="alert">
          {warning}
        </p>
      )}
      {missing.length > 0 && (
        <section className={layout.section} aria-labelledby="file-missing">
          <h3 id="file-missing">{count(missing.length, 'input', locale)} the file has no output for</h3>
          <ul className={styles.missing}>
            {missing.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </section>
      )}
      {problems.length > 0 && (
        <section className={layout.section} aria-labelledby="file-problems">
          <h3 id="file-problems">{count(problems.length, 'problem', locale)}</h3>
          <ProblemTable problems={problems} />
        </section>
      )}
      <div>
        <Button variant="default" onClick={onMore}>
          Bring in another file
        </Button>
      </div>
    </div>
  )
}
