import { TextInput } from '@mantine/core'
import { useId } from 'react'
import type { ReviewItem } from '../../../../../shared/contract/reviews/reviews.ts'
import { MinutesSourceChoice } from '../../MinutesSourceChoice.tsx'
import type { ReviewSession } from '../use-review-session.ts'
import styles from './scorecard.module.css'
import { useMinutes } from './use-minutes.ts'
import { words } from './words.ts'

type Props = { readonly session: ReviewSession; readonly item: ReviewItem }

/**
 * Minutes beside a figure counted from the texts: they do not change it. The keyboard never lands here by
 * itself, so that judging takes no key more.
 */
export function KnownMinutes({ session, item }: Props) {
  const fieldId = useId()
  const problemId = useId()
  const { problem, source, ...field } = useMinutes(session, item)
  return (
    <div className={styles.known}>
      <label htmlFor={fieldId}>{words.minutesIfYouKnowThem}</label>
      <TextInput
        id={fieldId}
        data-field="known-minutes"
        className={styles.knownMinutes}
        size="xs"
        inputMode="decimal"
        autoComplete="off"
        placeholder="–"
        rightSection={<span className={styles.unit}>{words.min}</span>}
        value={field.text}
        error={problem !== null}
        aria-describedby={problem === null ? undefined : problemId}
        onChange={(event) => field.change(event.target.value)}
        onBlur={field.flush}
      />
      {field.text.trim() !== '' && <MinutesSourceChoice session={session} item={item} source={source} />}
      {problem !== null && (
        <p id={problemId} className={styles.error}>
          {problem}
        </p>
      )}
    </div>
  )
}
