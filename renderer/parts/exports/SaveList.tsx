import { Button } from '@mantine/core'
import type { ListAsked } from '../../../shared/contract/reports/exports.ts'
import { client } from '../../api/client.ts'
import layout from '../../ui/layout/layout.module.css'
import { useSaveMade } from './use-save-made.ts'
import { words } from './words.ts'

type Format = 'xlsx' | 'csv'

/** Saving a whole list; the page shows `error` where it has room for it. */
export const useSaveList = (asked: ListAsked) =>
  useSaveMade((format: Format) => client.exports.list({ list: asked, format }))

type SaveListProps = { save: ReturnType<typeof useSaveList>; excelLabel?: string }

/** The two buttons that save a list, and the name it was saved under. */
export function SaveList({ save, excelLabel = words.saveAsExcel }: SaveListProps) {
  return (
    <>
      <span className={layout.saved} role="status">
        {save.isSuccess && words.savedAs(save.data)}
      </span>
      <Button variant="default" disabled={save.isPending} onClick={() => save.mutate('xlsx')}>
        {excelLabel}
      </Button>
      <Button variant="default" disabled={save.isPending} onClick={() => save.mutate('csv')}>
        {words.saveAsCsv}
      </Button>
    </>
  )
}
