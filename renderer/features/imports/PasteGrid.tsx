import { Button, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type ClipboardEvent, useState } from 'react'
import { formatMonth } from '../../../shared/domain/format.ts'
import { orpc } from '../../api/client.ts'
import { uploadFile } from '../../api/upload.ts'
import type { ChosenFiles } from '../../files/FileDrop.tsx'
import files from '../../files/files.module.css'
import { count } from '../../parts/figures/words.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Actions } from '../../ui/layout/Actions.tsx'
import { locale } from '../../ui/lib/locale.ts'
import { useUnsaved } from '../../ui/saving/unsaved.ts'
import styles from './imports.module.css'
import {
  addRow,
  emptyRows,
  filledPairs,
  type PastedRow,
  pasteAt,
  rowProblems,
  setCell,
} from './paste-rows.ts'
import { hasHeader, parsePastedTable } from './pasted-table.ts'
import { words } from './words.ts'

const columns: { cell: 'request' | 'aiText' | 'finalText'; label: string }[] = [
  { cell: 'request', label: words.request },
  { cell: 'aiText', label: words.aiVersion },
  { cell: 'finalText', label: words.finalVersion },
]

/**
 * Outputs typed or pasted one by one; cells copied from a spreadsheet spread over rows and columns. Cells with a
 * header row are looked at as a file is, so that IDs, days and minutes come in with them.
 */
export function PasteGrid({
  workflowId,
  month,
  onDone,
  onTable,
}: {
  workflowId: number
  month: string
  onDone: (importId: number) => void
  onTable: (files: ChosenFiles) => void
}) {
  const [rows, setRows] = useState<readonly PastedRow[]>(emptyRows)
  const [isChecked, setIsChecked] = useState(false)
  const paste = useMutation(
    orpc.imports.paste.mutationOptions({ onSuccess: (summary) => onDone(summary.id) }),
  )
  const table = useMutation({
    mutationFn: async (text: string) => {
      const { fileId } = await uploadFile(new File([text], words.pastedCells))
      return { fileIds: [fileId], names: [words.pastedCells], pasted: 'cells' as const }
    },
    onSuccess: (files) => onTable(files),
  })
  const pairs = filledPairs(rows)
  useUnsaved(pairs.length > 0 && !paste.isPending)
  const problems = isChecked ? rowProblems(rows) : new Map<number, string>()

  const spread = (event: ClipboardEvent, row: number, column: number) => {
    const text = event.clipboardData.getData('text/plain')
    if (pairs.length === 0 && hasHeader(parsePastedTable(text) ?? [])) {
      event.preventDefault()
      table.mutate(text)
      return
    }
    const changed = pasteAt(rows, row, column, text)
    if (changed === null) return
    event.preventDefault()
    setRows(changed)
  }
  const submit = () => {
    setIsChecked(true)
    if (pairs.length > 0 && rowProblems(rows).size === 0) paste.mutate({ workflowId, month, pairs })
  }

  return (
    <form
      className={files.stack}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <p className={files.quiet}>{words.oneRowForEachOutput}</p>
      <div className={styles.pasteGrid}>
        {rows.map((row, index) => (
          <fieldset key={row.key} className={styles.pasteRow}>
            <legend>{words.output(index + 1)}</legend>
            {columns.map(({ cell, label }, column) => (
              <Textarea
                key={cell}
                label={label}
                autosize
                minRows={2}
                maxRows={8}
                value={row[cell]}
                error={cell === 'aiText' ? problems.get(row.key) : undefined}
                onPaste={(event) => spread(event, index, column)}
                onChange={(event) => setRows(setCell(rows, row.key, cell, event.currentTarget.value))}
              />
            ))}
          </fieldset>
        ))}
      </div>
      {isChecked && pairs.length === 0 && problems.size === 0 && (
        <p className={files.error} role="alert">
          {words.pasteWhatTheAiWrote}
        </p>
      )}
      {paste.isError && <ErrorNote error={paste.error} />}
      {table.isError && <ErrorNote error={table.error} />}
      <Actions>
        <Button type="submit" loading={paste.isPending}>
          {words.to(
            pairs.length === 0 ? words.addOutputs : `Add ${count(pairs.length, 'output', locale)}`,
            formatMonth(month, locale),
          )}
        </Button>
        <Button variant="default" onClick={() => setRows(addRow(rows))}>
          {words.addRow}
        </Button>
      </Actions>
    </form>
  )
}
