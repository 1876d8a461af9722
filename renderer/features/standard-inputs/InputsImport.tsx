import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { TableOutcome } from '../../../shared/contract/imports.ts'
import { orpc } from '../../api/client.ts'
import { FileImport, type PreviewWays } from '../../files/FileImport.tsx'
import styles from '../../files/files.module.css'
import { ImportOutcome } from '../../files/ImportOutcome.tsx'
import { ColumnsForm } from '../../files/preview/ColumnsForm.tsx'
import { TablePreview } from '../../files/preview/TablePreview.tsx'
import { useReading } from '../../files/preview/use-reading.ts'
import { StepHeading } from '../../files/StepHeading.tsx'
import { leftOutSentence } from '../../files/words.ts'
import { count } from '../../parts/figures/words.ts'
import layout from '../../ui/layout/layout.module.css'
import { locale } from '../../ui/lib/locale.ts'
import { inputFields } from './input-words.ts'
import { words } from './words.ts'

/** Standard inputs from a file: its columns, and what became of its rows. */
export function InputsImport({ workflowId, onClose }: { workflowId: number; onClose: () => void }) {
  return (
    <div className={styles.stack}>
      <FileImport
        takes={words.csvExcelOrJsonOne}
        before={
          <div className={layout.sectionHead}>
            <StepHeading>{words.bringInAFile}</StepHeading>
            <Button variant="subtle" onClick={onClose}>
              {words.close}
            </Button>
          </div>
        }
        preview={(ways) => <InputsPreview key={ways.files.fileIds[0]} workflowId={workflowId} {...ways} />}
        result={(result, onMore) => <Kept result={result} onMore={onMore} onClose={onClose} />}
      />
    </div>
  )
}

function InputsPreview({ workflowId, files, onStarted, onBack }: PreviewWays & { workflowId: number }) {
  const reading = useReading()
  const source = { fileId: files.fileIds[0] ?? '', ...reading.choice }
  const preview = useQuery(orpc.standardInputs.previewImport.queryOptions({ input: source }))
  const bringIn = useMutation(orpc.standardInputs.importFile.mutationOptions({ onSuccess: onStarted }))
  return (
    <TablePreview files={files} preview={preview} reading={reading} onBack={onBack}>
      {(file) => (
        <ColumnsForm
          {...{ files, file, reading }}
          fields={inputFields}
          missing={({ text }) => (text === undefined ? words.chooseTheColumnThatHolds : null)}
          bringIn={bringIn}
          onBringIn={(mapping) => bringIn.mutate({ workflowId, ...source, mapping })}
          onBack={onBack}
        />
      )}
    </TablePreview>
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
