import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { client } from '../../api/client.ts'
import { saveFile } from '../../api/download.ts'
import layout from '../../ui/layout/layout.module.css'

/** Saving the whole change log; the page shows `error` where it has room for it. */
export function useSaveChangeLog() {
  return useMutation({
    mutationFn: async (format: 'xlsx' | 'csv') => {
      const file = await client.exports.changeLog({ format })
      await saveFile(file.fileId, file.name)
      return file.name
    },
  })
}

/** The two buttons that save the change log, and the name it was saved under. */
export function SaveChangeLog({ save }: { save: ReturnType<typeof useSaveChangeLog> }) {
  return (
    <>
      <span className={layout.saved} role="status">
        {save.isSuccess && `Saved as ${save.data}.`}
      </span>
      <Button variant="default" disabled={save.isPending} onClick={() => save.mutate('xlsx')}>
        Save as Excel
      </Button>
      <Button variant="default" disabled={save.isPending} onClick={() => save.mutate('csv')}>
        Save as CSV
      </Button>
    </>
  )
}
