import { Button } from '@mantine/core'
import { Link, useLocation } from 'wouter'
import type { TableOutcome } from '../../../shared/contract/imports.ts'
import { LogPreview } from '../../features/changes/LogPreview.tsx'
import { FileImport } from '../../files/FileImport.tsx'
import { ImportOutcome } from '../../files/ImportOutcome.tsx'
import { leftOutSentence } from '../../files/words.ts'
import { count } from '../../parts/figures/words.ts'
import { Page } from '../../ui/layout/Page.tsx'
import { locale } from '../../ui/lib/locale.ts'
import { words } from './words.ts'

/** Bringing in a change log that was kept elsewhere: a file, its columns, and what became of its rows. */
export function ImportLogPage() {
  return (
    <Page eyebrow={<Link href="/changes">{words.changes}</Link>} title={words.importAChangeLog}>
      <FileImport
        takes={words.theLogYouKeptSo}
        preview={(ways) => <LogPreview key={ways.files.fileIds[0]} {...ways} />}
        result={(log, onMore) => <Result log={log} onMore={onMore} />}
      />
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
