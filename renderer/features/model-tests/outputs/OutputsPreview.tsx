import { NativeSelect } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { TableSource } from '../../../../shared/contract/imports.ts'
import type { Side } from '../../../../shared/contract/model-tests/test.ts'
import { type client, orpc } from '../../../api/client.ts'
import type { PreviewWays } from '../../../files/FileImport.tsx'
import { ColumnsForm } from '../../../files/preview/ColumnsForm.tsx'
import type { Mapping } from '../../../files/preview/column-mapping.ts'
import { TablePreview } from '../../../files/preview/TablePreview.tsx'
import { type Reading, useReading } from '../../../files/preview/use-reading.ts'
import { rowWords } from '../../../files/words.ts'
import styles from './outputs.module.css'
import { type OutputField, outputFields } from './outputs-words.ts'
import { words } from './words.ts'

type Preview = Awaited<ReturnType<typeof client.modelTests.previewOutputs>>

type OutputsPreviewProps = PreviewWays & { testId: number; workflowId: number; side: Side }

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

function Columns({ testId, workflowId, side, files, reading, source, file, ...ways }: ColumnsProps) {
  const { guess, models } = file
  const [model, setModel] = useState(models.length > 1 ? '' : null)
  const bringIn = useMutation(orpc.modelTests.importOutputs.mutationOptions({ onSuccess: ways.onStarted }))
  const submit = ({ input, output, milliseconds }: Mapping<OutputField>) => {
    if (input === undefined || output === undefined) return
    const only = guess.model === null || model === null ? null : { column: guess.model, is: model }
    const columns = { input, output, milliseconds: milliseconds ?? null, model: only }
    bringIn.mutate({ id: testId, workflowId, side, ...source, ...columns })
  }
  return (
    <ColumnsForm
      {...{ files, reading }}
      file={{ ...file, guess: guessed(guess) }}
      fields={outputFields}
      missing={missingSentence}
      missingChoice={model === '' ? words.chooseWhoseRowsToKeep : null}
      rowCount={models.find(({ name }) => name === model)?.rows ?? file.rowCount}
      bringIn={bringIn}
      onBringIn={submit}
      onBack={ways.onBack}
      choices={() =>
        model !== null && (
          <NativeSelect
            className={styles.modelChoice ?? ''}
            label={words.theFileHoldsSeveralModels}
            value={model}
            data={[
              { value: '', label: words.chooseAModel },
              ...models.map(({ name, rows }) => ({ value: name, label: `${name} (${rowWords(rows)})` })),
            ]}
            onChange={(event) => setModel(event.currentTarget.value)}
          />
        )
      }
    />
  )
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
