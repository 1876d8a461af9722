import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { ErrorNote } from '../ui/feedback/ErrorNote.tsx'
import { Loading } from '../ui/feedback/Loading.tsx'
import { Actions } from '../ui/layout/Actions.tsx'
import type { ChosenFiles } from './FileDrop.tsx'
import styles from './files.module.css'
import { StepHeading } from './StepHeading.tsx'
import { words } from './words.ts'

type FilePreviewProps<Preview> = {
  files: ChosenFiles
  preview: { data: Preview | undefined; error: Error | null }
  /** What is said of the file under its name. */
  facts?: ((preview: Preview) => string) | undefined
  /** Beside the name. */
  aside?: ReactNode
  onBack: () => void
  children: (preview: Preview) => ReactNode
}

/** A chosen file: its name, what it is, and what it seems to hold; or why it cannot be read. */
export function FilePreview<Preview>({
  files: { names },
  preview: { data, error },
  facts,
  aside,
  onBack,
  children,
}: FilePreviewProps<Preview>) {
  return (
    <div className={styles.stack}>
      <div className={styles.heading}>
        <div>
          <StepHeading>{names.length === 1 ? names[0] : `${names.length} files`}</StepHeading>
          {data && facts && <p className={styles.quiet}>{facts(data)}</p>}
        </div>
        {aside}
      </div>
      {error && (
        <>
          <ErrorNote error={error} />
          <Actions>
            <Button onClick={onBack}>{words.chooseAnother}</Button>
          </Actions>
        </>
      )}
      {!error &&
        (data ? (
          children(data)
        ) : (
          <>
            <Loading />
            <Actions>
              <Button variant="default" onClick={onBack}>
                {words.cancel}
              </Button>
            </Actions>
          </>
        ))}
    </div>
  )
}
