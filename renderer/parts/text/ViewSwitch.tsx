import type { ReadingView } from '../../../shared/contract/reviews/reviews.ts'
import { Segmented } from '../../ui/fields/Segmented.tsx'
import { words } from './words.ts'

const views: readonly { value: ReadingView; label: string }[] = [
  { value: 'changes', label: words.changes },
  { value: 'ai', label: words.aiVersion },
  { value: 'final', label: words.final },
  { value: 'side_by_side', label: words.sideBySide },
]

type Props = { readonly view: ReadingView; readonly onView: (view: ReadingView) => void }

/** Chooses how an output with a final version is read. */
export function ViewSwitch({ view, onView }: Props) {
  return <Segmented label={words.view} options={views} value={view} onChange={onView} />
}
