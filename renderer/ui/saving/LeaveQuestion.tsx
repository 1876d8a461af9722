import { Button } from '@mantine/core'
import { Dialog } from '../layout/Dialog.tsx'
import { leave, stay, useLeaving } from './unsaved.ts'

/** Asks whether what was typed may be lost, when somebody is about to leave a page that would lose it. */
export function LeaveQuestion() {
  if (useLeaving() === null) return null
  return (
    <Dialog
      title="Leave without saving?"
      onClose={stay}
      actions={
        <>
          <Button variant="default" onClick={leave}>
            Leave without saving
          </Button>
          <Button onClick={stay}>Stay on this page</Button>
        </>
      }
    >
      <p>What you entered on this page is not saved yet.</p>
    </Dialog>
  )
}
