import type { FoundationReview } from '../../../shared/contract/foundation-reviews.ts'
import { SaveList, useSaveList } from '../../parts/exports/SaveList.tsx'
import { GoButton } from '../../parts/tasks/GoButton.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Actions } from '../../ui/layout/Actions.tsx'
import { reviewPath, words } from './words.ts'

type Props = {
  readonly review: Pick<FoundationReview, 'id'>
  readonly kind: 'pre-read' | 'record'
  /** Whether to open it is what the page is for. */
  readonly isMain?: boolean
}

const names = { 'pre-read': words.thePreRead, record: words.theRecord } as const

/** The pre-read before a session, its record afterwards: as a document to print, and as a workbook or CSV. */
export function SaveDocument({ review, kind, isMain = false }: Props) {
  const save = useSaveList({ kind: 'foundation_review', id: review.id })
  return (
    <Actions>
      <GoButton path={`${reviewPath(review.id)}/${kind}`} variant={isMain ? 'filled' : 'default'}>
        {words.open(names[kind])}
      </GoButton>
      <SaveList save={save} excelLabel={words.saveAsWorkbook2(names[kind])} />
      {save.isError && <ErrorNote error={save.error} />}
    </Actions>
  )
}
