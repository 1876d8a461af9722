import { Button, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { uploadFile } from '../../api/upload.ts'
import type { ChosenFiles } from '../../files/FileDrop.tsx'
import files from '../../files/files.module.css'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Actions } from '../../ui/layout/Actions.tsx'
import { useUnsaved } from '../../ui/saving/unsaved.ts'
import { pastedIds } from './paste-rows.ts'
import { words } from './words.ts'

/** Outputs by reference: their IDs or links are pasted and looked at like a file. */
export function PasteIds({ onTable }: { onTable: (files: ChosenFiles) => void }) {
  const [text, setText] = useState('')
  const [isChecked, setIsChecked] = useState(false)
  const ids = pastedIds(text)
  const upload = useMutation({
    mutationFn: async () => {
      const lines = ['ID', ...ids].map((id) => `"${id.replaceAll('"', '""')}"`)
      const { fileId } = await uploadFile(new File([lines.join('\n')], words.pastedIds))
      return { fileIds: [fileId], names: [words.someIds(ids.length)], pasted: 'ids' as const }
    },
    onSuccess: (chosen) => onTable(chosen),
  })
  useUnsaved(ids.length > 0 && !upload.isPending)
  return (
    <form
      className={files.stack}
      onSubmit={(event) => {
        event.preventDefault()
        setIsChecked(true)
        if (ids.length > 0) upload.mutate()
      }}
    >
      <Textarea
        label={words.idsOrLinks}
        description={words.oneIdALine}
        autosize
        minRows={5}
        maxRows={14}
        value={text}
        error={isChecked && ids.length === 0 ? words.pasteAnId : undefined}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {upload.isError && <ErrorNote error={upload.error} />}
      <Actions>
        <Button type="submit" loading={upload.isPending}>
          {words.lookAtThem}
        </Button>
      </Actions>
    </form>
  )
}
