import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { Copy } from '../../../shared/contract/safety.ts'
import { client, orpc } from '../../api/client.ts'
import { uploadBackup } from '../../api/upload.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { words } from './words.ts'

/** A button that takes in a backup file from elsewhere and checks it, and the note when it cannot be used. */
export function useBringBackup(onBrought: (copy: Copy) => void) {
  const input = useRef<HTMLInputElement>(null)
  const queryClient = useQueryClient()
  const bring = useMutation({
    mutationFn: async (file: File) => client.safety.addFile({ fileId: (await uploadBackup(file)).fileId }),
    onSuccess: async (copy) => {
      await queryClient.invalidateQueries({ queryKey: orpc.safety.key() })
      onBrought(copy)
    },
  })
  const button = (
    <>
      <Button variant="subtle" loading={bring.isPending} onClick={() => input.current?.click()}>
        {words.bringABackup}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={words.bringABackup}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? []
          if (file) bring.mutate(file)
          currentTarget.value = ''
        }}
      />
    </>
  )
  return { button, note: bring.isError && <ErrorNote error={bring.error} /> }
}
