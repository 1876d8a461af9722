import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { FoundationReview } from '../../../../shared/contract/foundation-reviews.ts'
import { client } from '../../../api/client.ts'
import { fieldErrorsOf } from '../../../api/errors.ts'
import { createDraft } from '../../../session/draft.ts'
import { useFlushOnLeaving } from '../../../session/use-flush-on-leaving.ts'
import { ErrorNote } from '../../../ui/feedback/ErrorNote.tsx'
import { Card } from '../../../ui/layout/Card.tsx'
import layout from '../../../ui/layout/layout.module.css'
import { locale } from '../../../ui/lib/locale.ts'
import { formatMoment } from '../../../ui/lib/moments.ts'
import styles from '../foundation-reviews.module.css'
import { reviewQuery } from '../queries.ts'
import { namedIn, rowsOf } from './attendee-rows.ts'
import { type Preparation, PreparationFields } from './PreparationFields.tsx'
import { SaveInvitation } from './SaveInvitation.tsx'
import { words as say } from './words.ts'

/** Date and attendees of a review that is already prepared; stored while they are typed. */
export function PreparedReview({ review }: { review: FoundationReview }) {
  const [preparation, setPreparation] = useState<Preparation>(() => ({
    heldOn: review.heldOn,
    rows: rowsOf(review.attendees),
  }))
  const saving = useSaving(review)
  const refused = saving.error === null ? {} : fieldErrorsOf(saving.error)
  const problem = preparation.heldOn === '' ? say.enterTheDayOfThe : refused.heldOn
  return (
    <Card>
      <div className={styles.form}>
        <div className={layout.sectionHead}>
          <h2 className={styles.cardHeading}>{say.whenAndWithWhom}</h2>
          <small role="status">{saving.words}</small>
        </div>
        <PreparationFields
          preparation={preparation}
          error={problem}
          onBlur={saving.flush}
          onChange={(next) => {
            setPreparation(next)
            if (next.heldOn !== '') saving.change(next)
          }}
        />
        {review.state === 'preparing' && <SaveInvitation reviewId={review.id} />}
        {saving.error !== null && refused.heldOn === undefined && <ErrorNote error={saving.error} />}
      </div>
    </Card>
  )
}

/** One save after the other, each on the revision of the one before. */
function useSaving({ id, rev }: FoundationReview) {
  const queryClient = useQueryClient()
  const latestRev = useRef(rev)
  const update = useMutation({
    scope: { id: `foundation-review ${id}` },
    mutationFn: ({ heldOn, rows }: Preparation) =>
      client.foundationReviews.update({ id, rev: latestRev.current, heldOn, attendees: namedIn(rows) }),
    onSuccess: (saved) => {
      latestRev.current = saved.rev
      queryClient.setQueryData(reviewQuery(id).queryKey, saved)
    },
  })
  const { mutate } = update
  const [draft] = useState(() => createDraft<Preparation>((preparation) => mutate(preparation)))
  useFlushOnLeaving(draft.flush)
  return {
    change: draft.change,
    flush: draft.flush,
    error: update.error,
    words: wordsFor(update),
  }
}

type SaveState = { isPending: boolean; isError: boolean; isSuccess: boolean; submittedAt: number }

function wordsFor({ isPending, isError, isSuccess, submittedAt }: SaveState): string {
  if (isPending) return 'Saving…'
  if (isError) return say.notSaved
  return isSuccess ? `Saved ${formatMoment(new Date(submittedAt).toISOString(), locale)}` : ''
}
