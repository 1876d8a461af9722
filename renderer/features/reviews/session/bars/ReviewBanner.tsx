import type { ItemPatch } from '../../../../../shared/contract/reviews/reviews.ts'
import { SessionBanner } from '../../../../session/SessionBanner.tsx'
import type { ReviewSession } from '../use-review-session.ts'

/** Where another window was first, what it stored is shown, and the words typed here can be copied. */
export function ReviewBanner({ session }: { session: ReviewSession }) {
  const positionOf = (id: number) => session.items.find((item) => item.id === id)?.position ?? ''
  return (
    <SessionBanner
      saving={session.saves}
      failure={session.failure}
      retry={session.retry}
      dismissFailure={session.dismissFailure}
      nameOf={(id) => `Output ${positionOf(id)}`}
      onRefused={{ dismiss: session.dismissRefused, typedIn }}
    />
  )
}

function typedIn(patch: ItemPatch): string {
  const notes = [patch.note, ...(patch.marks ?? []).map(({ note }) => note)]
  return notes.filter(Boolean).join('\n')
}
