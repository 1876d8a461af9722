import { Button } from '@mantine/core'
import { Progress } from '../../ui/marks/Progress.tsx'
import type { useSaveJob } from './use-save-job.ts'
import { words } from './words.ts'

type Saving = Pick<ReturnType<typeof useSaveJob>, 'progress' | 'cancel' | 'savedAs'>

/** How far a long file is, with the button that stops it; then the name it was saved under. */
export function SaveProgress({ save, label }: { save: Saving; label: string }) {
  const { progress, cancel, savedAs } = save
  return (
    <>
      {progress && <Progress label={label} value={progress.done} max={progress.total} />}
      {cancel && (
        <Button variant="subtle" onClick={cancel}>
          {words.stop}
        </Button>
      )}
      <span role="status">{savedAs !== null && words.savedAs(savedAs)}</span>
    </>
  )
}
