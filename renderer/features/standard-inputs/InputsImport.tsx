import { Button, NativeSelect } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatNumber } from '../../../shared/domain/format.ts'
import { type client, orpc } from '../../api/client.ts'
import { ColumnTable } from '../../files/ColumnTable.tsx'
import type { Mapping } from '../../files/column-mapping.ts'
import { type ChosenFiles, FileDrop } from '../../files/FileDrop.tsx'
import { ProblemTable } from '../../files/ProblemTable.tsx'
import { StepHeading } from '../../files/StepHeading.tsx'
import { count } from '../../parts/figures/words.ts'
import styles from '../../parts/standard-inputs/standard-inputs.module.css'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import layout from '../../ui/layout/layout.module.css'
import { locale } from '../../ui/lib/locale.ts'
import { type InputField, inputFieldLabels, leftOutSentence } from './input-words.ts'

type Preview = Awaited<ReturnType<typeof client.standardInputs.previewImport>>
type Result = Awaited<ReturnType<typeof client.standardInputs.importFile>>
type Stage = { step: 'choose' } | { step: 'preview'; files: ChosenFiles } | { step: 'done'; result: Result }

/** Standard inputs from a file: its columns, and what became of its rows. */
export function InputsImport({ workflowId, onClose }: { workflowId: number; onClose: () => void }) {
  const [stage, setStage] = useState<Stage>({ step: 'choose' })
  const choose = () => setStage({ step: 'choose' })
  if (stage.step === 'preview') {
    return (
      <FilePreview
        key={stage.files.fileIds[0]}
        workflowId={workflowId}
        files={stage.files}
        onDone={(result) => setStage({ step: 'done', result })}
        onBack={choose}
      />
    )
  }
  if (stage.step === 'done') return <Kept result={stage.result} onMore={choose} onClose={onClose} />
  return (
    <div className={styles.stack}>
      <div className={layout.sectionHead}>
        <StepHeading>Bring in a file</StepHeading>
        <Button variant="subtle" onClick={onClose}>
          Close
        </Button>
      </div>
      <FileDrop
        takes="CSV, Excel or JSON, one input in each row."
        isSingle
        onChosen={(files) => setStage({ step: 'preview', files })}
      />
    </div>
  )
}

type FilePreviewProps = {
  workflowId: number
  files: ChosenFiles
  onDone: (result: Result) => void
  onBack: () => void
}

function FilePreview({ workflowId, files, onDone, onBack }: FilePreviewProps) {
  const [sheet, setSheet] = useState<string>()
  const source = { fileId: files.fileIds[0] ?? '', ...(sheet === undefined ? {} : { sheet }) }
  const preview = useQuery(orpc.standardInputs.previewImport.queryOptions({ input: source }))
  return (
    <div className={styles.stack}>
      <div className={layout.sectionHead}>
        <div>
          <StepHeading>{files.names[0]}</StepHeading>
          {preview.data && <p className={layout.quiet}>{count(preview.data.rowCount, 'row', locale)}</p>}
        </div>
        {preview.data && preview.data.sheets.length > 1 && (
          <NativeSelect
            label="Sheet"
            value={sheet ?? preview.data.sheets[0] ?? ''}
            data={preview.data.sheets}
            onChange={(event) => setSheet(event.currentTarget.value)}
          />
        )}
      </div>
      {preview.isPending && <Loading />}
      {preview.isError && (
        <>
          <ErrorNote error={preview.error} />
          <div className={styles.actions}>
            <Button onClick={onBack}>Choose another file</Button>
          </div>
        </>
      )}
      {preview.data && (
        <Columns
          key={sheet ?? ''}
          workflowId={workflowId}
          file={preview.data}
          source={source}
          onDone={onDone}
          onBack={onBack}
        />
      )}
    </div>
  )
}

type ColumnsProps = Omit<FilePreviewProps, 'files'> & {
  file: Preview
  source: { fileId: string; sheet?: string }
}

function Columns({ workflowId, file, source, onDone, onBack }: ColumnsProps) {
  const [mapping, setMapping] = useState<Mapping<InputField>>(file.guess)
  const [isChecked, setIsChecked] = useState(false)
  const bringIn = useMutation(orpc.standardInputs.importFile.mutationOptions({ onSuccess: onDone }))
  const isMissing = mapping.text === undefined
  return (
    <form
      className={styles.stack}
      onSubmit={(event) => {
        event.preventDefault()
        setIsChecked(true)
        if (!isMissing) bringIn.mutate({ workflowId, ...source, mapping })
      }}
    >
      <p>This is what each column seems to be. Change it where it is wrong.</p>
      <ColumnTable
        preview={{ ...file, isRemembered: false }}
        labels={inputFieldLabels}
        mapping={mapping}
        onChange={setMapping}
      />
      {isChecked && isMissing && (
        <p className={styles.error} role="alert">
          Choose the column that holds the inputs. Everything else may stay unused.
        </p>
      )}
      {bringIn.isError && <ErrorNote error={bringIn.error} />}
      <div className={styles.actions}>
        <Button type="submit" loading={bringIn.isPending}>
          Bring in {formatNumber(file.rowCount, 0, locale)} {file.rowCount === 1 ? 'row' : 'rows'}
        </Button>
        <Button variant="default" onClick={onBack}>
          Choose another file
        </Button>
      </div>
    </form>
  )
}

function Kept({ result, onMore, onClose }: { result: Result; onMore: () => void; onClose: () => void }) {
  const { kept, alreadyIn, problems } = result
  return (
    <div className={styles.stack}>
      <div>
        <StepHeading>{count(kept, 'input', locale)} brought in</StepHeading>
        {alreadyIn > 0 && <p className={layout.quiet}>{leftOutSentence(alreadyIn, locale)}</p>}
      </div>
      {problems.length > 0 && (
        <section className={layout.section} aria-labelledby="input-problems">
          <h3 id="input-problems">{count(problems.length, 'problem', locale)}</h3>
          <ProblemTable problems={problems} />
        </section>
      )}
      <div className={styles.actions}>
        <Button onClick={onClose}>See the inputs</Button>
        <Button variant="default" onClick={onMore}>
          Bring in another file
        </Button>
      </div>
    </div>
  )
}
