import { Button } from '@mantine/core'
import type { ListAsked } from '../../../shared/contract/reports/exports.ts'
import { client } from '../../api/client.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { SaveProgress } from './SaveProgress.tsx'
import { useSaveJob } from './use-save-job.ts'
import { words } from './words.ts'

/** The two buttons that save a list of any length, how far it is, and the name it was saved under. */
export function SaveLongList({ list }: { list: ListAsked }) {
  const save = useSaveJob((format: 'xlsx' | 'csv') => client.exports.longList({ list, format }))
  return (
    <>
      <Button variant="default" disabled={save.isBusy} onClick={() => save.start('xlsx')}>
        {words.saveAsExcel}
      </Button>
      <Button variant="default" disabled={save.isBusy} onClick={() => save.start('csv')}>
        {words.saveAsCsv}
      </Button>
      <SaveProgress save={save} label={words.rowsSoFar} />
      {save.error && <ErrorNote error={save.error} />}
    </>
  )
}
