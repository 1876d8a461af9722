import { Button } from '@mantine/core'
import { wordsOf } from '../../api/errors.ts'
import shared from '../../ui/layout/shared.module.css'
import type { RegisterEditing } from './use-register-editing.ts'

/** Why what was typed is not stored, and what to do; nothing while saving works or a field says it. */
export function SavingNote({ editing, failure }: { editing: RegisterEditing; failure: unknown }) {
  if (failure === null) return null
  return (
    <div className={shared.failure} role="alert">
      <p>{wordsOf(failure).message}</p>
      <div className={shared.actions}>
        {editing.isConflict ? (
          <>
            <Button variant="default" onClick={() => void editing.keepMine()}>
              Save what I typed
            </Button>
            <Button variant="default" onClick={editing.takeOther}>
              Use the other entry
            </Button>
          </>
        ) : (
          <Button variant="default" onClick={() => void editing.settle()}>
            Try again
          </Button>
        )}
      </div>
    </div>
  )
}
