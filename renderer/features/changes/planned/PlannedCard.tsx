import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ChangeDetails } from '../../../../shared/contract/changes.ts'
import { formatDayOfYear } from '../../../../shared/domain/format.ts'
import { orpc } from '../../../api/client.ts'
import { ErrorNote } from '../../../ui/feedback/ErrorNote.tsx'
import layout from '../../../ui/layout/layout.module.css'
import { NextStepCard } from '../../../ui/layout/NextStepCard.tsx'
import { locale } from '../../../ui/lib/locale.ts'
import styles from '../changes.module.css'
import { words } from '../words.ts'

type PlannedCardProps = { change: ChangeDetails; today: string }

/** A change dated ahead: say that it is live, plan it for another day, or call it off. */
export function PlannedCard({ change: { number, onDate }, today }: PlannedCardProps) {
  const isDue = onDate <= today
  const [day, setDay] = useState(isDue ? onDate : today)
  const goLive = useMutation(orpc.changes.goLive.mutationOptions())
  const replan = useMutation(orpc.changes.replan.mutationOptions())
  const callOff = useMutation(orpc.changes.callOff.mutationOptions())
  const isBusy = [goLive, replan, callOff].some(({ isPending }) => isPending)
  const error = goLive.error ?? replan.error ?? callOff.error
  const isAhead = day > today
  return (
    <NextStepCard labelledBy="planned-change">
      <div>
        <h2 id="planned-change">
          {isDue ? words.isItLive : words.plannedFor(formatDayOfYear(onDate, today, locale))}
        </h2>
        <p className={layout.quiet}>{words.untilYouSaySo}</p>
        {error !== null && <ErrorNote error={error} />}
      </div>
      <div className={styles.plannedActions}>
        <TextInput
          type="date"
          label={words.day}
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <Button
          variant="filled"
          disabled={day === '' || isAhead || isBusy}
          onClick={() => goLive.mutate({ number, liveOn: day })}
        >
          {words.itIsLive}
        </Button>
        <Button
          variant="default"
          disabled={!isAhead || isBusy}
          onClick={() => replan.mutate({ number, onDate: day })}
        >
          {words.planItForThatDay}
        </Button>
        <Button variant="subtle" disabled={isBusy} onClick={() => callOff.mutate({ number })}>
          {words.callItOff}
        </Button>
      </div>
    </NextStepCard>
  )
}
