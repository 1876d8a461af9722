import { Link } from 'wouter'
import { ImportPreview } from '../../features/foundation/ImportPreview.tsx'
import { FileDrop } from '../../files/FileDrop.tsx'
import { useImportSteps } from '../../files/use-import-steps.ts'
import { Page } from '../../ui/layout/Page.tsx'
import { words } from './words.ts'

/** Bringing in an existing Foundation: a file, its sections to correct, then version 1 of each. */
export function ImportSectionsPage() {
  const { at, choose, look } = useImportSteps<never>()
  return (
    <Page eyebrow={<Link href="/foundation">{words.foundation}</Link>} title={words.bringInADocument}>
      {at.step === 'preview' ? (
        <ImportPreview files={at.files} onBack={choose} />
      ) : (
        <FileDrop takes={words.aDocxMdOrTxt} isSingle onChosen={look} />
      )}
    </Page>
  )
}
