import type { ReadingView } from '../../../shared/contract/reviews.ts'
import { Segmented } from '../../ui/fields/Segmented.tsx'

const views: readonly { value: ReadingView; label: string }[] = [
  { value: 'changes', label: 'Changes' },
  { value: 'ai', label: 'AI version' },
  { value: 'final', label: 'Final' },
  { value: 'side_by_side', label: 'Side by side' },
]

type Props = { readonly view: ReadingView; readonly onView: (view: ReadingView) => void }

/** Chooses how an output with a final version is read. */
export function ViewSwitch({ view, onView }: Props) {
  return <Segmented label="View" options={views} value={view} onChange={onView} />
}
