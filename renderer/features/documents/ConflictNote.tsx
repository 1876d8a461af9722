import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { Document } from '../../../shared/contract/documents.ts'
import { wordsOf } from '../../api/errors.ts'
import { WordChanges } from '../../parts/text/Comparison.tsx'
import { Note } from '../../ui/feedback/Note.tsx'
import { Actions } from '../../ui/layout/Actions.tsx'
import type { DraftEditing } from './use-draft-editing.ts'
import { words } from './words.ts'

type ConflictNoteProps = { document: Document; editing: DraftEditing }

/** Why what was typed is not stored, and what to do; nothing while saving works. */
export function ConflictNote({ document, editing }: ConflictNoteProps) {
  const { failure, isConflict } = editing.saving
  const resolve = useMutation({
    mutationFn: async (choice: 'mine' | 'other' | 'again') => {
      if (choice === 'again') await editing.settle()
      else if (choice === 'mine') await editing.keepMine()
      else await editing.takeOther()
    },
  })
  if (failure === null) return null
  return (
    <Note tone="act" role="alert">
      <p>{wordsOf(resolve.error ?? failure).message}</p>
      {isConflict && (
        <details>
          <summary>{words.compareTheOtherWordingWith}</summary>
          <WordChanges from={(document.draft ?? document.current)?.text ?? ''} to={editing.wording.text} />
        </details>
      )}
      <Actions>
        {isConflict ? (
          <>
            <Button variant="default" onClick={() => resolve.mutate('mine')}>
              {words.saveWhatITyped}
            </Button>
            <Button variant="default" onClick={() => resolve.mutate('other')}>
              {words.toUseTheOtherWording}
            </Button>
          </>
        ) : (
          <Button variant="default" onClick={() => resolve.mutate('again')}>
            {words.tryAgain}
          </Button>
        )}
        <Button variant="subtle" onClick={() => void navigator.clipboard.writeText(editing.wording.text)}>
          {words.copyWhatITyped}
        </Button>
      </Actions>
    </Note>
  )
}
