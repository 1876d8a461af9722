import { Button } from '@mantine/core'
import { client } from '../../api/client.ts'
import layout from '../../ui/layout/layout.module.css'
import { useSaveMade } from './use-save-made.ts'
import { words } from './words.ts'

/** Saving the whole change log; the page shows `error` where it has room for it. */
export const useSaveChangeLog = () =>
  useSaveMade((format: 'xlsx' | 'csv') => client.exports.changeLog({ format }))

/** The two buttons that save the change log, and the name it was saved under. */
export function SaveChangeLog({ save }: { save: ReturnType<typeof useSaveChangeLog> }) {
  return (
    <>
      <span className={layout.saved} role="status">
        {save.isSuccess && words.savedAs(save.data)}
      </span>
      <Button variant="default" disabled={save.isPending} onClick={() => save.mutate('xlsx')}>
        {words.saveAsExcel}
      </Button>
      <Button variant="default" disabled={save.isPending} onClick={() => save.mutate('csv')}>
        {words.saveAsCsv}
      </Button>
    </>
  )
}
