import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { formatDay } from '../../../shared/domain/format.ts'
import { documentPath } from '../../parts/documents/document-words.ts'
import { standingOf } from '../../parts/documents/roll-out.ts'
import type { WholeDocument } from '../../parts/text/whole-document.ts'
import { Note } from '../../ui/feedback/Note.tsx'
import { Page } from '../../ui/layout/Page.tsx'
import { Tabs } from '../../ui/layout/Tabs.tsx'
import { locale } from '../../ui/lib/locale.ts'
import { DetailsDialog } from './DetailsDialog.tsx'
import styles from './documents.module.css'
import { HistoryTab } from './HistoryTab.tsx'
import { LiveCheckTab } from './LiveCheckTab.tsx'
import { PublishDialog } from './PublishDialog.tsx'
import { UpdateEvidence } from './UpdateEvidence.tsx'
import { useDraftEditing } from './use-draft-editing.ts'
import { WordingTab, type WordingView } from './WordingTab.tsx'
import { words } from './words.ts'

type Tab = 'wording' | 'history' | 'live-check'
type DocumentScreenProps = {
  document: WholeDocument
  view: string | undefined
  eyebrow: ReactNode
  /** The workflow whose update is planned here. */
  planFor: number | null
}

/** A document with its three views; what is being written is kept while they are switched. */
export function DocumentScreen({ document, view, eyebrow, planFor }: DocumentScreenProps) {
  const [isNaming, setIsNaming] = useState(false)
  const [isPublishing, setIsPublishing] = useState(false)
  const editing = useDraftEditing(document)
  const { current, draft } = document
  const [wordingView, setWordingView] = useState<WordingView>(
    draft !== null || current === null || planFor !== null ? 'write' : 'current',
  )
  const hasDraft = draft !== null || current === null
  const tabs: readonly { id: Tab; label: string; path: string }[] = [
    { id: 'wording', label: words.wording, path: '' },
    { id: 'history', label: words.history, path: '/history' },
    ...(current === null ? [] : [{ id: 'live-check', label: words.liveCheck, path: '/live-check' } as const]),
  ]
  const tab = tabs.find(({ id }) => id === view)?.id ?? 'wording'
  const publish = async () => {
    if (await editing.settle()) setIsPublishing(true)
  }
  return (
    <Page
      eyebrow={eyebrow}
      title={document.name}
      aside={current ? standingOf(current, locale) : words.notInForceYet}
      actions={
        <>
          <Button variant="default" onClick={() => setIsNaming(true)}>
            {words.nameAndChecks}
          </Button>
          {tab === 'wording' && wordingView === 'current' && (
            <Button onClick={() => setWordingView('write')}>
              {hasDraft ? words.goOnWithTheDraft : words.edit}
            </Button>
          )}
          {tab === 'wording' && wordingView !== 'current' && (
            <Button disabled={draft === null} onClick={() => void publish()}>
              {words.publish}
            </Button>
          )}
        </>
      }
    >
      <Tabs
        label={document.name}
        tabs={tabs.map(({ label, path }) => ({ label, path: `${documentPath(document)}${path}` }))}
        current={`${documentPath(document)}${tabs.find(({ id }) => id === tab)?.path ?? ''}`}
      />
      {document.planned && (
        <Note tone="accent">
          {words.isPlannedAs(formatDay(document.planned.onDate, locale))}
          <Link href={`/changes/${document.planned.changeNumber}`}>
            {words.change(document.planned.changeNumber)}
          </Link>
        </Note>
      )}
      {tab === 'wording' && (
        <div className={planFor === null ? undefined : styles.planning}>
          <WordingTab document={document} editing={editing} view={wordingView} onView={setWordingView} />
          {planFor !== null && <UpdateEvidence workflowId={planFor} sectionId={document.id} />}
        </div>
      )}
      {tab === 'history' && <HistoryTab document={document} />}
      {tab === 'live-check' && current && <LiveCheckTab document={document} current={current} />}
      {isNaming && <DetailsDialog document={document} onClose={() => setIsNaming(false)} />}
      {isPublishing && (
        <PublishDialog
          document={document}
          planFor={planFor}
          onPublished={() => {
            editing.startOver(draft)
            setWordingView('current')
          }}
          onClose={() => setIsPublishing(false)}
        />
      )}
    </Page>
  )
}
