import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { RegisterEntry } from '../../../shared/contract/register.ts'
import { formatDay } from '../../../shared/domain/format.ts'
import { addMonthsToDay } from '../../../shared/domain/time/dates.ts'
import { client } from '../../api/client.ts'
import { useCompanyFacts } from '../../parts/documents/use-company-facts.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import layout from '../../ui/layout/layout.module.css'
import shared from '../../ui/layout/shared.module.css'
import { classNames } from '../../ui/lib/class-names.ts'
import { locale } from '../../ui/lib/locale.ts'
import styles from './register.module.css'
import type { RegisterEditing } from './use-register-editing.ts'
import { words } from './words.ts'

type RegisterSideProps = { entry: RegisterEntry; editing: RegisterEditing }

const monthsBetweenReviews = 3

/** When the entry is looked through next, and what it still lacks. */
export function RegisterSide({ entry, editing }: RegisterSideProps) {
  return (
    <aside className={styles.side} aria-label={words.stateOfThisEntry}>
      <NextReview entry={entry} editing={editing} />
      <Gaps gaps={entry.gaps} />
    </aside>
  )
}

function NextReview({ entry, editing }: RegisterSideProps) {
  const { today } = useCompanyFacts()
  const { reviewedOn, nextReviewOn, workflowId } = entry
  const [day, setDay] = useState(nextReviewOn ?? '')
  useEffect(() => setDay(nextReviewOn ?? ''), [nextReviewOn])
  const mark = useMutation({
    mutationFn: async () => {
      await editing.settle()
      return client.register.markReviewed({
        workflowId,
        nextReviewOn: addMonthsToDay(today, monthsBetweenReviews),
      })
    },
  })
  const isDue = nextReviewOn !== null && nextReviewOn <= today
  const store = () => {
    if (day === (nextReviewOn ?? '')) return
    editing.change({ nextReviewOn: day === '' ? null : day })
    editing.flush()
  }
  return (
    <Card>
      <div className={styles.sideFields}>
        <h2 className={shared.cardHeading}>{words.stillRight}</h2>
        <p className={isDue ? styles.due : layout.quiet}>
          {isDue && words.dueSince(formatDay(nextReviewOn, locale))}
          {reviewedOn === null
            ? words.nobodyHasLookedThroughThis
            : words.lastLookedThrough(formatDay(reviewedOn, locale))}
        </p>
        <TextInput
          type="date"
          label={words.nextReview}
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
          onBlur={store}
        />
        <Button
          variant="default"
          // Switched off while it saves, it would lose the focus.
          onClick={() => {
            if (!mark.isPending) mark.mutate()
          }}
        >
          {words.lookedThroughToday}
        </Button>
        <p className={classNames(layout.quiet, layout.live)} role="status">
          {mark.isSuccess &&
            mark.data.nextReviewOn !== null &&
            words.notedNextOn(formatDay(mark.data.nextReviewOn, locale))}
        </p>
        {mark.isError && <ErrorNote error={mark.error} />}
      </div>
    </Card>
  )
}

function Gaps({ gaps }: { gaps: readonly string[] }) {
  return (
    <Card>
      <div className={styles.sideFields}>
        <h2 className={shared.cardHeading}>{words.stillMissing}</h2>
        {gaps.length === 0 ? (
          <p className={layout.quiet}>{words.nothingThisEntryIsComplete}</p>
        ) : (
          <ul className={styles.gaps}>
            {gaps.map((gap) => (
              <li key={gap}>{gap}</li>
            ))}
          </ul>
        )}
      </div>
    </Card>
  )
}
