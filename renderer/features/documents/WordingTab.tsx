import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { orpc } from '../../api/client.ts'
import { DrawsOn } from '../../parts/documents/DrawsOn.tsx'
import { WordChanges } from '../../parts/text/Comparison.tsx'
import { ReadingText } from '../../parts/text/ReadingText.tsx'
import type { WholeDocument } from '../../parts/text/whole-document.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Segmented } from '../../ui/fields/Segmented.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import layout from '../../ui/layout/layout.module.css'
import { locale } from '../../ui/lib/locale.ts'
import { formatMoment } from '../../ui/lib/moments.ts'
import { ConflictNote } from './ConflictNote.tsx'
import styles from './documents.module.css'
import { StillTrue } from './StillTrue.tsx'
import type { DraftEditing } from './use-draft-editing.ts'
import { WordingEditor } from './WordingEditor.tsx'

export type WordingView = 'write' | 'changes' | 'current'

type WordingTabProps = {
  document: WholeDocument
  editing: DraftEditing
  view: WordingView
  onView: (view: WordingView) => void
}

/** The wording in force to read, or the draft to write and to compare with it. */
export function WordingTab({ document, editing, view, onView }: WordingTabProps) {
  const { current, draft } = document
  const isReading = view === 'current' && current !== null
  return (
    <div className={isReading ? layout.columns : styles.wide}>
      <Card className={styles.paper}>
        {!(isReading && draft === null) && <DraftBar {...{ document, editing, view, onView }} />}
        <ConflictNote document={document} editing={editing} />
        {isReading && (
          <>
            <ReadingText text={current.text} />
            <DrawsOn kind={document.kind} text={current.text} sectionIds={current.sectionIds} />
          </>
        )}
        {view === 'write' && <WordingEditor document={document} editing={editing} />}
        {view === 'changes' &&
          (editing.wording.text === current?.text ? (
            <p className={layout.quiet}>The text of the draft is the same as what is in force.</p>
          ) : (
            <WordChanges from={current?.text ?? ''} to={editing.wording.text} />
          ))}
      </Card>
      {isReading && <StillTrue key={document.lastVerifiedOn} document={document} />}
    </div>
  )
}

function DraftBar({ document, editing, view, onView }: WordingTabProps) {
  const { current, draft } = document
  const { savedAt, failure } = editing.saving
  const discard = useMutation(
    orpc.documents.discardDraft.mutationOptions({
      onSuccess: () => {
        editing.startOver(current)
        onView('current')
      },
    }),
  )
  return (
    <div className={layout.bar}>
      {current && (
        <Segmented
          label="Wording"
          value={view}
          onChange={onView}
          options={[
            { value: 'write', label: 'Write' },
            { value: 'changes', label: 'Changes' },
            { value: 'current', label: 'In force' },
          ]}
        />
      )}
      <p className={styles.draftState}>
        {draft === null ? 'No draft yet. It is saved while you write.' : 'Draft: changes not yet in force.'}{' '}
        <span role="status">
          {savedAt !== null && failure === null && `Saved ${formatMoment(savedAt, locale)}`}
        </span>
      </p>
      {draft !== null && current !== null && (
        <Button
          variant="subtle"
          loading={discard.isPending}
          onClick={() => discard.mutate({ id: document.id })}
        >
          Discard the draft
        </Button>
      )}
      {draft === null && view !== 'current' && current !== null && (
        <Button variant="subtle" onClick={() => onView('current')}>
          Stop editing
        </Button>
      )}
      {discard.isError && <ErrorNote error={discard.error} />}
    </div>
  )
}
