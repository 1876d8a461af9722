import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { savePdf } from '../../api/print-page.ts'
import { SaveList, useSaveList } from '../../parts/exports/SaveList.tsx'
import styles from '../../parts/print/print.module.css'
import { GoButton } from '../../parts/tasks/GoButton.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { useWindowTitle } from '../../ui/lib/useWindowTitle.ts'
import { words } from './words.ts'

type Props = {
  readonly reviewId: number
  readonly title: string
  /** Name of the saved file, without its ending. */
  readonly fileName: string
  readonly backTo: string
  readonly children: ReactNode
}

/** A document as it comes out of the printer, under a bar that does not. */
export function PrintDocument({ reviewId, title, fileName, backTo, children }: Props) {
  useWindowTitle(title)
  const pdf = useMutation({ mutationFn: () => savePdf(fileName) })
  const save = useSaveList({ kind: 'foundation_review', id: reviewId })
  const error = pdf.error ?? save.error
  return (
    <div className={styles.screen} data-app-state="loaded">
      <header className={styles.bar}>
        <GoButton path={backTo} variant="default">
          {words.back}
        </GoButton>
        <span className={styles.barTitle}>{title}</span>
        <SaveList save={save} excelLabel={words.saveAsWorkbook} />
        <Button loading={pdf.isPending} onClick={() => pdf.mutate()}>
          {words.saveAsPdf}
        </Button>
      </header>
      {error && (
        <div className={styles.error}>
          <ErrorNote error={error} />
        </div>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <main className={styles.desk} tabIndex={0} aria-label={title}>
        <article className={styles.sheet}>{children}</article>
      </main>
    </div>
  )
}
