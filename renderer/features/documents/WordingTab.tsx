import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { orpc } from '../../api/client.ts'
import { DrawsOn } from '../../parts/documents/DrawsOn.tsx'
import { SavingNote } from '../../parts/saving/SavingNote.tsx'
import { WordChanges } from '../../parts/text/Comparison.tsx'
import { ReadingText } from '../../parts/text/ReadingText.tsx'
import type { WholeDocument } from '../../parts/text/whole-document.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Segmented } from '../../ui/fields/Segmented.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import layout from '../../ui/layout/layout.module.css'
import { locale } from '../../ui/lib/locale.ts'
import { formatMoment } from '../../ui/lib/moments.ts'
import styles from './documents.module.css'
import { StillTrue } from './StillTrue.tsx'
import type { DraftEditing } from './use-draft-editing.ts'
import { WordingEditor } from './WordingEditor.tsx'
import { words } from './words.ts'

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
        <SavingNote
          failure={editing.saving.failure}
          isConflict={editing.saving.isConflict}
          noun={words.thisWording}
          comparison={<WordChanges from={(draft ?? current)?.text ?? ''} to={editing.wording.text} />}
          typed={editing.wording.text}
          onAgain={editing.settle}
          onMine={editing.keepMine}
          onOther={editing.takeOther}
        />
        {isReading && (
          <>
            <ReadingText text={current.text} />
            <DrawsOn kind={document.kind} text={current.text} sectionIds={current.sectionIds} />
          </>
        )}
        {view === 'write' && <WordingEditor document={document} editing={editing} />}
        {view === 'changes' &&
          (editing.wording.text === current?.text ? (
            <p className={layout.quiet}>{words.theTextOfTheDraft}</p>
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
          label={words.wording}
          value={view}
          onChange={onView}
          options={[
            { value: 'write', label: words.write },
            { value: 'changes', label: words.changes },
            { value: 'current', label: words.inForce },
          ]}
        />
      )}
      <p className={styles.draftState}>
        {draft === null ? words.noDraftYetItIs : words.draftChangesNotYetIn}{' '}
        <span role="status">
          {savedAt !== null && failure === null && words.saved(formatMoment(savedAt, locale))}
        </span>
      </p>
      {draft !== null && current !== null && (
        <Button
          variant="subtle"
          loading={discard.isPending}
          onClick={() => discard.mutate({ id: document.id })}
        >
          {words.discardTheDraft}
        </Button>
      )}
      {draft === null && view !== 'current' && current !== null && (
        <Button variant="subtle" onClick={() => onView('current')}>
          {words.stopEditing}
        </Button>
      )}
      {discard.isError && <ErrorNote error={discard.error} />}
    </div>
  )
}
