import { Button } from '@mantine/core'
import type { FoundationReview } from '../../../shared/contract/foundation-reviews.ts'
import { client } from '../../api/client.ts'
import { useSaveMade } from '../../parts/exports/use-save-made.ts'
import { GoButton } from '../../parts/tasks/GoButton.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Actions } from '../../ui/layout/Actions.tsx'
import styles from './foundation-reviews.module.css'
import { reviewPath, words } from './words.ts'

type Props = {
  readonly review: Pick<FoundationReview, 'id'>
  readonly kind: 'pre-read' | 'record'
  /** Whether to open it is what the page is for. */
  readonly isMain?: boolean
}

const names = { 'pre-read': words.thePreRead, record: words.theRecord } as const

/** The pre-read before a session, its record afterwards: as a document to print, and as a workbook. */
export function SaveDocument({ review, kind, isMain = false }: Props) {
  const save = useSaveWorkbook(review.id)
  return (
    <Actions>
      <span role="status" className={styles.quiet}>
        {save.isSuccess && words.savedAs(save.data)}
      </span>
      <GoButton path={`${reviewPath(review.id)}/${kind}`} variant={isMain ? 'filled' : 'default'}>
        {words.open(names[kind])}
      </GoButton>
      <Button variant="default" loading={save.isPending} onClick={() => save.mutate()}>
        {words.saveAsWorkbook2(names[kind])}
      </Button>
      {save.isError && <ErrorNote error={save.error} />}
    </Actions>
  )
}

/** Makes the workbook of a review and saves it; its data is the name it was saved under. */
export const useSaveWorkbook = (id: number) => useSaveMade(() => client.exports.foundationReview({ id }))
