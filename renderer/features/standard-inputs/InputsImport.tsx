import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { TableOutcome, TablePreview } from '../../../shared/contract/imports.ts'
import { orpc } from '../../api/client.ts'
import { ColumnsForm } from '../../files/ColumnsForm.tsx'
import { type ChosenFiles, FileDrop } from '../../files/FileDrop.tsx'
import { FilePreview } from '../../files/FilePreview.tsx'
import styles from '../../files/files.module.css'
import { ImportOutcome } from '../../files/ImportOutcome.tsx'
import { StepHeading } from '../../files/StepHeading.tsx'
import { useImportSteps } from '../../files/use-import-steps.ts'
import { useSheet } from '../../files/use-sheet.ts'
import { leftOutSentence, rowWords } from '../../files/words.ts'
import { count } from '../../parts/figures/words.ts'
import { Card } from '../../ui/layout/Card.tsx'
import layout from '../../ui/layout/layout.module.css'
import { locale } from '../../ui/lib/locale.ts'
import { type InputField, inputFieldLabels } from './input-words.ts'
import { words } from './words.ts'

/** Standard inputs from a file: its columns, and what became of its rows. */
export function InputsImport({ workflowId, onClose }: { workflowId: number; onClose: () => void }) {
  const { at, choose, look, finish } = useImportSteps<TableOutcome>()
  if (at.step === 'preview') {
    return (
      <Card>
        <InputsPreview
          key={at.files.fileIds[0]}
          workflowId={workflowId}
          files={at.files}
          onDone={finish}
          onBack={choose}
        />
      </Card>
    )
  }
  if (at.step === 'done') {
    return (
      <Card>
        <Kept result={at.result} onMore={choose} onClose={onClose} />
      </Card>
    )
  }
  return (
    <div className={styles.stack}>
      <div className={layout.sectionHead}>
        <StepHeading>{words.bringInAFile}</StepHeading>
        <Button variant="subtle" onClick={onClose}>
          {words.close}
        </Button>
      </div>
      <FileDrop takes={words.csvExcelOrJsonOne} isSingle onChosen={look} />
    </div>
  )
}

type InputsPreviewProps = {
  workflowId: number
  files: ChosenFiles
  onDone: (result: TableOutcome) => void
  onBack: () => void
}

function InputsPreview({ workflowId, files, onDone, onBack }: InputsPreviewProps) {
  const sheet = useSheet()
  const source = { fileId: files.fileIds[0] ?? '', ...sheet.asInput }
  const preview = useQuery(orpc.standardInputs.previewImport.queryOptions({ input: source }))
  const bringIn = useMutation(orpc.standardInputs.importFile.mutationOptions({ onSuccess: onDone }))
  return (
    <FilePreview
      files={files}
      preview={preview}
      facts={({ rowCount }) => rowWords(rowCount)}
      sheet={sheet}
      sheets={preview.data?.sheets}
      onBack={onBack}
    >
      {(file: TablePreview<InputField>) => (
        <ColumnsForm
          key={sheet.sheet ?? ''}
          file={file}
          labels={inputFieldLabels}
          missing={({ text }) => (text === undefined ? words.chooseTheColumnThatHolds : null)}
          bringIn={bringIn}
          onBringIn={(mapping) => bringIn.mutate({ workflowId, ...source, mapping })}
          onBack={onBack}
        />
      )}
    </FilePreview>
  )
}

type KeptProps = { result: TableOutcome; onMore: () => void; onClose: () => void }

function Kept({ result: { kept, alreadyIn, problems }, onMore, onClose }: KeptProps) {
  return (
    <ImportOutcome
      title={words.broughtIn(count(kept, 'input', locale))}
      said={[leftOutSentence(alreadyIn, locale)]}
      problems={problems}
      actions={
        <>
          <Button onClick={onClose}>{words.seeTheInputs}</Button>
          <Button variant="default" onClick={onMore}>
            {words.bringInAnotherFile}
          </Button>
        </>
      }
    />
  )
}
