import { Button } from '@mantine/core'
import { type DragEvent, useRef, useState } from 'react'
import { AppError } from '../../shared/errors.ts'
import { uploadFile } from '../api/upload.ts'
import { ErrorNote } from '../ui/feedback/ErrorNote.tsx'
import styles from './files.module.css'
import { words } from './words.ts'

/** `pasted`: what they hold was typed or pasted, so that nothing is said or asked of a file. */
export type ChosenFiles = { fileIds: string[]; names: string[]; pasted?: 'ids' | 'cells' }

type FileDropProps = {
  /** What can be brought in, in a sentence. */
  takes: string
  /** One file only, where several make no set. */
  isSingle?: boolean
  onChosen: (files: ChosenFiles) => void
}

/** A place to drop files, and a button to choose them. */
export function FileDrop({ takes, isSingle = false, onChosen }: FileDropProps) {
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setIsOver] = useState(false)
  const [reading, setReading] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)

  const take = async (files: readonly File[]) => {
    if (files.length === 0) return
    setError(null)
    if (isSingle && files.length > 1) {
      setError(new AppError('INVALID_INPUT', words.bringInOneFileAt))
      return
    }
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
        aria-label={words.dropFilesHere}
        onDragOver={(event) => {
          event.preventDefault()
          setIsOver(true)
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
      >
        <h3>{reading === null ? words.dropAFileHere : words.reading(reading)}</h3>
        <p className={styles.quiet}>{takes}</p>
        <Button variant="default" loading={reading !== null} onClick={() => input.current?.click()}>
          {isSingle ? words.chooseAFile : words.chooseFiles}
        </Button>
        <input
          ref={input}
          type="file"
          multiple={!isSingle}
          hidden
          aria-label={isSingle ? words.fileToBringIn : words.filesToBringIn}
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
