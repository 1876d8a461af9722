import { NativeSelect } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { TableSource } from '../../../../shared/contract/imports.ts'
import type { OutputsChoice } from '../../../../shared/contract/model-tests/outputs.ts'
import type { Side, SideSetUp } from '../../../../shared/contract/model-tests/test.ts'
import { modelOfSide } from '../../../../shared/domain/model-tests/model-of-side.ts'
import { type client, orpc } from '../../../api/client.ts'
import type { PreviewWays } from '../../../files/FileImport.tsx'
import { ColumnsForm } from '../../../files/preview/ColumnsForm.tsx'
import type { Mapping } from '../../../files/preview/column-mapping.ts'
import { TablePreview } from '../../../files/preview/TablePreview.tsx'
import { type Reading, useReading } from '../../../files/preview/use-reading.ts'
import { words as filesWords, rowWords } from '../../../files/words.ts'
import { ComeIn, HereAlready } from './HereAlready.tsx'
import styles from './outputs.module.css'
import { type OutputField, outputFields } from './outputs-words.ts'
import { type Taken, takenFor } from './taken.ts'
import { words } from './words.ts'

type Preview = Awaited<ReturnType<typeof client.modelTests.previewOutputs>>

type OutputsPreviewProps = PreviewWays & {
  testId: number
  workflowId: number
  side: Side
  /** Whose rows are looked for, where the file holds those of several models. */
  setUp: Pick<SideSetUp, 'name' | 'model'>
}

/** What a file of outputs seems to hold, to correct before anything is kept. */
export function OutputsPreview({ files, ...props }: OutputsPreviewProps) {
  const reading = useReading()
  const source = { fileId: files.fileIds[0] ?? '', ...reading.choice }
  const preview = useQuery(
    orpc.modelTests.previewOutputs.queryOptions({ input: { id: props.testId, ...source } }),
  )
  return (
    <TablePreview files={files} preview={preview} reading={reading} onBack={props.onBack}>
      {(file) => <Columns {...props} {...{ files, reading, source, file }} />}
    </TablePreview>
  )
}

type ColumnsProps = OutputsPreviewProps & {
  reading: Reading
  source: TableSource
  file: Preview
}

function Columns(props: ColumnsProps) {
  const { testId, workflowId, side, files, reading, source, file, ...ways } = props
  const { guess, models } = file
  const { model, chooseModel } = useModel(props)
  const [taken, setTaken] = useState<Taken | null>(null)
  const bringIn = useMutation(orpc.modelTests.importOutputs.mutationOptions({ onSuccess: ways.onStarted }))
  const choiceOf = ({ input, output, milliseconds }: Mapping<OutputField>): OutputsChoice | null => {
    if (input === undefined || output === undefined || model === '') return null
    const only = guess.model === null || model === null ? null : { column: guess.model, is: model }
    const columns = { input, output, milliseconds: milliseconds ?? null, model: only }
    return { id: testId, workflowId, side, ...source, ...columns }
  }
  const rowCount = models.find(({ name }) => name === model)?.rows ?? file.rowCount
  const submit = (mapping: Mapping<OutputField>) => {
    const choice = choiceOf(mapping)
    if (choice) bringIn.mutate({ ...choice, replace: takenFor(choice, taken) })
  }
  return (
    <ColumnsForm
      {...{ files, reading }}
      file={{ ...file, guess: guessed(guess) }}
      fields={outputFields}
      missing={missingSentence}
      missingChoice={model === '' ? words.chooseWhoseRowsToKeep : null}
      bringIn={bringIn}
      bringInWords={(mapping) => {
        const [choice, before] = [choiceOf(mapping), filesWords.bringIn(rowCount)]
        return choice ? <ComeIn {...{ choice, taken, before }} /> : before
      }}
      onBringIn={submit}
      onBack={ways.onBack}
      choices={(mapping) => {
        const choice = choiceOf(mapping)
        return (
          <>
            {model !== null && (
              <NativeSelect
                className={styles.modelChoice ?? ''}
                label={words.theFileHoldsSeveralModels}
                value={model}
                data={[
                  { value: '', label: words.chooseAModel },
                  ...models.map(({ name, rows }) => ({ value: name, label: `${name} (${rowWords(rows)})` })),
                ]}
                onChange={(event) => chooseModel(event.currentTarget.value)}
              />
            )}
            {choice && <HereAlready {...{ choice, taken }} onTaken={setTaken} />}
          </>
        )
      }}
    />
  )
}

/**
 * Whose rows of the file are kept: those of the side's own model until another is chosen for it. Empty while nothing
 * is chosen, null where the file names one model at most.
 */
function useModel({ file: { models }, workflowId, side, setUp }: ColumnsProps) {
  const of = `${workflowId} ${side}`
  const [chosen, setChosen] = useState<{ of: string; is: string } | null>(null)
  const own = models.map(({ name }) => name)
  const guessed = models.length > 1 ? (modelOfSide(own, setUp) ?? '') : null
  return {
    model: chosen?.of === of ? chosen.is : guessed,
    chooseModel: (is: string) => setChosen({ of, is }),
  }
}

function guessed({ input, output, milliseconds }: Preview['guess']): Mapping<OutputField> {
  return {
    ...(input === null ? {} : { input }),
    ...(output === null ? {} : { output }),
    ...(milliseconds === null ? {} : { milliseconds }),
  }
}

function missingSentence(mapping: Mapping<OutputField>): string | null {
  if (mapping.input === undefined) return words.chooseTheColumnThatSays
  if (mapping.output === undefined) return words.chooseTheColumnThatHolds
  return null
}
