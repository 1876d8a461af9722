import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Review } from '../../../../shared/contract/reviews.ts'
import { reviewQuery } from '../queries.ts'
import { nextStop, type Stop } from './review-steps.ts'
import type { Saving } from './use-saving.ts'

/** What only the core can do: it is asked with everything said stored first, and keys wait meanwhile. */
export function useAsking(
  reviewId: number,
  { drafts, queue }: Saving,
  openItem: (itemId: number, stop: Stop) => void,
) {
  const queryClient = useQueryClient()
  const [isBusy, setIsBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)

  /** Opens the output that `action` names, as it stands afterwards. */
  async function ask(action: () => Promise<{ itemId: number | null }>) {
    const { queryKey } = reviewQuery(reviewId)
    drafts.flush()
    setIsBusy(true)
    setFailure(null)
    try {
      if (!(await queue.settle())) return
      const { itemId } = await action()
      await queryClient.invalidateQueries({ queryKey })
      const fresh = queryClient.getQueryData<Review>(queryKey)
      const target = fresh?.items.find(({ id }) => id === itemId)
      if (fresh && target) openItem(target.id, nextStop(target, fresh.standards))
    } catch (error) {
      setFailure(error)
    } finally {
      setIsBusy(false)
    }
  }

  return { isBusy, failure, dismissFailure: () => setFailure(null), ask }
}
