import { Button } from '@mantine/core'
import { client } from '../../api/client.ts'
import layout from '../../ui/layout/layout.module.css'
import { useSaveMade } from './use-save-made.ts'
import { words } from './words.ts'

/** Saving all entries of the register; the page shows `error` where it has room for it. */
export const useSaveRegister = () => useSaveMade(() => client.exports.register())

/** The button that saves the register as a workbook, and the name it was saved under. */
export function SaveRegister({ save }: { save: ReturnType<typeof useSaveRegister> }) {
  return (
    <>
      <span className={layout.saved} role="status">
        {save.isSuccess && words.savedAs(save.data)}
      </span>
      <Button variant="default" disabled={save.isPending} onClick={() => save.mutate()}>
        {words.saveTheRegisterAsA}
      </Button>
    </>
  )
}
