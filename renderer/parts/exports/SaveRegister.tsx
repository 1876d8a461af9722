import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { client } from '../../api/client.ts'
import { saveFile } from '../../api/download.ts'
import layout from '../../ui/layout/layout.module.css'

/** Saving all entries of the register; the page shows `error` where it has room for it. */
export function useSaveRegister() {
  return useMutation({
    mutationFn: async () => {
      const file = await client.exports.register()
      await saveFile(file.fileId, file.name)
      return file.name
    },
  })
}

/** The button that saves the register as a workbook, and the name it was saved under. */
export function SaveRegister({ save }: { save: ReturnType<typeof useSaveRegister> }) {
  return (
    <>
      <span className={layout.saved} role="status">
        {save.isSuccess && `Saved as ${save.data}.`}
      </span>
      <Button variant="default" disabled={save.isPending} onClick={() => save.mutate()}>
        Save the register as a workbook
      </Button>
    </>
  )
}
