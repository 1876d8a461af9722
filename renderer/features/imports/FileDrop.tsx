import { Button } from '@mantine/core'
import { type DragEvent, useRef, useState } from 'react'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { uploadFile } from '../../ui/upload.ts'
import styles from './imports.module.css'

export type ChosenFiles = { fileIds: string[]; names: string[] }

/** A place to drop files, and a button to choose them. Several documents are read as one set. */
export function FileDrop({ onChosen }: { onChosen: (files: ChosenFiles) => void }) {
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setIsOver] = useState(false)
  const [reading, setReading] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)

  const take = async (files: readonly File[]) => {
    if (files.length === 0) return
    setError(null)
    setReading(files.length === 1 ? (files[0]?.name ?? '') : `${files.length} files`)
    try {
      const fileIds: string[] = []
      for (const file of files) fileIds.push((await uploadFile(file)).fileId)
      onChosen({ fileIds, names: files.map((file) => file.name) })
    } catch (problem) {
      setError(problem)
    } finally {
      setReading(null)
    }
  }

  const drop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    void take([...event.dataTransfer.files])
  }

  return (
    <>
      <section
        className={styles.drop}
        data-over={isOver || undefined}
        aria-label="Drop files here"
        onDragOver={(event) => {
          event.preventDefault()
          setIsOver(true)
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
      >
        <h3>{reading === null ? 'Drop a file here' : `Reading ${reading}…`}</h3>
        <p className={styles.quiet}>
          CSV, Excel, JSON, a claude.ai or ChatGPT export, or several .txt, .md or .docx files as one set.
        </p>
        <Button variant="default" loading={reading !== null} onClick={() => input.current?.click()}>
          Choose files
        </Button>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label="Files to bring in"
          onChange={(event) => {
            void take([...(event.currentTarget.files ?? [])])
            // Choosing the same file again after a problem must count as a choice.
            event.currentTarget.value = ''
          }}
        />
      </section>
      {error !== null && <ErrorNote error={error} />}
    </>
  )
}
