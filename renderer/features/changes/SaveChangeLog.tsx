import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { client } from '../../api/client.ts'
import { saveFile } from '../../ui/download.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import styles from './changes.module.css'

/** Saves the whole change log, as a workbook or as CSV. */
export function SaveChangeLog() {
  const save = useMutation({
    mutationFn: async (format: 'xlsx' | 'csv') => {
      const file = await client.exports.changeLog({ format })
      await saveFile(file.fileId, file.name)
      return file.name
    },
  })
  return (
    <>
      <span className={styles.saved} role="status">
        {save.isSuccess && `Saved as ${save.data}.`}
      </span>
      {save.isError && <ErrorNote error={save.error} />}
      <Button variant="default" disabled={save.isPending} onClick={() => save.mutate('xlsx')}>
        Save as Excel
      </Button>
      <Button variant="default" disabled={save.isPending} onClick={() => save.mutate('csv')}>
        Save as CSV
      </Button>
    </>
  )
}
