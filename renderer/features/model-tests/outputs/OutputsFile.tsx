import { Button, NativeSelect } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { TableOutcome } from '../../../../shared/contract/imports.ts'
import type { ModelTest, Side } from '../../../../shared/contract/model-tests/test.ts'
import { client } from '../../../api/client.ts'
import { saveFile } from '../../../api/download.ts'
import { FileImport } from '../../../files/FileImport.tsx'
import { ImportOutcome } from '../../../files/ImportOutcome.tsx'
import { count } from '../../../parts/figures/words.ts'
import { ErrorNote } from '../../../ui/feedback/ErrorNote.tsx'
import { Note } from '../../../ui/feedback/Note.tsx'
import { Segmented } from '../../../ui/fields/Segmented.tsx'
import { Card } from '../../../ui/layout/Card.tsx'
import layout from '../../../ui/layout/layout.module.css'
import { classNames } from '../../../ui/lib/class-names.ts'
import { locale } from '../../../ui/lib/locale.ts'
import { sideLabels } from '../set-up/set-up-words.ts'
import { OutputsPreview } from './OutputsPreview.tsx'
import styles from './outputs.module.css'
import { metWords } from './outputs-words.ts'
import { words } from './words.ts'

const sides = (['current', 'candidate'] as const).map((value) => ({ value, label: sideLabels[value] }))

/** Outputs from a file: whose they are, its columns, and what became of its rows. */
export function OutputsFile({ test }: { test: ModelTest }) {
  const [workflowId, setWorkflowId] = useState(test.workflows[0]?.workflowId ?? 0)
  const [side, setSide] = useState<Side>('current')
  const workflow = test.workflows.find((each) => each.workflowId === workflowId)
  const setUp = workflow?.[side] ?? { name: '', model: '' }
  const what = `${sideLabels[side]}: ${setUp.name}, ${workflow?.workflowName ?? ''}`
  const target = (
    <>
      {test.workflows.length > 1 && (
        <NativeSelect
          label={words.workflow}
          value={String(workflowId)}
          data={test.workflows.map((each) => ({
            value: String(each.workflowId),
            label: each.workflowName,
          }))}
          onChange={(event) => setWorkflowId(Number(event.currentTarget.value))}
        />
      )}
      <div>
        <p className={layout.fieldLabel}>{words.whoseOutputsTheseAre}</p>
        <Segmented label={words.whoseOutputsTheseAre} value={side} options={sides} onChange={setSide} />
      </div>
    </>
  )
  return (
    <div className={styles.fetch}>
      <FileImport
        takes={words.csvExcelOrJsonOne}
        before={
          <Card className={styles.fileChoices}>
            {target}
            <SaveSheet testId={test.id} side={side} />
          </Card>
        }
        preview={(ways) => (
          <div className={styles.file}>
            <div className={styles.fileChoices}>{target}</div>
            <OutputsPreview
              key={ways.files.fileIds[0]}
              {...{ testId: test.id, workflowId, side, setUp }}
              {...ways}
            />
          </div>
        )}
        result={(outcome, onMore) => <Result outcome={outcome} what={what} onMore={onMore} />}
      />
    </div>
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
        {words.saveASheetForA}
      </Button>
      <span className={classNames(layout.quiet, layout.live)} role="status">
        {save.isSuccess && words.savedAsFilledInIt(save.data)}
      </span>
      {save.isError && <ErrorNote error={save.error} />}
    </div>
  )
}

type ResultProps = { outcome: TableOutcome; what: string; onMore: () => void }

function Result({ outcome, what, onMore }: ResultProps) {
  const { kept, missing, problems, warning } = outcome
  return (
    <ImportOutcome
      title={`${count(kept, 'output', locale)} kept`}
      said={[what, ...metWords(outcome, locale)]}
      problems={problems}
      actions={
        <Button variant="default" onClick={onMore}>
          {words.bringInAnotherFile}
        </Button>
      }
    >
      {warning !== null && (
        <Note tone="watch" role="alert">
          {warning}
        </Note>
      )}
      {missing.length > 0 && (
        <section className={layout.section} aria-labelledby="file-missing">
          <h3 id="file-missing">{words.theFileHasNoOutput(count(missing.length, 'input', locale))}</h3>
          <ul className={styles.missing}>
            {missing.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </section>
      )}
    </ImportOutcome>
  )
}
