import { useState } from 'react'
import { Link } from 'wouter'
import { ImportPreview } from '../../features/foundation/ImportPreview.tsx'
import { type ChosenFiles, FileDrop } from '../../files/FileDrop.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import { Page } from '../../ui/layout/Page.tsx'

/** Bringing in an existing Foundation: a file, its sections to correct, then version 1 of each. */
export function ImportSectionsPage() {
  const [file, setFile] = useState<ChosenFiles | null>(null)
  return (
    <Page eyebrow={<Link href="/foundation">Foundation</Link>} title="Bring in a document">
      {file === null ? (
        <Card>
          <FileDrop
            takes="A .docx, .md or .txt file. Every heading starts a section; you see them before anything is kept."
            isSingle
            onChosen={setFile}
          />
        </Card>
      ) : (
        <ImportPreview
          fileId={file.fileIds[0] ?? ''}
          name={file.names[0] ?? ''}
          onBack={() => setFile(null)}
        />
      )}
    </Page>
  )
}
