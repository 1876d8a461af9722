import { client } from '../../../api/client.ts'
import { Discard } from '../../../parts/tasks/Discard.tsx'
import { listPath } from '../words.ts'
import { words } from './words.ts'

/** Takes back a review that has not begun. */
export function DiscardReview({ id }: { id: number }) {
  return (
    <Discard
      discard={() => client.foundationReviews.discard({ id })}
      listPath={listPath}
      title={words.discardThisPreparation}
      detail={words.theDateAndTheNames}
      action={words.discardThePreparation}
    />
  )
}
