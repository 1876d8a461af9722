import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import type { MeasuredChange } from '../../../shared/contract/changes.ts'
import { isOpen } from '../../../shared/domain/effects/standing.ts'
import { formatDay, formatNumber } from '../../../shared/domain/format.ts'
import { nearMonth } from '../../../shared/domain/time/month-words.ts'
import { orpc } from '../../api/client.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import layout from '../../ui/layout/layout.module.css'
import { Section } from '../../ui/layout/Section.tsx'
import { locale } from '../../ui/lib/locale.ts'
import { VerdictShape } from '../../ui/marks/VerdictBadge.tsx'
import styles from './changes.module.css'
import { words } from './words.ts'

/** So many are shown of each month until all are asked for. */
const fewShown = 3

/** The changes whose "after" is still to come, by the review that brings it; nothing while none waits. */
export function WaitingChanges() {
  const waiting = useQuery(orpc.changes.waiting.queryOptions())
  if (waiting.isError) return <ErrorNote error={waiting.error} />
  if (!waiting.data || waiting.data.total === 0) return null
  const { rows, total } = waiting.data
  return (
    <Section title={words.waiting}>
      <Card>
        <ul className={styles.waiting}>
          {byDueMonth(rows).map(([dueMonth, changes]) => (
            <li key={dueMonth}>
              <VerdictShape verdict="waiting" />
              <WaitingMonth dueMonth={dueMonth} changes={changes} />
            </li>
          ))}
        </ul>
        {rows.length < total && (
          <p className={layout.quiet}>
            {words.theseAreTheNewestOf(rows.length, formatNumber(total, 0, locale))}
          </p>
        )}
      </Card>
    </Section>
  )
}

function WaitingMonth({ dueMonth, changes }: { dueMonth: string; changes: readonly MeasuredChange[] }) {
  const [showsAll, setShowsAll] = useState(false)
  const shown = showsAll ? changes : changes.slice(0, fewShown)
  return (
    <div>
      <h3>{words.waitingFor(nearMonth(dueMonth, changes[0]?.onDate ?? '', locale))}</h3>
      <ul className={layout.list}>
        {shown.map((change) => (
          <li key={change.number}>
            <Link href={`/changes/${change.number}`}>
              {change.number} {change.what}
            </Link>
            <span className={layout.quiet}>
              {` · ${namesOf(change, dueMonth)} · ${formatDay(change.onDate, locale)}`}
            </span>
          </li>
        ))}
      </ul>
      {shown.length < changes.length && (
        <Button variant="subtle" onClick={() => setShowsAll(true)}>
          {words.showAllThatWaitFor(changes.length)}
        </Button>
      )}
    </div>
  )
}

const waitsFor = (change: MeasuredChange, dueMonth: string) =>
  change.effects.filter((effect) => isOpen(effect) && effect.waitingFor === dueMonth)

const namesOf = (change: MeasuredChange, dueMonth: string) =>
  waitsFor(change, dueMonth)
    .map(({ workflowName }) => workflowName)
    .join(', ')

/** A change stands under every month one of its workflows waits for; the next month comes first. */
function byDueMonth(changes: readonly MeasuredChange[]): [string, MeasuredChange[]][] {
  const months = new Set(
    changes.flatMap(({ effects }) =>
      effects.flatMap((effect) => (isOpen(effect) ? (effect.waitingFor ?? []) : [])),
    ),
  )
  return [...months]
    .toSorted((first, second) => first.localeCompare(second))
    .map((month) => [month, changes.filter((change) => waitsFor(change, month).length > 0)])
}
