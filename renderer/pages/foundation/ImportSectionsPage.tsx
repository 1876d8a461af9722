import { Link } from 'wouter'
import { ImportPreview } from '../../features/foundation/ImportPreview.tsx'
import { FileDrop } from '../../files/FileDrop.tsx'
import { useImportSteps } from '../../files/use-import-steps.ts'
import { Page } from '../../ui/layout/Page.tsx'

/** Bringing in an existing Foundation: a file, its sections to correct, then version 1 of each. */
export function ImportSectionsPage() {
  const { at, choose, look } = useImportSteps<never>()
  return (
    <Page eyebrow={<Link href="/foundation">Foundation</Link>} title="Bring in a document">
      {at.step === 'preview' ? (
        <ImportPreview files={at.files} onBack={choose} />
      ) : (
        <FileDrop
          takes="A .docx, .md or .txt file. Every heading starts a section; you see them before anything is kept."
          isSingle
          onChosen={look}
        />
      )}
    </Page>
  )
}
