import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { client } from '../../../api/client.ts'
import { saveFile } from '../../../api/download.ts'
import { ErrorNote } from '../../../ui/feedback/ErrorNote.tsx'
import { words } from './words.ts'

/** The date of the session as a calendar file, for everybody who is there. */
export function SaveInvitation({ reviewId }: { reviewId: number }) {
  const save = useMutation({
    mutationFn: async () => {
      const { fileId, name } = await client.calendar.invitation({ reviewId })
      await saveFile(fileId, name)
    },
  })
  return (
    <div>
      <Button variant="default" loading={save.isPending} onClick={() => save.mutate()}>
        {words.saveTheInvitation}
      </Button>
      {save.isError && <ErrorNote error={save.error} />}
    </div>
  )
}
