import { Button } from '@mantine/core'
import { Dialog } from '../layout/Dialog.tsx'
import { leave, stay, useLeaving } from './unsaved.ts'
import { words } from './words.ts'

/** Asks whether what was typed may be lost, when somebody is about to leave a page that would lose it. */
export function LeaveQuestion() {
  if (useLeaving() === null) return null
  return (
    <Dialog
      title={words.leaveWithoutSaving}
      onClose={stay}
      actions={
        <>
          <Button variant="default" onClick={leave}>
            {words.leaveWithoutSaving2}
          </Button>
          <Button onClick={stay}>{words.stayOnThisPage}</Button>
        </>
      }
    >
      <p>{words.whatYouEnteredOnThis}</p>
    </Dialog>
  )
}
