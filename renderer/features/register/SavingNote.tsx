import { Button } from '@mantine/core'
import { wordsOf } from '../../api/errors.ts'
import { Note } from '../../ui/feedback/Note.tsx'
import { Actions } from '../../ui/layout/Actions.tsx'
import type { RegisterEditing } from './use-register-editing.ts'
import { words } from './words.ts'

/** Why what was typed is not stored, and what to do; nothing while saving works or a field says it. */
export function SavingNote({ editing, failure }: { editing: RegisterEditing; failure: unknown }) {
  if (failure === null) return null
  return (
    <Note tone="act" role="alert">
      <p>{wordsOf(failure).message}</p>
      <Actions>
        {editing.isConflict ? (
          <>
            <Button variant="default" onClick={() => void editing.keepMine()}>
              {words.saveWhatITyped}
            </Button>
            <Button variant="default" onClick={editing.takeOther}>
              {words.toUseTheOtherEntry}
            </Button>
          </>
        ) : (
          <Button variant="default" onClick={() => void editing.settle()}>
            {words.tryAgain}
          </Button>
        )}
      </Actions>
    </Note>
  )
}
