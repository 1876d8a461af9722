import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import type { FoundationPlan } from '../../../../shared/contract/foundation-reviews.ts'
import { orpc } from '../../../api/client.ts'
import { fieldErrorsOf } from '../../../api/errors.ts'
import { ErrorNote } from '../../../ui/feedback/ErrorNote.tsx'
import { Card } from '../../../ui/layout/Card.tsx'
import { useUnsaved } from '../../../ui/saving/unsaved.ts'
import styles from '../foundation-reviews.module.css'
import { reviewQuery } from '../queries.ts'
import { reviewPath } from '../words.ts'
import { namedIn, rowsOf } from './attendee-rows.ts'
import { PreparationFields } from './PreparationFields.tsx'
import { words } from './words.ts'

type Props = { heldOn: string; attendees: FoundationPlan['attendees'] }

/** The form that begins a review, with those who are likely to be there. */
export function NewReview({ heldOn, attendees }: Props) {
  const [, navigate] = useLocation()
  const queryClient = useQueryClient()
  const [first] = useState({ heldOn, rows: rowsOf(attendees) })
  const [preparation, setPreparation] = useState(first)
  const [problem, setProblem] = useState<string>()
  const prepare = useMutation(
    orpc.foundationReviews.prepare.mutationOptions({
      onSuccess: (review) => {
        queryClient.setQueryData(reviewQuery(review.id).queryKey, review)
        navigate(reviewPath(review.id), { replace: true })
      },
    }),
  )
  useUnsaved(preparation !== first && !prepare.isPending)
  const refused = prepare.isError ? fieldErrorsOf(prepare.error) : {}
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (preparation.heldOn === '') return setProblem(words.enterTheDayOfThe)
    prepare.mutate({ heldOn: preparation.heldOn, attendees: namedIn(preparation.rows) })
  }
  return (
    <Card>
      <form className={styles.form} onSubmit={submit} noValidate>
        <h2 className={styles.cardHeading}>{words.whenAndWithWhom}</h2>
        <PreparationFields
          preparation={preparation}
          error={problem ?? refused.heldOn}
          onChange={(next) => {
            setPreparation({ heldOn: next.heldOn, rows: [...next.rows] })
            setProblem(undefined)
          }}
        />
        {prepare.isError && refused.heldOn === undefined && <ErrorNote error={prepare.error} />}
        <div>
          <Button type="submit" loading={prepare.isPending}>
            {words.saveTheDateAndThe}
          </Button>
        </div>
      </form>
    </Card>
  )
}
