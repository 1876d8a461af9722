import { Button, NativeSelect } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Side } from '../../../../shared/contract/model-tests/test.ts'
import { formatNumber } from '../../../../shared/domain/format.ts'
import { type client, orpc } from '../../../api/client.ts'
import type { ChosenFiles } from '../../../files/FileDrop.tsx'
import { StepHeading } from '../../../files/StepHeading.tsx'
import { count } from '../../../parts/figures/words.ts'
import { ErrorNote } from '../../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../../ui/feedback/Loading.tsx'
import layout from '../../../ui/layout/layout.module.css'
import { locale } from '../../../ui/lib/locale.ts'
import styles from './outputs.module.css'

type Preview = Awaited<ReturnType<typeof client.modelTests.previewOutputs>>
export type ImportedOutputs = Awaited<ReturnType<typeof client.modelTests.importOutputs>>

type OutputsPreviewProps = {
  testId: number
  workflowId: number
  side: Side
  files: ChosenFiles
  onDone: (result: ImportedOutputs) => void
  onBack: () => void
}

/** What a file of outputs seems to hold, to correct before anything is kept. */
export function OutputsPreview({ files, ...props }: OutputsPreviewProps) {
  const fileId = files.fileIds[0] ?? ''
  const preview = useQuery(
    orpc.modelTests.previewOutputs.queryOptions({ input: { id: props.testId, fileId } }),
  )
  return (
    <div className={styles.stack}>
      <div>
        <StepHeading>{files.names[0]}</StepHeading>
        {preview.data && <p className={layout.quiet}>{count(preview.data.rowCount, 'row', locale)}</p>}
      </div>
      {preview.isPending && <Loading />}
      {preview.isError && (
        <>
          <ErrorNote error={preview.error} />
          <div>
            <Button onClick={props.onBack}>Choose another file</Button>
          </div>
        </>
      )}
      {preview.data && <Columns {...props} fileId={fileId} file={preview.data} />}
    </div>
  )
}

type ColumnsProps = Omit<OutputsPreviewProps, 'files'> & { fileId: string; file: Preview }

function Columns({ testId, workflowId, side, fileId, file, onDone, onBack }: ColumnsProps) {
  const { guess, models } = file
  const [input, setInput] = useState(guess.input)
  const [output, setOutput] = useState(guess.output)
  const [milliseconds, setMilliseconds] = useState(guess.milliseconds)
  const [model, setModel] = useState(models.length > 1 ? '' : null)
  const [isChecked, setIsChecked] = useState(false)
  const bringIn = useMutation(orpc.modelTests.importOutputs.mutationOptions({ onSuccess: onDone }))
  const problem = problemOf(input, output, model)
  const submit = () => {
    setIsChecked(true)
    if (problem !== null || input === null || output === null) return
    const only = guess.model === null || model === null ? null : { column: guess.model, is: model }
    bringIn.mutate({ id: testId, workflowId, side, fileId, input, output, milliseconds, model: only })
  }
  return (
    <form
      className={styles.stack}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <p>This is what each column seems to be. Change it where it is wrong.</p>
      <div className={styles.columns}>
        <ColumnChoice label="Input, its name or number" file={file} value={input} onChange={setInput} />
        <ColumnChoice label="Output" file={file} value={output} onChange={setOutput} />
        <ColumnChoice
          label="Milliseconds (optional)"
          file={file}
          value={milliseconds}
          onChange={setMilliseconds}
        />
      </div>
      {model !== null && (
        <NativeSelect
          className={styles.modelChoice ?? ''}
          label="The file holds several models. Keep the rows of"
          value={model}
          data={[
            { value: '', label: 'Choose a model' },
            ...models.map(({ name, rows }) => ({
              value: name,
              label: `${name} (${count(rows, 'row', locale)})`,
            })),
          ]}
          onChange={(event) => setModel(event.currentTarget.value)}
        />
      )}
      {isChecked && problem !== null && (
        <p className={styles.error} role="alert">
          {problem}
        </p>
      )}
      {bringIn.isError && <ErrorNote error={bringIn.error} />}
      <div className={styles.panelActions}>
        <Button type="submit" loading={bringIn.isPending}>
          Bring in {formatNumber(rowsOf(file, model), 0, locale)} {rowsOf(file, model) === 1 ? 'row' : 'rows'}
        </Button>
        <Button variant="default" onClick={onBack}>
          Choose another file
        </Button>
      </div>
    </form>
  )
}

function problemOf(input: number | null, output: number | null, model: string | null): string | null {
  if (input === null) return 'Choose the column that says which input a row is for.'
  if (output === null) return 'Choose the column that holds the outputs.'
  return model === '' ? 'Choose whose rows to keep.' : null
}

const rowsOf = ({ rowCount, models }: Preview, model: string | null) =>
  models.find(({ name }) => name === model)?.rows ?? rowCount

type ColumnChoiceProps = {
  label: string
  file: Preview
  value: number | null
  onChange: (column: number | null) => void
}

function ColumnChoice({ label, file: { columns }, value, onChange }: ColumnChoiceProps) {
  const samples = columns.find(({ index }) => index === value)?.samples ?? []
  return (
    <div>
      <NativeSelect
        label={label}
        value={value === null ? '' : String(value)}
        data={[
          { value: '', label: 'Not used' },
          ...columns.map(({ index, name }) => ({ value: String(index), label: name })),
        ]}
        onChange={({ currentTarget }) =>
          onChange(currentTarget.value === '' ? null : Number(currentTarget.value))
        }
      />
      <ul className={styles.samples} aria-label={`First values of ${label}`}>
        {samples.map((sample, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the first values never change places
          <li key={index} dir="auto">
            {sample}
          </li>
        ))}
      </ul>
    </div>
  )
}
