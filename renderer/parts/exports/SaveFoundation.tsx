import { Button } from '@mantine/core'
import { client } from '../../api/client.ts'
import layout from '../../ui/layout/layout.module.css'
import { useSaveMade } from './use-save-made.ts'
import { words } from './words.ts'

/** Saving the Foundation in force; the page shows `error` where it has room for it. */
export const useSaveFoundation = () =>
  useSaveMade((format: 'docx' | 'md') => client.exports.foundation({ format }))

/** The two buttons that save the Foundation as a document, and the name it was saved under. */
export function SaveFoundation({ save }: { save: ReturnType<typeof useSaveFoundation> }) {
  return (
    <>
      <span className={layout.saved} role="status">
        {save.isSuccess && words.savedAs(save.data)}
      </span>
      <Button variant="default" disabled={save.isPending} onClick={() => save.mutate('docx')}>
        {words.saveAsWord}
      </Button>
      <Button variant="default" disabled={save.isPending} onClick={() => save.mutate('md')}>
        {words.saveAsMarkdown}
      </Button>
    </>
  )
}
