import { Button } from '@mantine/core'
import { Link, useLocation } from 'wouter'
import type { TableOutcome } from '../../../shared/contract/imports.ts'
import { LogPreview } from '../../features/changes/LogPreview.tsx'
import { FileDrop } from '../../files/FileDrop.tsx'
import { ImportOutcome } from '../../files/ImportOutcome.tsx'
import { useImportSteps } from '../../files/use-import-steps.ts'
import { leftOutSentence } from '../../files/words.ts'
import { count } from '../../parts/figures/words.ts'
import { Card } from '../../ui/layout/Card.tsx'
import { Page } from '../../ui/layout/Page.tsx'
import { locale } from '../../ui/lib/locale.ts'
import { words } from './words.ts'

/** Bringing in a change log that was kept elsewhere: a file, its columns, and what became of its rows. */
export function ImportLogPage() {
  const { at, choose, look, finish } = useImportSteps<TableOutcome>()
  return (
    <Page eyebrow={<Link href="/changes">{words.changes}</Link>} title={words.importAChangeLog}>
      {at.step === 'choose' ? (
        <FileDrop takes={words.theLogYouKeptSo} isSingle onChosen={look} />
      ) : (
        <Card>
          {at.step === 'preview' && (
            <LogPreview key={at.files.fileIds[0]} files={at.files} onDone={finish} onBack={choose} />
          )}
          {at.step === 'done' && <Result log={at.result} onMore={choose} />}
        </Card>
      )}
    </Page>
  )
}

function Result({ log: { kept, alreadyIn, problems }, onMore }: { log: TableOutcome; onMore: () => void }) {
  const [, navigate] = useLocation()
  return (
    <ImportOutcome
      title={words.broughtIn(count(kept, 'change', locale))}
      said={[leftOutSentence(alreadyIn, locale), kept === 0 ? null : words.figuresFromTheFileAre]}
      problems={problems}
      actions={
        <>
          <Button onClick={() => navigate('/changes')}>{words.seeTheLog}</Button>
          <Button variant="default" onClick={onMore}>
            {words.importAnotherFile}
          </Button>
        </>
      }
    />
  )
}
